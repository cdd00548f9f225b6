import type { Configuration } from '../configuration/configuration';
import {
  configurationError,
  loadConfiguration,
  type ConfigurationSources,
  type LoadedConfiguration,
} from '../configuration/loadConfiguration';
import type { RawSettings } from '../configuration/settings';
import type { Timing } from '../http/timing';
import { createLogger, type Logger } from '../logging/logger';
import { logLevelFor, type OutputOptions, type Terminal } from './terminal';

/** What the outside gives to a command. */
export interface CommandHost {
  readonly terminal: Terminal;
  readonly environment: RawSettings;
  readonly timing: Timing;
  readonly readFile?: ConfigurationSources['readFile'];
}

export interface CommandContext extends CommandHost {
  readonly output: OutputOptions;
  readonly loaded: LoadedConfiguration;
  readonly logger: Logger;
  /** Aborted when the command shall stop. */
  readonly signal: AbortSignal;
}

/** Options of the command line that every command has. */
export interface CommonOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export function createContext(
  host: CommandHost,
  options: CommonOptions,
  flags: RawSettings,
  signal: AbortSignal,
): CommandContext {
  const { readFile, terminal } = host;
  const output = {
    json: options.json === true,
    quiet: options.quiet === true,
    verbose: options.verbose === true,
  };
  const loaded = loadConfiguration({
    flags,
    environment: host.environment,
    file: options.config,
    ...(readFile === undefined ? {} : { readFile }),
  });
  const level = logLevelFor(terminal, output, loaded.configuration?.logLevel ?? 'info');
  const logger = createLogger(level, (line) => terminal.writeNote(line));
  return { ...host, output, loaded, logger, signal };
}

/** @throws {ServiceError} `config`, with every problem */
export function requireConfiguration({ loaded }: CommandContext): Configuration {
  if (loaded.configuration !== undefined) return loaded.configuration;
  throw configurationError(loaded.problems);
}

export function writeJson(terminal: Terminal, value: object): void {
  terminal.writeResult(`${JSON.stringify(value, null, 2)}\n`);
}
