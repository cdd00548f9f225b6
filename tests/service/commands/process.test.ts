import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startLoopbackServer, type LoopbackServer } from '../http/loopbackServer';

const root = join(__dirname, '../../..');

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Started {
  readonly pid: number | undefined;
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
  /** As `head` does when it has seen enough. */
  closeReader(stream: 'stdout' | 'stderr'): void;
}

/** Runs the real program with nothing but these settings. */
function start(argv: readonly string[], settings: Readonly<Record<string, string>>, preload?: string): Started {
  const preloads = preload === undefined ? [] : ['--import', preload];
  const args = ['--import', 'tsx', ...preloads, 'service/main.ts', ...argv];
  const child = spawn(process.execPath, args, { cwd: root, env: { PATH: process.env.PATH, ...settings } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
  return {
    pid: child.pid,
    ended,
    kill: (signal) => void child.kill(signal),
    closeReader: (stream) => void child[stream].destroy(),
  };
}

function settingsFor(url: string): Record<string, string> {
  return {
    BCI_BUSINESS_CENTRAL_URL: url,
    BCI_DATAVERSE_URL: url,
    BCI_ENVIRONMENT: 'sandbox',
    BCI_BUSINESS_CENTRAL_TOKEN: 'planted-token-1',
    BCI_DATAVERSE_TOKEN: 'planted-token-2',
  };
}

describe('the process', () => {
  let server: LoopbackServer;
  let firstRequest: Promise<void>;

  beforeEach(async () => {
    let arrived: () => void = () => undefined;
    firstRequest = new Promise((resolve) => {
      arrived = resolve;
    });
    // Never answers: the process can end only by being told to.
    server = await startLoopbackServer(() => {
      arrived();
    });
  });

  afterEach(() => server.close());

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'stops on %s with %i although the other side is silent',
    async (signal, exitCode) => {
      const bci = start(['sync'], settingsFor(server.url));
      await firstRequest;
      bci.kill(signal);
      const ended = await bci.ended;
      expect(ended.exitCode).toBe(exitCode);
      expect(ended.stderr).toContain('stopping');
      expect(ended.stdout).toBe('');
      expect(ended.stderr).not.toContain('planted');
    },
    30_000,
  );

  it.each([
    [
      'an error that nobody caught',
      'RangeError',
      `throw Object.assign(new RangeError('planted-text'), {
        config: { headers: { Authorization: 'Bearer planted' } },
        cause: new Error('planted-cause'),
      });`,
    ],
    ['a rejection that nobody handled', 'Error', `void Promise.reject(new Error('planted-text'));`],
  ])(
    'breaks down with 70 after %s and shows nothing of it but its type and places',
    async (_name, type, code) => {
      const folder = mkdtempSync(join(tmpdir(), 'bci-'));
      const file = join(folder, 'crash.mjs');
      writeFileSync(file, `setTimeout(() => { ${code} }, 2500);`);
      const ended = await start(['sync'], settingsFor(server.url), pathToFileURL(file).href).ended;
      rmSync(folder, { recursive: true });
      expect(ended.exitCode).toBe(70);
      expect(ended.stderr).toContain('bci broke down');
      expect(ended.stderr).toContain(`(${type})`);
      expect(ended.stderr).toContain('crash.mjs');
      expect(ended.stdout + ended.stderr).not.toContain('planted');
    },
    30_000,
  );

  it.each(['stdout', 'stderr'] as const)(
    'runs to its own exit code although nobody reads %s any more',
    async (stream) => {
      const argv = stream === 'stdout' ? ['doctor', '--json'] : ['sync'];
      const bci = start(argv, { BCI_ENVIRONMENT: 'sandbox' });
      bci.closeReader(stream);
      const ended = await bci.ended;
      expect(ended.exitCode).toBe(3);
      expect(ended.stdout + ended.stderr).not.toContain('broke down');
    },
    30_000,
  );

  it('goes on with a synchronization when both readers are gone, until it is told to stop', async () => {
    const bci = start(['sync', '--verbose'], settingsFor(server.url));
    bci.closeReader('stdout');
    bci.closeReader('stderr');
    await firstRequest;
    bci.kill('SIGTERM');
    expect((await bci.ended).exitCode).toBe(143);
  }, 30_000);

  it('prints one JSON object to a pipe and ends with the exit code', async () => {
    const ended = await start(['doctor', '--json'], { BCI_ENVIRONMENT: 'sandbox' }).ended;
    expect(ended.exitCode).toBe(3);
    expect(JSON.parse(ended.stdout)).toMatchObject({ command: 'doctor', exitCode: 3 });
  }, 30_000);
});
