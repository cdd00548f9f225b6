import { AuthenticationError, CredentialUnavailableError, type TokenCredential } from '@azure/identity';
import { Secret } from '../../../service/configuration/secret';
import { ServiceError } from '../../../service/http/serviceError';
import { AzureTokenSource, createEntraCredential } from '../../../service/signin/azureTokenSource';
import { fixedTokenProvider } from '../../../service/signin/fixedTokenProvider';
import { SharedTokenProvider, type IssuedToken } from '../../../service/signin/sharedTokenProvider';
import { FakeTiming } from '../http/fakes';

const HOUR = 3_600_000;

function createProvider(issue: (number: number, now: number) => IssuedToken | Error): {
  provider: SharedTokenProvider;
  timing: FakeTiming;
  requests: boolean[];
} {
  const timing = new FakeTiming();
  const requests: boolean[] = [];
  const provider = new SharedTokenProvider(
    {
      request: async (fresh) => {
        requests.push(fresh);
        const number = requests.length;
        await Promise.resolve();
        const issued = issue(number, timing.now());
        if (issued instanceof Error) throw issued;
        return issued;
      },
    },
    timing,
  );
  return { provider, timing, requests };
}

const hourly = (number: number, now: number): IssuedToken => ({ token: `token-${number}`, expiresOn: now + HOUR });

describe('shared tokens', () => {
  it('twenty callers at once cause one request', async () => {
    const { provider, requests } = createProvider(hourly);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => provider.getToken()));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(requests).toHaveLength(1);
  });

  it('are renewed five minutes before they end', async () => {
    const { provider, timing } = createProvider(hourly);
    await provider.getToken();
    await timing.sleep(HOUR - 5 * 60_000 - 1);
    expect(await provider.getToken()).toBe('token-1');
    await timing.sleep(1);
    expect(await provider.getToken()).toBe('token-2');
  });

  it('are asked for anew, past every cache, when one was refused', async () => {
    const { provider, requests } = createProvider(hourly);
    provider.forget(await provider.getToken());
    expect(await provider.getToken()).toBe('token-2');
    expect(requests).toEqual([false, true]);
  });

  it('are not thrown away because an older one was refused', async () => {
    const { provider, requests } = createProvider(hourly);
    await provider.getToken();
    provider.forget('token-0');
    await provider.getToken();
    expect(requests).toHaveLength(1);
  });

  it.each([NaN, 0, -1])('with the nonsensical end %s do not cause a request each time', async (expiresOn) => {
    const { provider, requests } = createProvider((number) => ({ token: `token-${number}`, expiresOn }));
    await provider.getToken();
    await provider.getToken();
    expect(requests).toHaveLength(1);
  });

  it('can be asked for again after a failure', async () => {
    const { provider } = createProvider((number, now) => (number === 1 ? new Error('down') : hourly(number, now)));
    await expect(provider.getToken()).rejects.toThrow('down');
    expect(await provider.getToken()).toBe('token-2');
  });
});

describe('tokens of Microsoft Entra', () => {
  function sourceThrowing(error: unknown): AzureTokenSource {
    const credential: TokenCredential = {
      getToken: () => Promise.reject(error instanceof Error ? error : new Error()),
    };
    return new AzureTokenSource(() => Promise.resolve(credential), 'scope', 'Dataverse');
  }

  async function failure(error: unknown): Promise<ServiceError> {
    const caught: unknown = await sourceThrowing(error)
      .request(false)
      .catch((thrown: unknown) => thrown);
    if (!(caught instanceof ServiceError)) throw new Error('expected a ServiceError');
    return caught;
  }

  function entraError(status: number, description: string): AuthenticationError {
    return new AuthenticationError(status, { error: 'invalid_client', error_description: description });
  }

  it.each([
    ['AADSTS7000222: The provided client secret keys are expired.', /expired.*BCI_CLIENT_SECRET/],
    ['AADSTS7000215: Invalid client secret provided: planted-secret.', /wrong.*BCI_CLIENT_SECRET/],
    ['AADSTS700016: Application was not found.', /BCI_CLIENT_ID and BCI_TENANT_ID/],
    ['AADSTS90002: Tenant not found.', /BCI_TENANT_ID/],
    ['AADSTS999999: Something new.', /AADSTS999999.*Look the code up/],
  ])('"%s" says what to do', async (description, sentence) => {
    const error = await failure(entraError(401, description));
    expect(error.kind).toBe('signIn');
    expect(error.message).toMatch(sentence);
    expect(JSON.stringify(error)).not.toContain('planted-secret');
  });

  it.each<[unknown, string, string]>([
    [entraError(429, 'slow down'), 'throttled', 'Run again later'],
    [entraError(503, 'down'), 'transient', 'Run again later'],
    [new CredentialUnavailableError('no endpoint'), 'signIn', 'managed identity'],
    [Object.assign(new Error('open'), { code: 'ENOENT' }), 'config', 'BCI_CLIENT_CERTIFICATE_PATH'],
    [Object.assign(new Error('x'), { name: 'RestError', code: 'ENOTFOUND' }), 'transient', 'HTTPS_PROXY'],
    [new Error('planted-secret'), 'signIn', 'BCI_CLIENT_ID'],
  ])('failure %# becomes its own kind and sentence', async (thrown, kind, text) => {
    const error = await failure(thrown);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(text);
    expect(error.message).not.toContain('planted-secret');
  });

  const named = (name: string, message: string, more: object = {}): Error =>
    Object.assign(new Error(message), { name, ...more });

  it.each<[Error]>([
    [new CredentialUnavailableError('endpoints_resolution_error: See https://aka.ms/msal.js.errors')],
    [named('AuthenticationRequiredError', 'network_error: See https://aka.ms/msal.js.errors')],
    [named('AuthenticationRequiredError', 'getaddrinfo ENOTFOUND login.microsoftonline.com')],
    [named('CredentialUnavailableError', 'getaddrinfo EAI_AGAIN login.microsoftonline.com')],
    [named('Error', 'x', { code: 'ECONNREFUSED' })],
    [named('Error', 'x', { code: 'EAI_AGAIN' })],
    [named('AuthenticationError', 'x', { cause: named('Error', 'y', { code: 'ENOTFOUND' }) })],
  ])('%s means that the network is down, not that the sign-in is wrong', async (thrown) => {
    const error = await failure(thrown);
    expect(error.kind).toBe('transient');
    expect(error.message).toContain('Microsoft Entra cannot be reached');
  });

  it('a managed identity that does not answer is none', async () => {
    const message = 'ManagedIdentityCredential: Network unreachable. Message: network_error: ECONNREFUSED';
    expect((await failure(new CredentialUnavailableError(message))).kind).toBe('signIn');
  });

  it('an empty answer is a failed sign-in', async () => {
    const source = new AzureTokenSource(
      () => Promise.resolve({ getToken: () => Promise.resolve({ token: '', expiresOnTimestamp: 0 }) }),
      'scope',
      'Dataverse',
    );
    await expect(source.request(false)).rejects.toMatchObject({ kind: 'signIn' });
  });

  it('makes a new credential after a refused token', async () => {
    let made = 0;
    const source = new AzureTokenSource(
      () => {
        made += 1;
        return Promise.resolve({ getToken: () => Promise.resolve({ token: 't', expiresOnTimestamp: 1 }) });
      },
      'scope',
      'Dataverse',
    );
    await source.request(false);
    await source.request(false);
    await source.request(true);
    expect(made).toBe(2);
  });

  it('come from a secret, a certificate or a managed identity', async () => {
    const tenantId = '5b2f3b37-2b52-460e-8863-3561295b1e08';
    const clientId = '8c8d4f51-a72b-e511-80d9-3863bb349780';
    const made = await Promise.all([
      createEntraCredential({ kind: 'secret', tenantId, clientId, secret: new Secret('s') }),
      createEntraCredential({ kind: 'certificate', tenantId, clientId, certificatePath: 'c.pem' }),
      createEntraCredential({ kind: 'managedIdentity', clientId: null }),
      createEntraCredential({ kind: 'managedIdentity', clientId }),
    ]);
    expect(made.map((credential) => credential.constructor.name)).toEqual([
      'ClientSecretCredential',
      'ClientCertificateCredential',
      'ManagedIdentityCredential',
      'ManagedIdentityCredential',
    ]);
  });
});

describe('a fixed token', () => {
  it('is accepted for this machine only', async () => {
    const token = new Secret('sandbox-token');
    await expect(fixedTokenProvider(token, 'http://127.0.0.1:4701', 'BCI_X').getToken()).resolves.toBe('sandbox-token');
    for (const url of ['https://api.example.com', 'https://127.0.0.1.example.com', '']) {
      expect(() => fixedTokenProvider(token, url, 'BCI_X')).toThrow(/^BCI_X is accepted/);
    }
  });
});
