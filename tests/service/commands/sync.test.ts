import { z } from 'zod';
import { systemTiming, type Timing } from '../../../service/http/timing';
import { startBothSides, withSolution, type BothSides } from '../sync/bothSides';
import { FakeProcess, FakeTerminal, runBci, type Run, type RunOptions } from './fakeHost';

const counts = {
  rowsRead: z.int(),
  rowsWritten: z.int(),
  rowsUnchanged: z.int(),
  rowsFailed: z.int(),
  requestCount: z.int(),
};

/** The shape of `bci sync --json`: scripts rely on it. */
const answer = z.strictObject({
  command: z.literal('sync'),
  exitCode: z.int(),
  dryRun: z.boolean(),
  companies: z.array(
    z.strictObject({
      company: z.string(),
      error: z.looseObject({ kind: z.string(), message: z.string() }).nullable(),
      result: z
        .strictObject({
          company: z.string(),
          connectionId: z.string().nullable(),
          runId: z.string().nullable(),
          correlationId: z.guid(),
          outcome: z.enum(['succeeded', 'succeededWithProblems', 'failed']),
          startedOn: z.iso.datetime(),
          finishedOn: z.iso.datetime(),
          problems: z.array(z.looseObject({ source: z.string(), reason: z.string(), nextStep: z.string() })),
          problemCount: z.int(),
          writes: z.array(
            z.strictObject({
              table: z.string(),
              create: z.int(),
              update: z.int(),
              deactivate: z.int(),
              remove: z.int(),
            }),
          ),
          ...counts,
        })
        .nullable(),
    }),
  ),
});

/** Waits are short, but waits: a heartbeat without any would never leave the process alone. */
const quick: Timing = {
  ...systemTiming,
  sleep: (milliseconds, signal) => systemTiming.sleep(Math.min(milliseconds, 20), signal),
};

withSolution('bci sync', () => {
  let sides: BothSides;

  beforeEach(async () => {
    sides = await startBothSides({ tokens: { 'sandbox-no-orders': { denied: ['salesOrders'] } } });
  }, 60_000);

  afterEach(() => sides.close());

  function sync(
    argv: readonly string[] = [],
    changes: Readonly<Record<string, string>> = {},
    options: RunOptions = {},
  ): Promise<Run> {
    const settings = {
      BCI_BUSINESS_CENTRAL_URL: sides.businessCentral.url,
      BCI_DATAVERSE_URL: sides.dataverse.url,
      BCI_TENANT_ID: 'contoso.com',
      BCI_ENVIRONMENT: 'Sandbox',
      BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-business-central',
      BCI_DATAVERSE_TOKEN: 'sync@cronus.example',
      ...changes,
    };
    return runBci(['sync', ...argv], settings, { timing: quick, ...options });
  }

  function parse(run: Run): z.infer<typeof answer> {
    return answer.parse(JSON.parse(run.results));
  }

  it('ends with 0 and one object of a fixed shape, twice: the second time nothing is written', async () => {
    const first = parse(await sync(['--json']));
    const second = parse(await sync(['--json']));
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(first.companies[0]?.result?.rowsWritten).toBeGreaterThan(60);
    expect(second.companies[0]?.result?.rowsWritten).toBe(0);
  });

  it('writes nothing in a dry run and shows what it would write', async () => {
    const run = await sync(['--dry-run'], {}, { terminal: new FakeTerminal(true) });
    const writes = sides.dataverse.calls
      .summary()
      .calls.filter(({ method, url }) => method !== 'GET' && url.startsWith('/api/'));
    expect(run.exitCode).toBe(0);
    expect(writes).toEqual([]);
    expect(run.results).toMatch(/bci_customer: \d+ to create/);
    expect(run.results).toContain('Next: bci sync');
  });

  it('ends with 6 and the problem when a source may not be read', async () => {
    const run = await sync(['--json'], { BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-no-orders' });
    const { exitCode, companies } = parse(run);
    expect([run.exitCode, exitCode]).toEqual([6, 6]);
    expect(companies[0]?.result?.problems[0]?.source).toBe('salesOrders');
  });

  it('ends with 3 for a company that is not there, and names those that are', async () => {
    const run = await sync(['--connection', 'Contoso']);
    expect(run.exitCode).toBe(3);
    expect(run.notes).toContain('CRONUS International Ltd.');
  });

  it('ends with 4 for a user without privileges', async () => {
    const run = await sync([], { BCI_DATAVERSE_TOKEN: 'newcomer@cronus.example' });
    expect(run.exitCode).toBe(4);
    expect(run.notes).toContain('Integration Administrator');
  });

  it('ends with 75 when Dataverse asks to wait for an hour', async () => {
    sides.dataverse.faults.add({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '3600' } } });
    const run = await sync();
    expect(run.exitCode).toBe(75);
  });

  it.each([
    ['429 without a header', { kind: 'status', status: 429 }],
    ['503', { kind: 'status', status: 503 }],
    ['504', { kind: 'status', status: 504 }],
    ['a cut connection', { kind: 'cut', at: 'beforeHeaders' }],
    ['a cut body', { kind: 'cut', at: 60 }],
    ['half a page', { kind: 'halfPage' }],
    ['malformed JSON', { kind: 'malformedJson' }],
  ] as const)('ends with 0 although every seventh request meets %s', async (_name, fault) => {
    sides.businessCentral.faults.add({ when: { every: 7 }, fault });
    const run = await sync(['--json']);
    expect(run.exitCode).toBe(0);
    expect(parse(run).companies[0]?.result).toMatchObject({ rowsFailed: 0, problemCount: 0 });
    const after = parse(await sync(['--json']));
    expect(after.companies[0]?.result?.rowsWritten).toBe(0);
  });

  it.each([
    ['customers', { kind: 'signInPage' }],
    ['customers', { kind: 'halfPage' }],
    ['customerFinancialDetails', { kind: 'malformedJson' }],
  ] as const)('never takes a broken answer for %s for "no rows": %j', async (entitySet, fault) => {
    const before = parse(await sync(['--json']));
    sides.businessCentral.faults.add({ when: { entitySet }, fault });
    const run = await sync(['--json']);
    const result = parse(run).companies[0];
    expect(before.exitCode).toBe(0);
    expect([5, 6]).toContain(run.exitCode);
    const deactivated = result?.result?.writes.reduce((sum, { deactivate }) => sum + deactivate, 0) ?? 0;
    expect(deactivated).toBe(0);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops on %s in the middle with %i, and the next run completes it', async (signal, code) => {
    const process = new FakeProcess();
    const timer = setInterval(() => {
      if (sides.businessCentral.calls.total < 6) return;
      clearInterval(timer);
      process.send(signal);
    }, 1);
    const stopped = await sync([], {}, { process });
    clearInterval(timer);
    expect(stopped.exitCode).toBe(code);
    const next = parse(await sync(['--json']));
    expect(next.exitCode).toBe(0);
    expect(parse(await sync(['--json'])).companies[0]?.result?.rowsWritten).toBe(0);
  });

  it('shows no token anywhere', async () => {
    const runs = await Promise.all([
      sync(['--verbose'], { BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-planted-secret' }),
      sync(['--verbose', '--json'], { BCI_BUSINESS_CENTRAL_TOKEN: 'planted-secret' }),
    ]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 4]);
    for (const { results, notes } of runs) expect(results + notes).not.toContain('planted-secret');
    expect(runs[0].notes).toContain('"event":"request"');
    for (const name of ['Adatum', 'CRONUS Cardoxy']) expect(runs[0].notes).not.toContain(name);
  });
});
