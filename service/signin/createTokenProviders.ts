import type { Configuration } from '../configuration/configuration';
import type { Timing } from '../http/timing';
import { AzureTokenSource, createEntraCredential } from './azureTokenSource';
import { fixedTokenProvider } from './fixedTokenProvider';
import { SharedTokenProvider } from './sharedTokenProvider';
import type { TokenProvider } from './tokenProvider';

/** Source: Business Central, "Authenticate web services using OAuth". */
const BUSINESS_CENTRAL_SCOPE = 'https://api.businesscentral.dynamics.com/.default';

export interface TokenProviders {
  readonly businessCentral: TokenProvider;
  readonly dataverse: TokenProvider;
}

/** The tokens of both sides, as the configuration says. */
export function createTokenProviders(configuration: Configuration, timing: Timing): TokenProviders {
  const { credential } = configuration;
  const businessCentralUrl = configuration.businessCentral.url;
  const dataverseUrl = configuration.dataverse.url;
  if (credential.kind === 'fixed') {
    return {
      businessCentral: fixedTokenProvider(
        credential.businessCentralToken,
        businessCentralUrl,
        'BCI_BUSINESS_CENTRAL_TOKEN',
      ),
      dataverse: fixedTokenProvider(credential.dataverseToken, dataverseUrl, 'BCI_DATAVERSE_TOKEN'),
    };
  }
  const provider = (scope: string, apiName: string): TokenProvider =>
    new SharedTokenProvider(new AzureTokenSource(() => createEntraCredential(credential), scope, apiName), timing);
  return {
    businessCentral: provider(BUSINESS_CENTRAL_SCOPE, 'Business Central'),
    dataverse: provider(`${new URL(dataverseUrl).origin}/.default`, 'Dataverse'),
  };
}
