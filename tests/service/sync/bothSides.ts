import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  startBusinessCentral,
  type BusinessCentralOptions,
  type LocalBusinessCentral,
} from '../../../sandbox/businesscentral/server';
import { startDataverse, type RunningDataverse } from '../../../sandbox/dataverse/server';
import { ApiEnvironment, businessCentralApiUrl } from '../../../service/businesscentral/environment';
import { DataverseApi } from '../../../service/dataverse/dataverseApi';
import { DataverseStore } from '../../../service/dataverse/dataverseStore';
import {
  businessCentralLimits,
  dataverseLimits,
  InProcessRequestGate,
} from '../../../service/gate/inProcessRequestGate';
import { ApiClient } from '../../../service/http/apiClient';
import { businessCentralDescription, dataverseDescription } from '../../../service/http/apiDescription';
import type { Timing } from '../../../service/http/timing';
import type { HttpClient } from '../../../service/http/httpClient';
import type { TokenProvider } from '../../../service/signin/tokenProvider';
import { RecentRefreshes } from '../../../service/sync/recentRefreshes';
import { ReferenceCache } from '../../../service/sync/referenceCache';
import type { RefreshDependencies } from '../../../service/sync/refreshCustomer';
import type { SyncOptions } from '../../../service/sync/result';
import { synchronizeEnvironment, type CompanyOutcome } from '../../../service/sync/synchronizeEnvironment';
import { MortalClient, type Lifetime } from './killedClient';

const solution = path.join(__dirname, '../../../dist/BusinessCentralIntegration.zip');

/** These tests run against the packed solution: `npm run build` makes it. */
export const withSolution = existsSync(solution) ? describe : describe.skip;

/** Waits for nothing, so that tests of repeats take no time. */
export const impatient: Timing = {
  now: () => Date.now(),
  sleep: () => Promise.resolve(),
  random: () => 0.5,
};

function fixedToken(token: string): TokenProvider {
  return { getToken: () => Promise.resolve(token), forget: () => undefined };
}

/** A local Business Central, a local Dataverse with the solution, and the service's own clients of both. */
export interface BothSides {
  readonly businessCentral: LocalBusinessCentral;
  readonly dataverse: RunningDataverse;
  /** Clients, a store and an environment that know nothing of each other's calls before. */
  connect(settings?: ConnectSettings): Connected;
  close(): Promise<void>;
}

export interface ConnectSettings {
  readonly businessCentralToken?: string;
  readonly dataverseUser?: string;
  readonly deadlineMs?: number;
  readonly environmentName?: string;
  readonly timing?: Timing;
  /** Ends every request after one of them, as a killed process does. */
  readonly lifetime?: Lifetime;
}

export interface Connected {
  readonly api: DataverseApi;
  readonly dependencies: RefreshDependencies;
  /** @param company the only company when left out */
  synchronize(options?: Partial<SyncOptions>, company?: string): Promise<CompanyOutcome>;
  close(): void;
}

export async function startBothSides(options: BusinessCentralOptions = {}): Promise<BothSides> {
  const businessCentral = await startBusinessCentral({ workDate: '2026-03-10', ...options });
  const dataverse = await startDataverse({ port: 0 });
  dataverse.importSolution(readFileSync(solution));
  return {
    businessCentral,
    dataverse,
    connect: (settings) => connect(businessCentral, dataverse, settings ?? {}),
    close: async () => {
      await dataverse.close();
      await businessCentral.close();
    },
  };
}

function connect(
  businessCentral: LocalBusinessCentral,
  dataverse: RunningDataverse,
  {
    businessCentralToken = 'sandbox-business-central',
    dataverseUser = 'sync@cronus.example',
    ...settings
  }: ConnectSettings,
): Connected {
  const timing = settings.timing ?? impatient;
  const gate = new InProcessRequestGate({ businessCentral: businessCentralLimits, dataverse: dataverseLimits }, timing);
  const configuration = {
    url: businessCentral.url,
    tenantId: 'contoso.com',
    environmentName: settings.environmentName ?? 'Sandbox',
    company: null,
  };
  const shared = { gate, timing, ...(settings.deadlineMs === undefined ? {} : { deadlineMs: settings.deadlineMs }) };
  const businessCentralClient = new ApiClient({
    ...shared,
    api: businessCentralDescription,
    baseUrl: businessCentralApiUrl(configuration),
    tokens: fixedToken(businessCentralToken),
    connections: businessCentralLimits.atOnce,
  });
  const dataverseClient = new ApiClient({
    ...shared,
    api: dataverseDescription,
    baseUrl: `${dataverse.url}/api/data/v9.2/`,
    tokens: fixedToken(dataverseUser),
    headers: { 'OData-Version': '4.0', 'OData-MaxVersion': '4.0' },
    connections: dataverseLimits.atOnce,
  });
  const mortal = (client: HttpClient): HttpClient =>
    settings.lifetime === undefined ? client : new MortalClient(client, settings.lifetime);
  const api = new DataverseApi(mortal(dataverseClient));
  const store = new DataverseStore(api, timing);
  const dependencies: RefreshDependencies = {
    environment: new ApiEnvironment(mortal(businessCentralClient), configuration),
    store,
    requests: store,
    clock: timing,
    requestCount: () => businessCentralClient.requestCount + dataverseClient.requestCount,
    recentRefreshes: new RecentRefreshes(),
    referenceCache: new ReferenceCache(),
    heartbeatMs: 0,
  };
  return {
    api,
    dependencies,
    synchronize: async (options = {}, company) => {
      const [outcome] = await synchronizeEnvironment(dependencies, company ?? null, {
        trigger: 'manual',
        full: false,
        dryRun: false,
        signal: new AbortController().signal,
        ...options,
      });
      if (outcome === undefined) throw new Error('No company was synchronized.');
      return outcome;
    },
    close: () => {
      gate.close();
      businessCentralClient.close();
      dataverseClient.close();
    },
  };
}
