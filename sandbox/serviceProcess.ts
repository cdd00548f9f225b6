import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The service as its users run it: the built command in a process of its own. */
export interface ServiceProcess {
  readonly output: () => string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function collect(child: ChildProcess): { out: string; error: string } {
  const text = { out: '', error: '' };
  child.stdout?.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text.error += chunk.toString()));
  return text;
}

function start(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [command, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the command to its end. */
export async function runService(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  const child = start(command, args, environment);
  const text = collect(child);
  await once(child, 'close');
  return { exitCode: child.exitCode, stdout: text.out, stderr: text.error };
}

/** Starts the command and leaves it running. */
export function startService(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): ServiceProcess {
  const child = start(command, args, environment);
  const text = collect(child);
  return {
    output: () => text.out + text.error,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}
