import { setFlagsFromString } from 'node:v8';
import { exitCodes } from './commands/exitCodes';
import { installLastResort } from './commands/lastResort';
import { runCommandLine } from './commands/runCommandLine';
import { processTerminal } from './commands/terminal';
import { systemTiming } from './http/timing';

/** `bci`: the process around a command line. */
async function main(): Promise<void> {
  // Collects garbage sooner: half the memory for companies of 100,000 customers, at the cost of processor time that is
  // waiting for answers anyway.
  setFlagsFromString('--optimize-for-size');
  installLastResort(process, (text) => void process.stderr.write(text));
  // A reader that goes away, as `head` does, is no error.
  process.stdout.on('error', () => process.exit(exitCodes.done));
  const host = { terminal: processTerminal(process), environment: process.env, timing: systemTiming };
  const exitCode = await runCommandLine(process.argv.slice(2), host, process);
  // What was printed must be out before the end: pipes are asynchronous.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
}

void main();
