import { exitCodeMeanings, exitCodes } from '../../../service/commands/exitCodes';
import { exitCodeOfSync } from '../../../service/commands/syncReport';
import { ServiceError, type ServiceErrorKind } from '../../../service/http/serviceError';
import type { SyncResult } from '../../../service/sync/result';
import type { CompanyOutcome } from '../../../service/sync/synchronizeEnvironment';
import { answerJson, startLoopbackServer, type Answering, type LoopbackServer } from '../http/loopbackServer';
import { FakeProcess, hurried, runBci, type Run, type RunOptions } from './fakeHost';

const servers: LoopbackServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(answering: Answering): Promise<string> {
  const server = await startLoopbackServer(answering);
  servers.push(server);
  return server.url;
}

const emptyDataverse: Answering = (response) => {
  answerJson(response, { value: [] });
};

async function sync(businessCentral: Answering, argv: readonly string[] = [], options: RunOptions = {}): Promise<Run> {
  const environment = {
    BCI_BUSINESS_CENTRAL_URL: await start(businessCentral),
    BCI_DATAVERSE_URL: await start(emptyDataverse),
    BCI_ENVIRONMENT: 'sandbox',
    BCI_BUSINESS_CENTRAL_TOKEN: 'planted-business-central-token',
    BCI_DATAVERSE_TOKEN: 'planted-dataverse-token',
  };
  return runBci(['sync', ...argv], environment, options);
}

function status(code: number, headers: Record<string, string> = {}): Answering {
  return (response) => {
    answerJson(response, { error: { code: 'Some_Code', message: 'Some text.' } }, code, headers);
  };
}

describe('bci ends with', () => {
  it('0 for help and version, and help lists every exit code', async () => {
    const help = await runBci(['--help'], {});
    expect(help.exitCode).toBe(0);
    for (const [name, code] of Object.entries(exitCodes)) {
      expect(help.results).toContain(`${code}  ${Reflect.get(exitCodeMeanings, name) as string}`);
    }
    expect(await runBci(['--version'], {})).toEqual({
      exitCode: 0,
      results: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
      notes: '',
    });
  });

  it.each([[['snyc']], [['sync', '--dry']], [['sync', 'everything']], [[]], [['serve', '--port', 'high']]])(
    '2 for the command line %j, with a word of help on stderr',
    async (argv) => {
      const run = await runBci(argv, {});
      expect(run.exitCode).toBe(2);
      expect(run.results).toBe('');
      expect(run.notes).toMatch(/--help|Usage/);
    },
  );

  it('2 and the nearest name for a mistyped command or option', async () => {
    expect((await runBci(['snyc'], {})).notes).toContain('Did you mean sync?');
    expect((await runBci(['sync', '--dry-rum'], {})).notes).toContain('Did you mean --dry-run?');
  });

  it('3 when the configuration is wrong, with every problem', async () => {
    const run = await runBci(['sync'], { BCI_PORT: 'x' });
    expect(run.exitCode).toBe(3);
    for (const name of ['BCI_ENVIRONMENT', 'BCI_DATAVERSE_URL', 'BCI_PORT']) expect(run.notes).toContain(name);
  });

  it('3 when serve has no webhook key', async () => {
    const run = await runBci(['serve'], {
      BCI_ENVIRONMENT: 'Production',
      BCI_DATAVERSE_URL: 'https://contoso.crm4.dynamics.com',
      BCI_MANAGED_IDENTITY: 'true',
    });
    expect(run.exitCode).toBe(3);
    expect(run.notes).toContain('BCI_WEBHOOK_KEY is missing');
  });

  it.each<[number, string, Answering]>([
    [4, 'the sign-in is not accepted', status(401)],
    [4, 'a permission is missing', status(403)],
    [5, 'the environment is not there', status(404)],
    [
      5,
      'the answer is a sign-in page',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    ],
    [75, 'a limit holds for longer than a run', status(429, { 'retry-after': '86400' })],
    [75, 'a limit does not end', status(429)],
    [75, 'the other side does not work', status(503)],
  ])('%i when %s', async (code, _name, answering) => {
    const run = await sync(answering);
    expect(run.exitCode).toBe(code);
    expect(run.notes).toMatch(/bci: \S+/);
    expect(run.results).toBe('');
  });

  it('1 after an error in bci itself, whose text is not shown', async () => {
    const timing = {
      ...hurried,
      now: (): number => {
        throw new TypeError('planted-text');
      },
    };
    const run = await sync(status(503), [], { timing });
    expect(run.exitCode).toBe(1);
    expect(run.notes).toContain('An error in bci itself (TypeError)');
    expect(run.notes + run.results).not.toContain('planted');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('after %s: says so at once and ends with %i', async (signal, code) => {
    const process = new FakeProcess();
    const run = await sync(
      () => {
        process.send(signal);
      },
      [],
      { process },
    );
    expect(run.exitCode).toBe(code);
    expect(run.notes).toContain('stopping');
    expect(process.exits).toEqual([]);
    expect(process.listening).toBe(0);
  });

  it('the second signal ends at once', async () => {
    const process = new FakeProcess();
    await sync(
      () => {
        process.send('SIGTERM');
        process.send('SIGINT');
      },
      [],
      { process },
    );
    expect(process.exits).toEqual([130]);
  });
});

describe('--json', () => {
  it('is one object on stdout also when all fails, without any token', async () => {
    const run = await sync(
      (response, request) => {
        answerJson(response, { error: { code: 'X', message: request.headers.authorization } }, 403);
      },
      ['--json'],
    );
    expect(JSON.parse(run.results)).toMatchObject({
      exitCode: 4,
      error: { kind: 'permission', status: 403, code: 'X' },
    });
    expect(run.results + run.notes).not.toContain('planted');
  });

  it('leaves stderr without progress', async () => {
    const run = await sync(status(404), ['--json', '--quiet']);
    expect(run.notes.split('\n').filter((line) => line.includes('progress'))).toEqual([]);
  });
});

describe('the exit code of a synchronization', () => {
  const failed = (kind: ServiceErrorKind): CompanyOutcome => ({
    company: 'a',
    result: null,
    error: new ServiceError({ kind, message: '' }),
  });
  const done = (outcome: SyncResult['outcome']): CompanyOutcome => ({
    company: 'a',
    error: null,
    result: {
      company: 'a',
      connectionId: null,
      runId: null,
      correlationId: '',
      outcome,
      startedOn: '',
      finishedOn: '',
      problems: [],
      problemCount: 0,
      writes: [],
      rowsRead: 0,
      rowsWritten: 0,
      rowsUnchanged: 0,
      rowsFailed: 0,
      requestCount: 0,
    },
  });

  it.each<[number, string, CompanyOutcome[]]>([
    [0, 'all succeeded', [done('succeeded'), done('succeeded')]],
    [6, 'one has problems', [done('succeeded'), done('succeededWithProblems')]],
    [6, 'one company failed', [done('succeeded'), failed('permission')]],
    [6, 'companies failed in different ways', [failed('transient'), failed('permission')]],
    [75, 'every company can be tried later', [failed('throttled'), failed('transient')]],
    [4, 'no company may be read', [failed('permission')]],
    [0, 'there is nothing to do', []],
  ])('is %i when %s', (code, _name, outcomes) => {
    expect(exitCodeOfSync(outcomes)).toBe(code);
  });
});
