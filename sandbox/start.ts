import { startSandbox } from './sandbox';

const DEFAULT_PORT = 4700;

/** @throws {RangeError} when PORT is not a port with two more after it */
function chosenPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_533) return port;
  throw new RangeError(`PORT is "${text}": set it to a number from 1 to 65533, or leave it out for ${DEFAULT_PORT}.`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const port = chosenPort(process.env.PORT);
  const sandbox = await startSandbox({
    clientPort: port,
    businessCentralPort: port + 1,
    servicePort: port + 2,
    progress: (step) => say(`${step}…`),
  });
  const stop = (): void => {
    say('Stopping…');
    process.once('SIGINT', () => process.exit(130));
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say('');
  say(`Sales            ${sandbox.clientUrl}`);
  say(`Business Central ${sandbox.businessCentral.url}`);
  say('Ready. Ctrl+C stops everything.');
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? String(error.port) : '';
    return (
      `Port ${port} is in use by another program: stop it, or choose others with PORT, e.g. \`PORT=4800 npm start\` ` +
      '(the sandbox takes PORT and the two after it).'
    );
  }
  return error.message;
}

function fail(error: unknown): void {
  process.stderr.write(`${reason(error)}\n`);
  process.exit(1);
}

main().catch(fail);
