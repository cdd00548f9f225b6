import { installLastResort } from '../../../service/commands/lastResort';
import { createProgress } from '../../../service/commands/progress';
import { syncText } from '../../../service/commands/syncReport';
import { logLevelFor, processTerminal, type OutputOptions } from '../../../service/commands/terminal';
import { ServiceError } from '../../../service/http/serviceError';
import { createLogger } from '../../../service/logging/logger';
import type { SyncResult } from '../../../service/sync/result';
import { FakeTiming } from '../http/fakes';
import { FakeTerminal } from './fakeHost';

const plain: OutputOptions = { json: false, quiet: false, verbose: false };
const counts = { rowsRead: 1200, rowsWritten: 3, rowsUnchanged: 1197, rowsFailed: 0, requestCount: 24 };

function display(
  terminal: FakeTerminal,
  options: Partial<OutputOptions> = {},
): {
  show: (afterMs: number) => Promise<void>;
  end: () => void;
} {
  const timing = new FakeTiming();
  const logger = createLogger('info', (line) => terminal.writeNote(line));
  const progress = createProgress(terminal, { ...plain, ...options }, logger, timing);
  return {
    async show(afterMs) {
      await timing.sleep(afterMs);
      progress.show({ step: 'customers', ...counts });
    },
    end: () => progress.end(),
  };
}

describe('progress', () => {
  it('is one line that is rewritten on a terminal, on stderr, and gone at the end', async () => {
    const terminal = new FakeTerminal(true);
    const progress = display(terminal);
    await progress.show(1000);
    await progress.show(50);
    await progress.show(50);
    progress.end();
    expect(terminal.notes).toBe(
      '\r\u001b[2Kcustomers · 1,200 rows read · 3 written · 24 requests · 1,200 rows/s' +
        '\r\u001b[2Kcustomers · 1,200 rows read · 3 written · 24 requests · 1,091 rows/s' +
        '\r\u001b[2K',
    );
    expect(terminal.results).toBe('');
  });

  it('is a log line every ten seconds otherwise', async () => {
    const terminal = new FakeTerminal(false);
    const progress = display(terminal);
    for (const wait of [9000, 1000, 5000, 5000]) await progress.show(wait);
    progress.end();
    const lines = terminal.notes.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'progress', step: 'customers', rowsRead: 1200 });
  });

  it('has no control characters on a terminal that cannot rewrite', async () => {
    const terminal = new FakeTerminal(true, false);
    const progress = display(terminal);
    await progress.show(10_000);
    progress.end();
    expect(terminal.notes).toMatch(/^customers · [^\u001b]*\n$/);
  });

  it.each<Partial<OutputOptions>>([{ json: true }, { quiet: true }])('is silent with %j', async (options) => {
    const terminal = new FakeTerminal(true);
    const progress = display(terminal, options);
    await progress.show(60_000);
    progress.end();
    expect(terminal.notes).toBe('');
  });
});

describe('log lines', () => {
  it.each([
    [true, plain, 'silent'],
    [false, plain, 'info'],
    [false, { ...plain, quiet: true }, 'error'],
    [true, { ...plain, verbose: true }, 'debug'],
  ] as const)('terminal %s with %j are of level %s', (isInteractive, options, level) => {
    expect(logLevelFor(new FakeTerminal(isInteractive), options, 'info')).toBe(level);
  });
});

describe('colours', () => {
  const stream = (isTTY: boolean): NodeJS.WriteStream =>
    Object.assign(Object.create(process.stdout) as NodeJS.WriteStream, { isTTY });

  it.each([
    [true, {}, true],
    [true, { NO_COLOR: '' }, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
  ])('TTY %s with %j: %s', (isTTY, env, expected) => {
    expect(processTerminal({ stdout: stream(isTTY), stderr: stream(false), env }).hasColour).toBe(expected);
  });
});

describe('the report of a synchronization', () => {
  const result: SyncResult = {
    company: 'CRONUS',
    connectionId: 'c',
    runId: 'r',
    correlationId: 'x',
    outcome: 'succeededWithProblems',
    startedOn: '2026-06-30T12:00:00Z',
    finishedOn: '2026-06-30T12:00:04Z',
    problems: [
      {
        source: 'customers',
        systemId: 's',
        recordNumber: '10000',
        code: 'x',
        reason: 'Its limit is no number.',
        nextStep: 'Correct it.',
      },
    ],
    problemCount: 3,
    writes: [{ table: 'bci_customer', create: 2, update: 1, deactivate: 0, remove: 0 }],
    ...counts,
  };

  it('tells counts, problems and what to do next', () => {
    expect(syncText([{ company: 'CRONUS', result, error: null }], false)).toBe(
      [
        'CRONUS: synchronized with problems in 4 s.',
        '  1,200 rows read · 3 written · 1,197 unchanged · 0 failed · 24 requests',
        '  3 problems:',
        '  - customers 10000: Its limit is no number. Correct it.',
        '  … and 2 more, listed in Sales under Synchronization Problems.',
        'Next: remove the causes and run bci sync again; bci doctor checks everything.',
        '',
      ].join('\n'),
    );
  });

  it('names what comes next only after a success', () => {
    const done: SyncResult = { ...result, outcome: 'succeeded', problems: [], problemCount: 0 };
    expect(syncText([{ company: 'CRONUS', result: done, error: null }], false)).toBe(
      [
        'CRONUS: synchronized in 4 s.',
        '  1,200 rows read · 3 written · 1,197 unchanged · 0 failed · 24 requests',
        'Next: bci serve keeps the figures fresh; bci doctor checks everything.',
        '',
      ].join('\n'),
    );
    const error = new ServiceError({ kind: 'permission', message: 'Not allowed. Give it a role.' });
    const mixed = syncText(
      [
        { company: 'CRONUS', result: done, error: null },
        { company: 'Contoso', result: null, error },
      ],
      false,
    );
    expect(mixed).not.toContain('bci serve');
  });

  it('counts one of each in the singular', () => {
    const one: SyncResult = { ...result, problemCount: 1, rowsRead: 1, requestCount: 1 };
    const text = syncText([{ company: 'CRONUS', result: one, error: null }], false);
    expect(text).toContain('  1 row read · 3 written · 1,197 unchanged · 0 failed · 1 request\n  1 problem:\n');
  });

  it('tells of a dry run what would be written', () => {
    const text = syncText([{ company: 'CRONUS', result, error: null }], true);
    expect(text).toContain('read with problems, nothing written (dry run)');
    expect(text).toContain('  bci_customer: 2 to create, 1 to update');
  });

  it('tells why a company could not be synchronized', () => {
    const error = new ServiceError({ kind: 'permission', message: 'Not allowed. Give it a role.' });
    expect(syncText([{ company: 'CRONUS', result: null, error }], false)).toContain(
      'CRONUS: not synchronized.\n  Not allowed. Give it a role.',
    );
  });
});

describe('the last resort', () => {
  it('prints our own errors whole and of others only their type', () => {
    const listeners: ((error: unknown) => void)[] = [];
    const exits: number[] = [];
    let written = '';
    installLastResort(
      { on: (_event, listener) => listeners.push(listener), exit: (code) => exits.push(code) },
      (text) => {
        written += text;
      },
    );
    listeners[0]?.(new ServiceError({ kind: 'refused', message: 'Dataverse says no.' }));
    listeners[1]?.(new Error('planted'));
    listeners[1]?.('planted');
    expect(exits).toEqual([70, 70, 70]);
    expect(written).toContain('Dataverse says no.');
    expect(written).not.toContain('planted');
  });
});
