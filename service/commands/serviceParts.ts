import { ApiEnvironment, businessCentralApiUrl } from '../businesscentral/environment';
import type { Configuration } from '../configuration/configuration';
import { DataverseApi } from '../dataverse/dataverseApi';
import { DataverseStore } from '../dataverse/dataverseStore';
import { businessCentralLimits, dataverseLimits, InProcessRequestGate } from '../gate/inProcessRequestGate';
import { ApiClient } from '../http/apiClient';
import { businessCentralDescription, dataverseDescription } from '../http/apiDescription';
import type { AttemptReport } from '../http/attemptReport';
import type { Timing } from '../http/timing';
import type { Logger } from '../logging/logger';
import { createTokenProviders, type TokenProviders } from '../signin/createTokenProviders';
import { RecentRefreshes } from '../sync/recentRefreshes';
import { ReferenceCache } from '../sync/referenceCache';
import type { RefreshDependencies } from '../sync/refreshCustomer';

/** Source: Dataverse Web API, versions: the address names the version. */
const DATAVERSE_API_PATH = 'api/data/v9.2/';

export function dataverseApiUrl(url: string): string {
  return `${url.replace(/\/+$/, '')}/${DATAVERSE_API_PATH}`;
}

/** Everything that a command works with, put together. */
export interface ServiceParts {
  readonly businessCentral: ApiClient;
  readonly dataverse: DataverseApi;
  readonly tokens: TokenProviders;
  readonly gate: InProcessRequestGate;
  readonly dependencies: RefreshDependencies;
  /** Ends what would keep the process alive. */
  close(): void;
}

function logAttempt(logger: Logger): (attempt: AttemptReport) => void {
  return (attempt) => {
    if (attempt.retryInMs === undefined) logger.debug('request', { ...attempt });
    else logger.warn('requestRepeated', { ...attempt });
  };
}

/**
 * The composition root: the only place where adapters are chosen.
 * @throws {ServiceError} `config`
 */
export function createServiceParts(configuration: Configuration, logger: Logger, timing: Timing): ServiceParts {
  const tokens = createTokenProviders(configuration, timing);
  const gate = new InProcessRequestGate({ businessCentral: businessCentralLimits, dataverse: dataverseLimits }, timing);
  const shared = { gate, timing, onAttempt: logAttempt(logger) };
  const businessCentral = new ApiClient({
    ...shared,
    api: businessCentralDescription,
    baseUrl: businessCentralApiUrl(configuration.businessCentral),
    tokens: tokens.businessCentral,
    connections: businessCentralLimits.atOnce,
  });
  const dataverseClient = new ApiClient({
    ...shared,
    api: dataverseDescription,
    baseUrl: dataverseApiUrl(configuration.dataverse.url),
    tokens: tokens.dataverse,
    headers: { 'OData-Version': '4.0', 'OData-MaxVersion': '4.0' },
    connections: dataverseLimits.atOnce,
  });
  const dataverse = new DataverseApi(dataverseClient);
  const store = new DataverseStore(dataverse, timing);
  return {
    businessCentral,
    dataverse,
    tokens,
    gate,
    dependencies: {
      environment: new ApiEnvironment(businessCentral, configuration.businessCentral),
      store,
      requests: store,
      clock: timing,
      requestCount: () => businessCentral.requestCount + dataverseClient.requestCount,
      recentRefreshes: new RecentRefreshes(),
      referenceCache: new ReferenceCache(),
    },
    close() {
      gate.close();
      businessCentral.close();
      dataverseClient.close();
    },
  };
}
