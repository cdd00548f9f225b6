import type { CommandHost } from '../../../service/commands/commandContext';
import { runCommandLine } from '../../../service/commands/runCommandLine';
import type { StoppableProcess } from '../../../service/commands/shutdown';
import type { Terminal } from '../../../service/commands/terminal';
import { systemTiming, type Timing } from '../../../service/http/timing';

export class FakeTerminal implements Terminal {
  results = '';
  notes = '';
  constructor(
    readonly isInteractive = false,
    readonly canRewriteLine = isInteractive,
    readonly hasColour = isInteractive,
  ) {}
  writeResult(text: string): void {
    this.results += text;
  }
  writeNote(text: string): void {
    this.notes += text;
  }
}

/** A process that is told to stop by the test. */
export class FakeProcess implements StoppableProcess {
  readonly exits: number[] = [];
  private readonly listeners = new Map<string, () => void>();
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): void {
    this.listeners.set(event, listener);
  }
  off(event: 'SIGINT' | 'SIGTERM'): void {
    this.listeners.delete(event);
  }
  exit(code: number): void {
    this.exits.push(code);
  }
  send(event: 'SIGINT' | 'SIGTERM'): void {
    this.listeners.get(event)?.();
  }
  get listening(): number {
    return this.listeners.size;
  }
}

export interface Run {
  readonly exitCode: number;
  readonly results: string;
  readonly notes: string;
}

export interface RunOptions {
  readonly terminal?: FakeTerminal;
  readonly process?: FakeProcess;
  readonly timing?: Timing;
}

/** Waiting takes no time. */
export const hurried: Timing = { ...systemTiming, sleep: () => Promise.resolve() };

export async function runBci(
  argv: readonly string[],
  environment: CommandHost['environment'],
  options: RunOptions = {},
): Promise<Run> {
  const terminal = options.terminal ?? new FakeTerminal();
  const readFile = (): string => {
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  };
  const host = { terminal, environment, timing: options.timing ?? hurried, readFile };
  const exitCode = await runCommandLine(argv, host, options.process ?? new FakeProcess());
  return { exitCode, results: terminal.results, notes: terminal.notes };
}
