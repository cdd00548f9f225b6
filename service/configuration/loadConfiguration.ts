import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ServiceError } from '../http/serviceError';
import type { Configuration, ConfigurationProblem } from './configuration';
import { credentialProblems, readCredential } from './credential';
import { nearestName } from './nearestName';
import { Secret } from './secret';
import { settingNames, settingsSchema, type RawSettings, type Settings } from './settings';

export const CONFIGURATION_FILE = 'bci.config.json';

export interface ConfigurationSources {
  /** From the command line; they win. */
  readonly flags: RawSettings;
  readonly environment: RawSettings;
  /** Given with `--config`; then it must exist. Default: `bci.config.json`, if there is one. */
  readonly file?: string | undefined;
  /** Reads a file; throws Node's error when it cannot. */
  readonly readFile?: (path: string) => string;
}

export type LoadedConfiguration =
  | { readonly configuration: Configuration; readonly problems: readonly [] }
  | { readonly configuration: undefined; readonly problems: readonly ConfigurationProblem[] };

const fileSchema = z.record(z.string(), z.unknown());
const valueSchema = z.union([z.string(), z.number(), z.boolean()]);
/** Windows PowerShell and Notepad put it before UTF-8. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

interface FileSettings {
  readonly settings: RawSettings;
  readonly problems: readonly ConfigurationProblem[];
}

function fileProblem(path: string, message: string): FileSettings {
  return { settings: {}, problems: [{ setting: path, message }] };
}

function readValues(path: string, values: Readonly<Record<string, unknown>>): FileSettings {
  const settings: Record<string, string> = {};
  const problems: ConfigurationProblem[] = [];
  for (const [name, value] of Object.entries(values)) {
    const parsed = valueSchema.safeParse(value);
    if (parsed.success) {
      settings[name] = String(parsed.data);
    } else {
      const message = `${name} in ${path} must be a text, a number, true or false. Correct it, or remove it.`;
      problems.push({ setting: name, message });
    }
  }
  return { settings, problems };
}

function readFileSettings({ file, readFile }: ConfigurationSources): FileSettings {
  const path = file ?? CONFIGURATION_FILE;
  let text: string;
  try {
    text = (readFile ?? ((name: string) => readFileSync(name, 'utf8')))(path);
  } catch (error) {
    if (file === undefined && isMissing(error)) return { settings: {}, problems: [] };
    return fileProblem(path, `${path} cannot be read. Check that it exists and may be read.`);
  }
  try {
    return readValues(path, fileSchema.parse(JSON.parse(text.replace(BYTE_ORDER_MARK, ''))));
  } catch {
    return fileProblem(path, `${path} is not a JSON object of settings, e.g. { "BCI_ENVIRONMENT": "Production" }.`);
  }
}

/** An empty value is as good as none: `BCI_COMPANY=` in a shell means "not set". */
function present(settings: RawSettings): Record<string, string> {
  const entries = Object.entries(settings).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== '');
  return Object.fromEntries(entries.map(([name, value]) => [name, value.trim()]));
}

function ours(environment: RawSettings): RawSettings {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('BCI_')));
}

function unknownSetting(name: string): ConfigurationProblem {
  const near = nearestName(name, settingNames);
  const hint = near === undefined ? 'Remove it.' : `Did you mean ${near}?`;
  return { setting: name, message: `${name} is not a setting. ${hint}` };
}

function problemsOf(error: z.ZodError): ConfigurationProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(unknownSetting)
      : [{ setting: issue.path.join('.'), message: issue.message }],
  );
}

function build(settings: Settings, raw: RawSettings): Configuration {
  return {
    businessCentral: {
      url: settings.BCI_BUSINESS_CENTRAL_URL,
      tenantId: settings.BCI_TENANT_ID ?? null,
      environmentName: settings.BCI_ENVIRONMENT,
      company: settings.BCI_COMPANY ?? null,
    },
    dataverse: { url: settings.BCI_DATAVERSE_URL },
    credential: readCredential(raw),
    webhookKey: settings.BCI_WEBHOOK_KEY === undefined ? null : new Secret(settings.BCI_WEBHOOK_KEY),
    scheduleMinutes: settings.BCI_SCHEDULE_MINUTES,
    port: settings.BCI_PORT,
    logLevel: settings.BCI_LOG_LEVEL,
  };
}

/** Command line before environment before file before defaults. Tells every problem at once, none of them a value. */
export function loadConfiguration(sources: ConfigurationSources): LoadedConfiguration {
  const file = readFileSettings(sources);
  const raw = {
    ...present(file.settings),
    ...present(ours(sources.environment)),
    ...present(sources.flags),
  };
  const parsed = settingsSchema.safeParse(raw);
  const inFile = new Set(file.problems.map(({ setting }) => setting));
  const others = [...(parsed.success ? [] : problemsOf(parsed.error)), ...credentialProblems(raw)];
  // What the file holds wrongly is not missing, too.
  const problems = [...file.problems, ...others.filter(({ setting }) => !inFile.has(setting))];
  if (parsed.success && problems.length === 0) return { configuration: build(parsed.data, raw), problems: [] };
  return { configuration: undefined, problems };
}

/** The one error of a configuration with problems: a line for each. */
export function configurationError(problems: readonly ConfigurationProblem[]): ServiceError {
  const lines = problems.map((problem) => problem.message).join('\n');
  return new ServiceError({ kind: 'config', code: 'configuration', message: lines });
}
