import { TriggerChoice } from '../../../dataverse/generated/bciSyncRun';
import { z } from 'zod';
import { startDataverse } from '../../../sandbox/dataverse/server';
import { checkNode, isAtLeast } from '../../../service/doctor/localChecks';
import { systemTiming, type Timing } from '../../../service/http/timing';
import { FakeTerminal, hurried, runBci, type Run } from '../commands/fakeHost';
import { startBothSides, withSolution, type BothSides } from '../sync/bothSides';

const answer = z.object({
  command: z.literal('doctor'),
  exitCode: z.number(),
  counts: z.record(z.string(), z.number()),
  checks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      state: z.enum(['passed', 'failed', 'skipped', 'warning']),
      what: z.string().min(1),
      why: z.string().nullable(),
      cure: z.string().nullable(),
      kind: z.string().optional(),
    }),
  ),
});

type Checks = z.infer<typeof answer>['checks'];

function parse(run: Run): z.infer<typeof answer> {
  return answer.parse(JSON.parse(run.results));
}

function byId(checks: Checks, id: string): Checks[number] {
  const found = checks.find((check) => check.id === id);
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
}

function idsOf(checks: Checks, state: string): string[] {
  return checks.filter((check) => check.state === state).map(({ id }) => id);
}

describe('Node.js', () => {
  it.each([
    ['20.19.0', 'passed'],
    ['22.1.0', 'passed'],
    ['20.18.9', 'failed'],
    ['18.20.0', 'failed'],
  ])('%s: %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });

  it('versions are compared by their parts, as many as both have', () => {
    expect([isAtLeast('0.1.0.0', '0.1.0'), isAtLeast('1.10', '1.9.9'), isAtLeast('0.1.0.0', '0.2.0')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('without a configuration', () => {
  it('names every missing setting and lists what was not checked', async () => {
    const run = await runBci(['doctor', '--json'], {});
    const { exitCode, checks } = parse(run);
    expect([run.exitCode, exitCode]).toEqual([3, 3]);
    expect(idsOf(checks, 'failed')).toEqual([
      'configuration.BCI_ENVIRONMENT',
      'configuration.BCI_DATAVERSE_URL',
      'configuration.BCI_CLIENT_SECRET',
    ]);
    expect(idsOf(checks, 'skipped').length).toBeGreaterThan(25);
  });

  it('shows a table in which what was skipped for one reason takes one line', async () => {
    const run = await runBci(['doctor'], {});
    expect(run.results.match(/^skipped/gm)).toHaveLength(1);
    expect(run.results).toContain('→ Set BCI_ENVIRONMENT in the environment or in bci.config.json.');
    expect(run.results).not.toContain('\u001b');
  });

  it('has colours on a terminal', async () => {
    const run = await runBci(['doctor'], {}, { terminal: new FakeTerminal(true) });
    expect(run.results).toContain('\u001b[31mfailed ');
    expect(run.notes).toContain('Checking');
  });
});

withSolution('against both sides', () => {
  let sides: BothSides;

  beforeAll(async () => {
    sides = await startBothSides({
      workDate: new Date().toISOString().slice(0, 10),
      tokens: { 'sandbox-no-orders': { denied: ['salesOrders', 'customerSales'] } },
    });
  }, 60_000);

  afterAll(() => sides.close());

  function settings(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      BCI_BUSINESS_CENTRAL_URL: sides.businessCentral.url,
      BCI_DATAVERSE_URL: sides.dataverse.url,
      BCI_TENANT_ID: 'contoso.com',
      BCI_ENVIRONMENT: 'Sandbox',
      BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-business-central',
      BCI_DATAVERSE_TOKEN: 'sync@cronus.example',
      BCI_WEBHOOK_KEY: 'a-key-of-sixteen-characters',
      ...changes,
    };
  }

  async function doctor(
    changes: Readonly<Record<string, string>> = {},
    timing: Timing = systemTiming,
  ): Promise<z.infer<typeof answer>> {
    return parse(await runBci(['doctor', '--json'], settings(changes), { timing }));
  }

  it('passes but for what has not been done yet', async () => {
    const { exitCode, checks } = await doctor();
    expect(idsOf(checks, 'failed')).toEqual([]);
    expect(idsOf(checks, 'skipped')).toEqual([]);
    expect(idsOf(checks, 'warning')).toEqual(['connection', 'lastRun']);
    expect(exitCode).toBe(0);
    expect(checks.length).toBeGreaterThan(30);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });

  it('passes wholly after a synchronization', async () => {
    const sync = await runBci(['sync', '--json'], settings(), { timing: systemTiming });
    expect(sync.exitCode).toBe(0);
    const { checks } = await doctor();
    expect(idsOf(checks, 'passed')).toHaveLength(checks.length);
    expect(byId(checks, 'lastRun').what).toBe('0 min ago, succeeded.');
  }, 60_000);

  it('finds a run that is long ago, although a customer was refreshed since', async () => {
    const soon = new Date(Date.now() + 280_000).toISOString();
    const refresh = { bci_name: 'r', bci_trigger: TriggerChoice.onDemand, bci_startedon: soon };
    const created = await fetch(`${sides.dataverse.url}/api/data/v9.2/bci_syncruns`, {
      method: 'POST',
      headers: { Authorization: 'Bearer sync@cronus.example', 'Content-Type': 'application/json' },
      body: JSON.stringify(refresh),
    });
    expect(created.status).toBe(204);
    const tomorrow = { ...hurried, now: () => Date.now() + 290_000 };
    const { checks } = await doctor({ BCI_SCHEDULE_MINUTES: '1' }, tomorrow);
    expect(byId(checks, 'lastRun')).toMatchObject({ state: 'warning', what: '5 min ago, succeeded.' });
    expect(byId(checks, 'clock.dataverse').state).toBe('passed');
  });

  it('finds a clock that is wrong', async () => {
    const { exitCode, checks } = await doctor({}, { ...hurried, now: () => Date.now() - 3_600_000 });
    expect(idsOf(checks, 'failed')).toEqual(['clock.businessCentral', 'clock.dataverse']);
    expect(byId(checks, 'clock.dataverse').what).toMatch(/differs by 3(599|600|601) s/);
    expect(exitCode).toBe(3);
  });

  it('finds a side that cannot be reached, and still looks at the other', async () => {
    const { exitCode, checks } = await doctor({ BCI_BUSINESS_CENTRAL_URL: 'http://127.0.0.1:9' }, hurried);
    expect(idsOf(checks, 'failed')).toEqual(['reachable.businessCentral']);
    expect(byId(checks, 'reachable.businessCentral').what).toContain('BCI_BUSINESS_CENTRAL_URL');
    expect(byId(checks, 'dataverse.solution').state).toBe('passed');
    expect(byId(checks, 'businessCentral.company').state).toBe('skipped');
    expect(exitCode).toBe(75);
  });

  it('finds a sign-in that is not accepted', async () => {
    const { exitCode, checks } = await doctor({ BCI_BUSINESS_CENTRAL_TOKEN: 'planted-token' });
    expect(idsOf(checks, 'failed')).toEqual(['businessCentral.access']);
    expect(byId(checks, 'businessCentral.access').kind).toBe('signIn');
    expect(exitCode).toBe(4);
    expect(JSON.stringify(checks)).not.toContain('planted');
  });

  it('finds a user that Dataverse does not know', async () => {
    const { exitCode, checks } = await doctor({ BCI_DATAVERSE_TOKEN: 'nobody@cronus.example' });
    expect(idsOf(checks, 'failed')).toEqual(['dataverse.access']);
    expect(exitCode).toBe(4);
  });

  it('finds a company that is not there, and names those that are', async () => {
    const { exitCode, checks } = await doctor({ BCI_COMPANY: 'Contoso' });
    expect(byId(checks, 'businessCentral.company').cure).toContain('CRONUS International Ltd.');
    expect(idsOf(checks, 'failed')).toEqual(['businessCentral.company']);
    expect(exitCode).toBe(3);
  });

  it('finds an environment that is not there', async () => {
    const strict = await startBothSides({ environment: 'Production' });
    const { checks } = await doctor({ BCI_BUSINESS_CENTRAL_URL: strict.businessCentral.url });
    expect(byId(checks, 'businessCentral.access').state).toBe('failed');
    await strict.close();
  }, 60_000);

  it('finds every entity set that may not be read, one by one', async () => {
    const { exitCode, checks } = await doctor({ BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-no-orders' });
    expect(idsOf(checks, 'failed')).toEqual(['businessCentral.read.customerSales', 'businessCentral.read.salesOrders']);
    expect(byId(checks, 'businessCentral.read.salesOrders').kind).toBe('permission');
    expect(byId(checks, 'businessCentral.read.customers').state).toBe('passed');
    expect(exitCode).toBe(4);
  });

  it('finds missing privileges by their names', async () => {
    const { exitCode, checks } = await doctor({ BCI_DATAVERSE_TOKEN: 'seller@cronus.example' });
    const privileges = byId(checks, 'dataverse.privileges');
    expect(privileges).toMatchObject({ state: 'failed', kind: 'permission' });
    expect(privileges.what).toContain('prvCreatebci_Customer');
    expect(privileges.cure).toContain('Integration Administrator');
    expect(exitCode).toBe(4);
  });

  it('finds that the solution is not installed', async () => {
    const empty = await startDataverse({ port: 0 });
    const { exitCode, checks } = await doctor({
      BCI_DATAVERSE_URL: empty.url,
      BCI_DATAVERSE_TOKEN: 'admin@cronus.example',
    });
    expect(byId(checks, 'dataverse.solution')).toMatchObject({ state: 'failed', kind: 'config' });
    expect(byId(checks, 'dataverse.keys.bci_customer').state).toBe('failed');
    expect(exitCode).toBe(3);
    await empty.close();
  }, 60_000);

  it('warns when the service could not serve', async () => {
    const { exitCode, checks } = await doctor({ BCI_WEBHOOK_KEY: '' });
    expect(byId(checks, 'webhookKey').state).toBe('warning');
    expect(exitCode).toBe(0);
  });

  it('says what to do with everything that is not in order', async () => {
    const { checks } = await doctor({ BCI_DATAVERSE_TOKEN: 'newcomer@cronus.example', BCI_COMPANY: 'x' });
    for (const check of checks.filter(({ state }) => state === 'failed' || state === 'warning')) {
      expect(check.cure).toMatch(/\w+/);
    }
  });
});
