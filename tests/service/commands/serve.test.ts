import { z } from 'zod';
import { systemTiming } from '../../../service/http/timing';
import { startBothSides, withSolution, type BothSides } from '../sync/bothSides';
import { FakeProcess, FakeTerminal, runBci, type Run } from './fakeHost';

const answer = z.strictObject({ command: z.literal('serve'), url: z.url(), scheduleMinutes: z.int() });

/** Resolves when what is looked for is there. */
async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await systemTiming.sleep(20);
  }
}

withSolution('bci serve', () => {
  let sides: BothSides;

  beforeEach(async () => {
    sides = await startBothSides();
  }, 60_000);

  afterEach(() => sides.close());

  function serve(argv: readonly string[], terminal: FakeTerminal, process: FakeProcess): Promise<Run> {
    const settings = {
      BCI_BUSINESS_CENTRAL_URL: sides.businessCentral.url,
      BCI_DATAVERSE_URL: sides.dataverse.url,
      BCI_TENANT_ID: 'contoso.com',
      BCI_ENVIRONMENT: 'Sandbox',
      BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-business-central',
      BCI_DATAVERSE_TOKEN: 'sync@cronus.example',
      BCI_WEBHOOK_KEY: 'planted-webhook-key',
      BCI_PORT: '0',
    };
    return runBci(['serve', ...argv], settings, { terminal, process, timing: systemTiming });
  }

  it('says where it listens, synchronizes, tells its health, and stops when it is told to', async () => {
    const terminal = new FakeTerminal();
    const process = new FakeProcess();
    const running = serve(['--json'], terminal, process);
    const { url } = answer.parse(JSON.parse(await until(() => terminal.results || undefined)));
    const live = await fetch(`${url}/health/live`);
    expect(live.status).toBe(200);
    const ready = await until(async () => {
      const response = await fetch(`${url}/health/ready`);
      return response.status === 200 ? response.status : undefined;
    });
    expect(ready).toBe(200);
    process.send('SIGTERM');
    const run = await running;
    expect(run.exitCode).toBe(143);
    expect(run.notes).toContain('"event":"synchronized"');
    expect(run.results + run.notes).not.toContain('planted');
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  }, 60_000);

  it('turns a webhook without the key away', async () => {
    const terminal = new FakeTerminal(true);
    const process = new FakeProcess();
    const running = serve([], terminal, process);
    const url = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(terminal.results)?.[0]);
    expect((await fetch(`${url}/webhook`, { method: 'POST', body: '{}' })).status).toBe(401);
    process.send('SIGINT');
    expect((await running).exitCode).toBe(130);
  }, 60_000);
});
