import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isCalendarDate } from './ledger/dates';
import type { Company } from './model/company';
import { ExchangeRateError } from './model/exchange';
import { PostingError } from './posting/postingError';

export const dateSchema = z.string().refine(isCalendarDate, 'must be a date, yyyy-mm-dd');

/** Every command may name its company. */
export const inCompany = { company: z.string().optional() };

/** What an operator of the sandbox asked for cannot be done; the message says why. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Commands that are posted as JSON and answered with JSON; what cannot be done answers 400 and says why. */
export class Commands {
  constructor(
    private readonly app: FastifyInstance,
    private readonly companies: readonly Company[],
  ) {}

  /** The company of this name or id; the first when none is named. Throws CommandError. */
  readonly named = (name: string | undefined): Company => {
    const found = this.companies.find(({ setup }) => name === undefined || setup.name === name || setup.id === name);
    if (found === undefined) {
      throw new CommandError(`There is no company "${name ?? ''}".`);
    }
    return found;
  };

  add<T>(path: string, schema: z.ZodType<T>, run: (input: T) => unknown): void {
    this.app.post(path, async (request, reply) => {
      try {
        return await reply.send(run(schema.parse(JSON.parse(String(request.body)))) ?? {});
      } catch (error) {
        const message = complaintOf(error);
        if (message === undefined) {
          throw error;
        }
        return reply.code(400).send({ error: { code: 'CommandRefused', message } });
      }
    });
  }
}

function complaintOf(error: unknown): string | undefined {
  if (error instanceof z.ZodError) {
    return z.prettifyError(error);
  }
  const ours =
    error instanceof PostingError ||
    error instanceof ExchangeRateError ||
    error instanceof CommandError ||
    error instanceof SyntaxError;
  return ours ? error.message : undefined;
}
