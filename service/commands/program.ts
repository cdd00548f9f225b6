import { Command, InvalidArgumentError } from 'commander';
import { version } from '../../package.json';
import type { RawSettings } from '../configuration/settings';
import type { CommandContext, CommonOptions } from './commandContext';
import { doctorCommand } from './doctorCommand';
import { exitCodeMeanings, exitCodes, type ExitCode } from './exitCodes';
import { registerWebhookCommand } from './registerWebhookCommand';
import { serveCommand } from './serveCommand';
import { syncCommand } from './syncCommand';

/** What the command line asks for. */
export interface Invocation {
  readonly common: CommonOptions;
  /** Settings given as options. */
  readonly flags: RawSettings;
  run(context: CommandContext): Promise<ExitCode>;
}

export interface ProgramOutput {
  writeOut(text: string): void;
  writeErr(text: string): void;
}

const EXAMPLES = `
Examples:
  bci doctor                     check everything that must be in place, all at once
  bci sync --dry-run             read everything, write nothing, show what would be written
  bci sync --connection CRONUS   synchronize one company
  bci serve                      synchronize by schedule and refresh customers and items on demand
`;

function exitCodeHelp(): string {
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  const lines = names.map((name) => `  ${String(exitCodes[name]).padStart(3)}  ${exitCodeMeanings[name]}`);
  return `\nExit codes:\n${lines.join('\n')}\n`;
}

const SETTINGS_HELP = `
Settings come from the environment (BCI_…) or from bci.config.json; the environment wins.
Needed: BCI_ENVIRONMENT, BCI_DATAVERSE_URL and a way to sign in. \`bci doctor\` names what is missing.
`;

function port(text: string): string {
  if (/^\d{1,5}$/.test(text)) return text;
  throw new InvalidArgumentError('A port is a whole number.');
}

function withCommonOptions(command: Command): Command {
  return command
    .option('--config <file>', 'read the settings from this file instead of bci.config.json')
    .option('--json', 'print one JSON object as the result, and no progress')
    .option('--quiet', 'print errors only')
    .option('--verbose', 'log every request on stderr');
}

/**
 * The command line. Parsing it calls `invoke` with what is asked for.
 * Mistakes are thrown as commander's own error after they were explained.
 */
export function createProgram(invoke: (invocation: Invocation) => void, output: ProgramOutput): Command {
  const program = new Command('bci');
  program
    .description('Keeps Business Central figures fresh in Dynamics 365 Sales.')
    .version(version, '--version')
    .configureOutput(output)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Run bci --help for the commands and their options.')
    .addHelpText('after', `${EXAMPLES}${SETTINGS_HELP}${exitCodeHelp()}`);

  withCommonOptions(program.command('doctor'))
    .description('check configuration, reachability, permissions, clock and versions, and say what to do')
    .action((options: CommonOptions) => {
      invoke({ common: options, flags: {}, run: doctorCommand });
    });

  withCommonOptions(program.command('sync'))
    .description('bring the tables in Dataverse up to date once')
    .option('--connection <name>', 'only the company with this name or id')
    .option('--full', 'trust nothing that earlier runs left', false)
    .option('--dry-run', 'read as usual, write nothing', false)
    .action((options: CommonOptions & { connection?: string; full: boolean; dryRun: boolean }) => {
      const { connection = null, full, dryRun } = options;
      invoke({ common: options, flags: {}, run: (context) => syncCommand(context, { connection, full, dryRun }) });
    });

  withCommonOptions(program.command('serve'))
    .description('synchronize by schedule, refresh on demand, answer /webhook and /health')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on (BCI_PORT)', port)
    .action((options: CommonOptions & { host: string; port?: string }) => {
      const flags = options.port === undefined ? {} : { BCI_PORT: options.port };
      invoke({ common: options, flags, run: (context) => serveCommand(context, { host: options.host }) });
    });

  withCommonOptions(program.command('register-webhook'))
    .description('let Dataverse tell the service of refresh requests (needs the role System Customizer)')
    .requiredOption('--url <address>', 'where Dataverse reaches the service, ending in /webhook')
    .action((options: CommonOptions & { url: string }) => {
      invoke({ common: options, flags: {}, run: (context) => registerWebhookCommand(context, { url: options.url }) });
    });

  return program;
}
