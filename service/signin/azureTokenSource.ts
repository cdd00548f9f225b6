import type { TokenCredential } from '@azure/identity';
import type { Credential } from '../configuration/configuration';
import type { IssuedToken, TokenSource } from './sharedTokenProvider';
import { signInError } from './signInError';

/** A way to sign in that Microsoft Entra knows. */
export type EntraCredential = Exclude<Credential, { readonly kind: 'fixed' }>;

/** Loaded when it is first needed: half a second that `bci --help` need not spend. */
export async function createEntraCredential(credential: EntraCredential): Promise<TokenCredential> {
  const identity = await import('@azure/identity');
  switch (credential.kind) {
    case 'secret':
      return new identity.ClientSecretCredential(credential.tenantId, credential.clientId, credential.secret.reveal());
    case 'certificate':
      return new identity.ClientCertificateCredential(credential.tenantId, credential.clientId, {
        certificatePath: credential.certificatePath,
      });
    case 'managedIdentity':
      return credential.clientId === null
        ? new identity.ManagedIdentityCredential()
        : new identity.ManagedIdentityCredential({ clientId: credential.clientId });
  }
}

/** Tokens of one scope by `@azure/identity`. */
export class AzureTokenSource implements TokenSource {
  private credential: Promise<TokenCredential> | undefined;

  /**
   * @param create makes the credential; called again after a refused token, because the credential keeps tokens
   * @param scope e.g. `https://api.businesscentral.dynamics.com/.default`
   * @param apiName the side the token is for, for messages
   */
  constructor(
    private readonly create: () => Promise<TokenCredential>,
    private readonly scope: string,
    private readonly apiName: string,
  ) {}

  async request(fresh: boolean): Promise<IssuedToken> {
    if (fresh) this.credential = undefined;
    this.credential ??= this.create();
    try {
      const credential = await this.credential;
      const issued = await credential.getToken(this.scope);
      if (issued !== null && issued.token !== '') return { token: issued.token, expiresOn: issued.expiresOnTimestamp };
    } catch (error) {
      this.credential = undefined;
      throw signInError(error, this.apiName);
    }
    throw signInError(undefined, this.apiName);
  }
}
