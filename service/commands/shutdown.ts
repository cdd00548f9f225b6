import { exitCodes, type ExitCode } from './exitCodes';

/** The process, as far as stopping it is concerned. */
export interface StoppableProcess {
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): void;
  off(event: 'SIGINT' | 'SIGTERM', listener: () => void): void;
  exit(code: number): void;
}

/** A command that does not end by itself is ended after this time. */
export const LONGEST_SHUTDOWN_MS = 10_000;

/**
 * Ctrl-C and SIGTERM: says at once what happens, lets the command end well within ten seconds, and ends the process on
 * the second signal. The next start needs no cleaning: every write is complete in itself.
 */
export class Shutdown {
  private readonly controller = new AbortController();
  private readonly listeners: readonly (readonly ['SIGINT' | 'SIGTERM', () => void])[];
  private timer: NodeJS.Timeout | undefined;
  private code: ExitCode | undefined;

  constructor(
    private readonly target: StoppableProcess,
    private readonly say: (text: string) => void,
  ) {
    this.listeners = [
      ['SIGINT', () => this.stop('Ctrl-C', exitCodes.interrupted)],
      ['SIGTERM', () => this.stop('SIGTERM', exitCodes.terminated)],
    ];
    for (const [event, listener] of this.listeners) target.on(event, listener);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** How the process ends when it was told to stop. */
  get exitCode(): ExitCode | undefined {
    return this.code;
  }

  release(): void {
    clearTimeout(this.timer);
    for (const [event, listener] of this.listeners) this.target.off(event, listener);
  }

  private stop(name: string, code: ExitCode): void {
    if (this.code !== undefined) {
      this.target.exit(code);
      return;
    }
    this.code = code;
    this.say(`${name}: stopping after what is being written. Again: stop now.\n`);
    this.timer = setTimeout(() => {
      this.target.exit(code);
    }, LONGEST_SHUTDOWN_MS);
    this.controller.abort();
  }
}
