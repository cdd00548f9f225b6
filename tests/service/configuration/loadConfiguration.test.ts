import { inspect } from 'node:util';
import {
  configurationError,
  loadConfiguration,
  type ConfigurationSources,
} from '../../../service/configuration/loadConfiguration';
import type { RawSettings } from '../../../service/configuration/settings';

const complete: RawSettings = {
  BCI_TENANT_ID: '5b2f3b37-2b52-460e-8863-3561295b1e08',
  BCI_ENVIRONMENT: 'Production',
  BCI_DATAVERSE_URL: 'https://contoso.crm4.dynamics.com',
  BCI_CLIENT_ID: '8c8d4f51-a72b-e511-80d9-3863bb349780',
  BCI_CLIENT_SECRET: 'planted-secret',
};

function load(
  environment: RawSettings,
  more: Partial<ConfigurationSources> = {},
): ReturnType<typeof loadConfiguration> {
  const readFile = (): string => {
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  };
  return loadConfiguration({ flags: {}, environment, readFile, ...more });
}

function without(name: string): RawSettings {
  return Object.fromEntries(Object.entries(complete).filter(([key]) => key !== name));
}

function messages(environment: RawSettings, more: Partial<ConfigurationSources> = {}): string[] {
  return load(environment, more).problems.map((problem) => problem.message);
}

describe('the configuration', () => {
  it('needs little and fills in the rest', () => {
    const { configuration } = load(complete);
    expect(configuration).toMatchObject({
      businessCentral: {
        url: 'https://api.businesscentral.dynamics.com',
        environmentName: 'Production',
        company: null,
      },
      credential: { kind: 'secret', clientId: '8c8d4f51-a72b-e511-80d9-3863bb349780' },
      scheduleMinutes: 30,
      port: 4702,
      logLevel: 'info',
    });
  });

  it('takes the command line before the environment before the file', () => {
    const readFile = (): string => JSON.stringify({ BCI_COMPANY: 'file', BCI_PORT: 1, BCI_SCHEDULE_MINUTES: 5 });
    const { configuration } = load(
      { ...complete, BCI_COMPANY: 'environment', BCI_PORT: '2' },
      { readFile, flags: { BCI_COMPANY: 'flag' } },
    );
    expect(configuration).toMatchObject({ businessCentral: { company: 'flag' }, port: 2, scheduleMinutes: 5 });
  });

  it('takes an empty value for none', () => {
    expect(messages({ ...complete, BCI_ENVIRONMENT: '  ' })[0]).toMatch(/^BCI_ENVIRONMENT is missing/);
  });

  it('tells every problem at once, each with its setting', () => {
    const found = load({ BCI_PORT: '70000', BCI_DATAVERSE_URL: 'http://contoso.example', BCI_LOG_LEVEL: 'loud' });
    expect(found.problems.map((problem) => problem.setting)).toEqual([
      'BCI_ENVIRONMENT',
      'BCI_DATAVERSE_URL',
      'BCI_PORT',
      'BCI_LOG_LEVEL',
      'BCI_CLIENT_SECRET',
    ]);
    for (const { setting, message } of found.problems)
      expect(message.startsWith(setting) || message.includes('Set one of')).toBe(true);
  });

  it.each([
    ['BCI_ENVIROMENT', 'Did you mean BCI_ENVIRONMENT?'],
    ['BCI_CLIENT_SECRT', 'Did you mean BCI_CLIENT_SECRET?'],
    ['BCI_COLOUR_OF_THE_SKY', 'Remove it.'],
  ])('names the nearest setting for %s', (name, hint) => {
    expect(messages({ ...complete, [name]: 'x' })).toEqual([`${name} is not a setting. ${hint}`]);
  });

  it('leaves foreign environment variables alone', () => {
    expect(messages({ ...complete, PATH: '/bin', NODE_ENV: 'test' })).toEqual([]);
  });

  it('refuses unknown names in the file', () => {
    expect(messages(complete, { readFile: () => '{"environment":"Production"}' })).toEqual([
      'environment is not a setting. Did you mean BCI_ENVIRONMENT?',
    ]);
  });

  it('accepts a file that begins with a byte order mark', () => {
    const { configuration } = load(complete, { readFile: () => '\uFEFF{"BCI_PORT":4711}' });
    expect(configuration?.port).toBe(4711);
  });

  it.each(['null', '[]', '{"a":"planted"}'])('names the setting of the file whose value is %s', (value) => {
    expect(messages(complete, { readFile: () => `{"BCI_PORT":${value}}` })).toEqual([
      'BCI_PORT in bci.config.json must be a text, a number, true or false. Correct it, or remove it.',
    ]);
  });

  it('does not call a setting missing that is there with a wrong value', () => {
    const found = messages(without('BCI_ENVIRONMENT'), { readFile: () => '{"BCI_ENVIRONMENT":null}' });
    expect(found).toHaveLength(1);
  });

  it.each([
    ['BCI_DATAVERSE_URL', 'https://contoso.crm4.dynamics.com/api/data/v9.2/', 'https://contoso.crm4.dynamics.com.'],
    ['BCI_BUSINESS_CENTRAL_URL', 'https://example.com/v2.0', 'https://api.businesscentral.dynamics.com.'],
  ])('wants the address of the host alone in %s', (name, url, example) => {
    const [message, ...more] = messages({ ...complete, [name]: url });
    expect(message).toMatch(new RegExp(`^${name} .*e\\.g\\. `));
    expect(message).toContain(example);
    expect(more).toEqual([]);
  });

  it.each(['', '[]', '{"BCI_PORT":', 'null'])('refuses %j as a file', (text) => {
    expect(messages(complete, { readFile: () => text })[0]).toMatch(/^bci\.config\.json is not a JSON object/);
  });

  it('says so when the named file is not there', () => {
    expect(messages(complete, { file: 'mine.json' })).toEqual([
      'mine.json cannot be read. Check that it exists and may be read.',
    ]);
  });
});

describe('the credential', () => {
  const sandbox: RawSettings = {
    BCI_BUSINESS_CENTRAL_URL: 'http://127.0.0.1:4701',
    BCI_DATAVERSE_URL: 'http://127.0.0.1:4700',
    BCI_ENVIRONMENT: 'sandbox',
    BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-business-central',
    BCI_DATAVERSE_TOKEN: 'sync@cronus.example',
  };

  it('can be a fixed token for a sandbox on this machine', () => {
    expect(load(sandbox).configuration?.credential.kind).toBe('fixed');
  });

  it.each([
    ['BCI_BUSINESS_CENTRAL_TOKEN', 'BCI_BUSINESS_CENTRAL_URL', 'https://api.businesscentral.dynamics.com'],
    ['BCI_DATAVERSE_TOKEN', 'BCI_DATAVERSE_URL', 'https://contoso.crm4.dynamics.com'],
  ])('refuses %s for another machine', (token, setting, url) => {
    expect(messages({ ...sandbox, [setting]: url })).toEqual([
      `${token} is accepted for a sandbox on this machine only: remove it, or set ${setting} to a local address.`,
    ]);
  });

  it('refuses a fixed token for the default address of Business Central', () => {
    expect(messages({ ...sandbox, BCI_BUSINESS_CENTRAL_URL: '' })).toHaveLength(1);
  });

  it.each([
    ['BCI_DATAVERSE_URL', ''],
    ['BCI_DATAVERSE_URL', 'contoso'],
    ['BCI_DATAVERSE_URL', 'http://contoso.example'],
    ['BCI_DATAVERSE_URL', 'http://127.0.0.1:4700/api/data/v9.2/'],
    ['BCI_BUSINESS_CENTRAL_URL', 'contoso'],
  ])('does not blame the token when %s is %j', (setting, url) => {
    expect(load({ ...sandbox, [setting]: url }).problems.map((problem) => problem.setting)).toEqual([setting]);
  });

  it('can be a certificate or a managed identity', () => {
    const certificate = { ...without('BCI_CLIENT_SECRET'), BCI_CLIENT_CERTIFICATE_PATH: 'certificate.pem' };
    expect(load(certificate).configuration?.credential.kind).toBe('certificate');
    const managed = {
      BCI_ENVIRONMENT: 'Production',
      BCI_DATAVERSE_URL: 'https://contoso.crm4.dynamics.com',
      BCI_MANAGED_IDENTITY: 'true',
    };
    expect(load(managed).configuration?.credential).toEqual({ kind: 'managedIdentity', clientId: null });
  });

  it('is one, not two', () => {
    expect(messages({ ...complete, BCI_MANAGED_IDENTITY: 'true' })).toEqual([
      'BCI_CLIENT_SECRET and BCI_MANAGED_IDENTITY are set together. Keep one way to sign in.',
    ]);
  });

  it('needs tenant and application with a secret', () => {
    const { BCI_ENVIRONMENT, BCI_DATAVERSE_URL, BCI_CLIENT_SECRET } = complete;
    expect(
      messages({ BCI_ENVIRONMENT, BCI_DATAVERSE_URL, BCI_CLIENT_SECRET }).map((text) => text.split(' ')[0]),
    ).toEqual(['BCI_TENANT_ID', 'BCI_CLIENT_ID']);
  });
});

describe('secrets', () => {
  it('are in no message, whatever is wrong', () => {
    const found = load({
      ...Object.fromEntries(Object.keys(complete).map((name) => [name, 'planted-secret'])),
      BCI_PORT: 'planted-secret',
      BCI_WEBHOOK_KEY: 'planted',
      BCI_WRONG: 'planted-secret',
    });
    const error = configurationError(found.problems);
    expect(found.problems.length).toBeGreaterThan(4);
    expect([error.message, JSON.stringify(error), inspect(error)].join('\n')).not.toContain('planted');
  });

  it('are not shown by a configuration that is printed', () => {
    const { configuration } = load({ ...complete, BCI_WEBHOOK_KEY: 'planted-webhook-key' });
    const shown = [
      JSON.stringify(configuration),
      inspect(configuration, { depth: 9, showHidden: true }),
      String(configuration?.webhookKey),
    ];
    expect(shown.join('\n')).not.toContain('planted');
    expect(configuration?.webhookKey?.reveal()).toBe('planted-webhook-key');
  });
});
