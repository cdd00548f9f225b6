import { CommanderError } from 'commander';
import { isServiceError } from '../http/serviceError';
import { createContext, writeJson, type CommandHost } from './commandContext';
import { exitCodeOf, exitCodes, type ExitCode } from './exitCodes';
import { describeUnexpected } from './lastResort';
import { createProgram, type Invocation } from './program';
import { Shutdown, type StoppableProcess } from './shutdown';

/** What `--json` says of a command that failed as a whole. */
function errorJson(error: unknown, exitCode: ExitCode): object {
  const described = isServiceError(error) ? error.toJSON() : { kind: 'bug', message: describeUnexpected(error) };
  return { exitCode, error: described };
}

function parse(argv: readonly string[], host: CommandHost): Invocation | ExitCode {
  let invocation: Invocation | undefined;
  const { terminal } = host;
  const program = createProgram(
    (asked) => {
      invocation = asked;
    },
    { writeOut: (text) => terminal.writeResult(text), writeErr: (text) => terminal.writeNote(text) },
  );
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  return invocation ?? exitCodes.usage;
}

/**
 * Runs one command line to its end.
 * @param argv without the program itself
 * @returns how the process shall end
 */
export async function runCommandLine(
  argv: readonly string[],
  host: CommandHost,
  stoppable: StoppableProcess,
): Promise<ExitCode> {
  const invocation = parse(argv, host);
  if (typeof invocation === 'number') return invocation;
  const { terminal } = host;
  const shutdown = new Shutdown(stoppable, (text) => terminal.writeNote(text));
  const context = createContext(host, invocation.common, invocation.flags, shutdown.signal);
  try {
    const exitCode = await invocation.run(context);
    return shutdown.exitCode ?? exitCode;
  } catch (error) {
    const exitCode = shutdown.exitCode ?? exitCodeOf(error);
    context.logger.failure('failed', error, { exitCode });
    if (context.output.json) writeJson(terminal, errorJson(error, exitCode));
    if (!isServiceError(error, 'cancelled')) {
      terminal.writeNote(`bci: ${isServiceError(error) ? error.message : describeUnexpected(error)}\n`);
    }
    return exitCode;
  } finally {
    shutdown.release();
  }
}
