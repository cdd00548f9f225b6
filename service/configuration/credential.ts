import type { ConfigurationProblem, Credential } from './configuration';
import { Secret } from './secret';
import { BUSINESS_CENTRAL_URL, isRemoteAddress, type RawSettings } from './settings';

const FIXED_TOKENS = ['BCI_BUSINESS_CENTRAL_TOKEN', 'BCI_DATAVERSE_TOKEN'] as const;
const WAYS =
  'BCI_CLIENT_SECRET, BCI_CLIENT_CERTIFICATE_PATH or BCI_MANAGED_IDENTITY=true (for a sandbox on this machine: ' +
  'BCI_BUSINESS_CENTRAL_TOKEN and BCI_DATAVERSE_TOKEN)';

function missing(setting: string, why: string): ConfigurationProblem {
  return { setting, message: `${setting} is missing. ${why}` };
}

function fixedTokenProblems(raw: RawSettings): ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = [];
  // An address that is missing or wrong is a problem of its own.
  for (const [token, url, defaultUrl] of [
    ['BCI_BUSINESS_CENTRAL_TOKEN', 'BCI_BUSINESS_CENTRAL_URL', BUSINESS_CENTRAL_URL],
    ['BCI_DATAVERSE_TOKEN', 'BCI_DATAVERSE_URL', ''],
  ] as const) {
    if (raw[token] === undefined) {
      problems.push(missing(token, 'A sandbox needs a fixed token for each side.'));
    } else if (isRemoteAddress(raw[url] ?? defaultUrl)) {
      problems.push({
        setting: token,
        message: `${token} is accepted for a sandbox on this machine only: remove it, or set ${url} to a local address.`,
      });
    }
  }
  return problems;
}

function applicationProblems(raw: RawSettings): ConfigurationProblem[] {
  const why = 'A secret or a certificate belongs to an app registration.';
  return ['BCI_TENANT_ID', 'BCI_CLIENT_ID'].filter((name) => raw[name] === undefined).map((name) => missing(name, why));
}

/** Which ways to sign in are set. */
function waysSet(raw: RawSettings): readonly string[] {
  const ways = ['BCI_CLIENT_SECRET', 'BCI_CLIENT_CERTIFICATE_PATH'].filter((name) => raw[name] !== undefined);
  if (raw.BCI_MANAGED_IDENTITY === 'true') ways.push('BCI_MANAGED_IDENTITY');
  if (FIXED_TOKENS.some((name) => raw[name] !== undefined)) ways.push('BCI_BUSINESS_CENTRAL_TOKEN');
  return ways;
}

/** What is wrong with the way to sign in; empty when `readCredential` may be called. */
export function credentialProblems(raw: RawSettings): readonly ConfigurationProblem[] {
  const [way, ...more] = waysSet(raw);
  if (way === undefined) {
    return [{ setting: 'BCI_CLIENT_SECRET', message: `No way to sign in is set. Set one of ${WAYS}.` }];
  }
  if (more.length > 0) {
    const message = `${[way, ...more].join(' and ')} are set together. Keep one way to sign in.`;
    return [{ setting: way, message }];
  }
  if (way === 'BCI_BUSINESS_CENTRAL_TOKEN') return fixedTokenProblems(raw);
  return way === 'BCI_MANAGED_IDENTITY' ? [] : applicationProblems(raw);
}

/** The way to sign in, of settings without problems. */
export function readCredential(raw: RawSettings): Credential {
  const { BCI_TENANT_ID: tenantId = '', BCI_CLIENT_ID: clientId = '' } = raw;
  if (raw.BCI_CLIENT_SECRET !== undefined) {
    return { kind: 'secret', tenantId, clientId, secret: new Secret(raw.BCI_CLIENT_SECRET) };
  }
  if (raw.BCI_CLIENT_CERTIFICATE_PATH !== undefined) {
    return { kind: 'certificate', tenantId, clientId, certificatePath: raw.BCI_CLIENT_CERTIFICATE_PATH };
  }
  if (raw.BCI_MANAGED_IDENTITY === 'true') {
    return { kind: 'managedIdentity', clientId: clientId === '' ? null : clientId };
  }
  return {
    kind: 'fixed',
    businessCentralToken: new Secret(raw.BCI_BUSINESS_CENTRAL_TOKEN ?? ''),
    dataverseToken: new Secret(raw.BCI_DATAVERSE_TOKEN ?? ''),
  };
}
