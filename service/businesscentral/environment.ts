import { z } from 'zod';
import type { Configuration } from '../configuration/configuration';
import type { HttpClient } from '../http/httpClient';
import { isLoopback } from '../http/apiAddress';
import type { BusinessCentralEnvironment, BusinessCentralReader, CompanyRecord, ReadOptions } from '../sync/ports';
import { BatchingFetcher } from './batchingFetcher';
import type { BusinessCentralItemReader } from '../sync/itemPorts';
import { CompanyReader } from './companyReader';
import { companyFields } from './entitySchemas';
import { ItemReader } from './itemReader';
import { SingleFetcher } from './reading';

type BusinessCentralSettings = Configuration['businessCentral'];

const companiesSchema = z.object({ value: z.array(companyFields), '@odata.nextLink': z.string().optional() });

function segments({ tenantId, environmentName }: BusinessCentralSettings): string {
  return [...(tenantId === null ? [] : [tenantId]), environmentName].map(encodeURIComponent).join('/');
}

/**
 * The base address of API v2.0 in an environment.
 * Source: Business Central, "Endpoints for the APIs": `/v2.0/{tenant}/{environment}/api/v2.0`.
 */
export function businessCentralApiUrl(settings: BusinessCentralSettings): string {
  return `${settings.url.replace(/\/+$/, '')}/v2.0/${segments(settings)}/api/v2.0/`;
}

/** The address of the web client of an environment. A sandbox answers for both on one address. */
export function webClientUrl(settings: BusinessCentralSettings): string {
  const url = new URL(settings.url);
  const origin = isLoopback(url) ? url.origin : `https://${url.host.replace(/^api\./, '')}`;
  return `${origin}/${segments(settings)}`;
}

/** The environment that the configuration names. */
export class ApiEnvironment implements BusinessCentralEnvironment {
  readonly tenantId: string | null;
  readonly environmentName: string;
  readonly webClientUrl: string;

  /** @param client client of the environment's API address */
  constructor(
    private readonly client: HttpClient,
    settings: BusinessCentralSettings,
  ) {
    this.tenantId = settings.tenantId;
    this.environmentName = settings.environmentName;
    this.webClientUrl = webClientUrl(settings);
  }

  async companies({ lane, signal }: ReadOptions): Promise<readonly CompanyRecord[]> {
    const companies: CompanyRecord[] = [];
    const seen = new Set<string>();
    let path: string | undefined = 'companies?$select=id,name,displayName';
    while (path !== undefined && !seen.has(path)) {
      seen.add(path);
      const response: { readonly body: z.infer<typeof companiesSchema> } = await this.client.send({
        method: 'GET',
        path,
        lane,
        signal,
        headers: { 'Accept-Language': 'en-US' },
        parse: (body) => companiesSchema.parse(body),
      });
      companies.push(...response.body.value);
      path = response.body['@odata.nextLink'];
    }
    return companies;
  }

  reader(company: CompanyRecord): BusinessCentralReader {
    return new CompanyReader(company, new BatchingFetcher(this.client));
  }

  itemReader(company: CompanyRecord): BusinessCentralItemReader {
    return new ItemReader(company, new SingleFetcher(this.client));
  }
}
