import type { RequestContext } from './requestContext';

/** What `@odata.context` says of the records of a set. */
export function addressOf(setName: string, { company, endpoint }: RequestContext): string {
  return setName === 'companies'
    ? `${endpoint}/$metadata#companies`
    : `${endpoint}/$metadata#companies(${company.setup.id})/${setName}`;
}
