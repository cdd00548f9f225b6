import type { Company } from '../model/company';
import { createAnalyticsCatalog, NOT_EMULATED_ANALYTICS } from './analytics/analyticsCatalog';
import { createCatalog } from './catalog';
import type { BoundRows } from './entity';
import { NOT_EMULATED_SETS } from './notEmulatedSets';
import type { RequestContext } from './requestContext';

/** One API of the environment, with a root address of its own. */
export interface ApiDefinition {
  readonly sets: Readonly<Record<string, { readonly bind: (context: RequestContext) => BoundRows }>>;
  /** Sets that Business Central has there and this emulation has not. */
  readonly notEmulatedSets: ReadonlySet<string>;
  /** What a token must not be denied to read a set. */
  readonly rights: (setName: string) => readonly string[];
  /** What the sets are in Business Central. */
  readonly objectType: 'Page' | 'Query';
}

/** These sets have their own way of refusing; see their definitions. */
const OWN_REFUSALS: readonly string[] = ['salesOrders', 'salesInvoices'];

/** API v2.0. */
export function standardApi(companies: readonly Company[]): ApiDefinition {
  return {
    sets: { ...createCatalog(companies) },
    notEmulatedSets: NOT_EMULATED_SETS,
    rights: (setName) => (OWN_REFUSALS.includes(setName) ? [] : [setName]),
    objectType: 'Page',
  };
}

/** `api/microsoft/analytics/v1.0`; the companies are there for everybody. */
export function analyticsApi(companies: readonly Company[]): ApiDefinition {
  return {
    sets: createAnalyticsCatalog(companies),
    notEmulatedSets: NOT_EMULATED_ANALYTICS,
    rights: (setName) => (setName === 'companies' ? [] : ['analytics', `analytics/${setName}`]),
    objectType: 'Query',
  };
}
