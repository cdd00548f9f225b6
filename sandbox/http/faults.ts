import { z } from 'zod';

/** A call as the fault switch and the call log see it. */
export interface CallDescription {
  /** 1 for the first call since the start or the last reset. */
  readonly number: number;
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  /** The entity set or table that is addressed, as far as the server knows one. */
  readonly entitySet: string | undefined;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const conditionSchema = z
  .strictObject({
    /** The number of the call, or the first and last number. */
    call: z.union([z.int().positive(), z.tuple([z.int().positive(), z.int().positive()])]),
    /** Every n-th call. */
    every: z.int().positive(),
    method: z.string(),
    /** Without regard to case. */
    entitySet: z.string(),
    /** A part of the path and query. */
    urlContains: z.string(),
    /** Header names and the text that their values contain. */
    headers: z.record(z.string(), z.string()),
  })
  .partial();

const faultSchema = z.discriminatedUnion('kind', [
  /** Answers with this status instead of doing the work; a body of one's own may be given, otherwise the server's usual one. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.string().optional(),
  }),
  /** Closes the connection: before the work, after the work and before the headers, or after so many bytes of the body. */
  z.strictObject({
    kind: z.literal('cut'),
    at: z.union([z.literal('beforeWork'), z.literal('beforeHeaders'), z.int().nonnegative()]),
  }),
  /** Never answers. */
  z.strictObject({ kind: z.literal('stall') }),
  /** A complete answer of HTTP with half of the JSON. */
  z.strictObject({ kind: z.literal('halfPage') }),
  z.strictObject({ kind: z.literal('malformedJson') }),
  /** The page of a sign-in, with status 200. */
  z.strictObject({ kind: z.literal('signInPage') }),
  /** Sends the body in pieces. */
  z.strictObject({
    kind: z.literal('drip'),
    bytes: z.int().positive().default(16),
    everyMilliseconds: z.int().nonnegative().default(50),
  }),
  /** Nothing but the delay of the rule. */
  z.strictObject({ kind: z.literal('delay') }),
]);

const ruleSchema = z.strictObject({
  when: conditionSchema.default({}),
  fault: faultSchema,
  /** Waits so long before anything else. */
  delayMilliseconds: z.int().nonnegative().default(0),
  /** How often the rule applies; for ever when left out. */
  times: z.int().positive().optional(),
});

export type Fault = z.infer<typeof faultSchema>;
export type FaultRule = z.infer<typeof ruleSchema>;
export type FaultRuleInput = z.input<typeof ruleSchema>;

/** A rule with what became of it. */
export interface InstalledRule extends FaultRule {
  readonly id: number;
  readonly applied: number;
}

/** A rule that is not one: the message names the property. */
export class FaultRuleError extends Error {
  override readonly name = 'FaultRuleError';
}

/** Reads one rule or an array of rules. Throws FaultRuleError. */
export function parseFaultRules(body: unknown): readonly FaultRuleInput[] {
  const read = z.array(ruleSchema).safeParse(Array.isArray(body) ? body : [body]);
  if (!read.success) {
    throw new FaultRuleError(z.prettifyError(read.error));
  }
  return read.data;
}

/** Decides which calls fail, and how. The first rule that fits a call wins. */
export class FaultSwitch {
  private rules: { rule: FaultRule; id: number; applied: number }[] = [];
  private lastId = 0;

  /** Throws FaultRuleError. */
  add(input: FaultRuleInput): InstalledRule {
    const read = ruleSchema.safeParse(input);
    if (!read.success) {
      throw new FaultRuleError(z.prettifyError(read.error));
    }
    this.lastId += 1;
    const installed = { rule: read.data, id: this.lastId, applied: 0 };
    this.rules.push(installed);
    return { ...installed.rule, id: installed.id, applied: 0 };
  }

  /** Removes one rule, or all. */
  clear(id?: number): void {
    this.rules = id === undefined ? [] : this.rules.filter((installed) => installed.id !== id);
  }

  list(): readonly InstalledRule[] {
    return this.rules.map(({ rule, id, applied }) => ({ ...rule, id, applied }));
  }

  /** The rule for this call, counted as applied; undefined when the call is to go well. */
  take(call: CallDescription): FaultRule | undefined {
    const found = this.rules.find(
      ({ rule, applied }) => (rule.times === undefined || applied < rule.times) && fits(rule.when, call),
    );
    if (found === undefined) {
      return undefined;
    }
    found.applied += 1;
    return found.rule;
  }
}

function fits(when: FaultRule['when'], call: CallDescription): boolean {
  const [first, last] = typeof when.call === 'number' ? [when.call, when.call] : (when.call ?? [1, Infinity]);
  return (
    call.number >= first &&
    call.number <= last &&
    (when.every === undefined || call.number % when.every === 0) &&
    (when.method === undefined || when.method.toUpperCase() === call.method.toUpperCase()) &&
    (when.entitySet === undefined || when.entitySet.toLowerCase() === call.entitySet?.toLowerCase()) &&
    (when.urlContains === undefined || call.url.includes(when.urlContains)) &&
    Object.entries(when.headers ?? {}).every(([name, part]) =>
      String(call.headers[name.toLowerCase()] ?? '').includes(part),
    )
  );
}
