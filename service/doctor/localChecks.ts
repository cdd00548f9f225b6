import { engines } from '../../package.json';
import type { Configuration } from '../configuration/configuration';
import type { LoadedConfiguration } from '../configuration/loadConfiguration';
import type { RawSettings } from '../configuration/settings';
import { failed, passed, skipped, warning, type Check } from './check';

const NODE = { id: 'node', title: 'Node.js' };
const PROXY = { id: 'proxy', title: 'Proxy' };
const CONFIGURATION = { id: 'configuration', title: 'Configuration' };
const WEBHOOK_KEY = { id: 'webhookKey', title: 'Webhook key' };
const CREDENTIAL = { id: 'credentialExpiry', title: 'Credential' };

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}

/** True when `version` is not older than `lowest`; of a version as many parts count as both have. */
export function isAtLeast(version: string, lowest: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(lowest)];
  const different = a.findIndex((part, index) => part !== (b[index] ?? part));
  return different < 0 || (a[different] ?? 0) > (b[different] ?? 0);
}

/** @param version e.g. `20.20.2` */
export function checkNode(version: string): Check {
  const lowest = engines.node.replace(/[^\d.]/g, '');
  if (isAtLeast(version, lowest)) return passed(NODE, `Version ${version}.`);
  return failed(
    NODE,
    'config',
    `Version ${version} is too old; ${lowest} or later is needed.`,
    `Install Node.js ${lowest} or later.`,
  );
}

export function checkProxy(environment: RawSettings): Check {
  const names = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'].filter(
    (name) => environment[name] !== undefined,
  );
  return passed(PROXY, names.length === 0 ? 'None is set.' : `Taken from ${names.join(' and ')}.`);
}

/** Every wrong setting is a check of its own. */
export function checkConfiguration(loaded: LoadedConfiguration): readonly Check[] {
  if (loaded.configuration !== undefined) return [passed(CONFIGURATION, 'Complete and well-formed.')];
  return loaded.problems.map(({ setting, message }) =>
    failed(
      { id: `configuration.${setting}`, title: CONFIGURATION.title },
      'config',
      message,
      `Set ${setting} in the environment or in bci.config.json.`,
    ),
  );
}

export function checkWebhookKey(configuration: Configuration): Check {
  if (configuration.webhookKey !== null) return passed(WEBHOOK_KEY, 'Set.');
  return warning(
    WEBHOOK_KEY,
    'BCI_WEBHOOK_KEY is not set.',
    'Set it to a random text of at least 16 characters before bci serve, and give the webhook in Dataverse the same.',
    'Without it, bci serve does not start; bci sync works.',
  );
}

/** When a secret ends is known to Microsoft Entra alone, and the service may not look there. */
export function checkCredential({ credential }: Configuration): Check {
  switch (credential.kind) {
    case 'managedIdentity':
      return passed(CREDENTIAL, 'A managed identity, which does not expire.');
    case 'fixed':
      return passed(CREDENTIAL, 'Fixed tokens of a sandbox on this machine.');
    case 'secret':
    case 'certificate':
      return skipped(
        CREDENTIAL,
        `When the ${credential.kind === 'secret' ? 'client secret' : 'certificate'} expires cannot be seen from here.`,
        'Look it up in the app registration (Certificates & secrets) and renew it 30 days ahead.',
      );
  }
}
