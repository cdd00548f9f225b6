import { setFlagsFromString } from 'node:v8';
import { installLastResort } from './commands/lastResort';
import { runCommandLine } from './commands/runCommandLine';
import { processTerminal } from './commands/terminal';
import { systemTiming } from './http/timing';

/** A reader that goes away, as `head` does, is no error: the work goes on and ends with its own exit code. */
function survivePipeEnd(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** `bci`: the process around a command line. */
async function main(): Promise<void> {
  // Collects garbage sooner: half the memory for companies of 100,000 customers, at the cost of processor time that is
  // waiting for answers anyway.
  setFlagsFromString('--optimize-for-size');
  installLastResort(process, (text) => void process.stderr.write(text));
  survivePipeEnd(process.stdout);
  survivePipeEnd(process.stderr);
  const host = { terminal: processTerminal(process), environment: process.env, timing: systemTiming };
  const exitCode = await runCommandLine(process.argv.slice(2), host, process);
  // What was printed must be out before the end: pipes are asynchronous.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
}

void main();
