import type { LogLevel } from '../configuration/configuration';

/** Where a command writes. Results go to the one, everything else to the other. */
export interface Terminal {
  /** stdout. */
  writeResult(text: string): void;
  /** stderr. */
  writeNote(text: string): void;
  /** stderr is a terminal that a person looks at. */
  readonly isInteractive: boolean;
  /** The line on stderr can be overwritten. */
  readonly canRewriteLine: boolean;
  /** Colours on stdout. */
  readonly hasColour: boolean;
}

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** @see https://no-color.org: any value but the empty one turns colours off */
function wantsPlain(env: Streams['env'], stream: NodeJS.WriteStream): boolean {
  return (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb' || !stream.isTTY;
}

export function processTerminal({ stdout, stderr, env }: Streams): Terminal {
  return {
    writeResult: (text) => void stdout.write(text),
    writeNote: (text) => void stderr.write(text),
    isInteractive: stderr.isTTY,
    canRewriteLine: stderr.isTTY && env.TERM !== 'dumb',
    hasColour: !wantsPlain(env, stdout),
  };
}

/** Options that every command has. */
export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/**
 * How much is logged: a person at a terminal sees progress and a report instead of log lines, unless they ask for them.
 * @param configured BCI_LOG_LEVEL
 */
export function logLevelFor(terminal: Terminal, options: OutputOptions, configured: LogLevel): LogLevel {
  if (options.verbose) return configured === 'trace' ? 'trace' : 'debug';
  if (options.quiet) return 'error';
  return terminal.isInteractive ? 'silent' : configured;
}
