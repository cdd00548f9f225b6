import type { QueryOptions, ResourceSegment } from '../../odata/syntax';
import type { Company } from '../model/company';
import { ApiError } from './apiError';
import type { ApiRequest } from './request';
import { keyOf } from './segmentKey';

/** A company with the path inside it. */
export interface CompanyPath {
  readonly company: Company;
  readonly path: readonly ResourceSegment[];
}

/**
 * The company a request is about: named in the path, in `?company=` or in a header. Without one, only `companies` can
 * be read. Throws ApiError.
 */
export function selectCompany(
  companies: readonly Company[],
  segments: readonly ResourceSegment[],
  request: ApiRequest,
  query: QueryOptions,
): CompanyPath {
  const [first, ...rest] = segments;
  const inCompany = first?.name === 'companies' && first.arguments !== undefined && rest.length > 0;
  const name = query.custom.get('company') ?? request.headers.company;
  const id = inCompany ? keyOf(first) : undefined;
  const found = companies.find(({ setup }) => (inCompany ? setup.id === id : setup.name === name || setup.id === name));
  if (found === undefined && (inCompany || first?.name !== 'companies')) {
    throw companyNotFound();
  }
  const company = found ?? companies[0];
  if (company === undefined) {
    throw companyNotFound();
  }
  return { company, path: inCompany ? rest : segments };
}

function companyNotFound(): ApiError {
  return new ApiError(
    404,
    'Internal_CompanyNotFound',
    'Cannot process the request because the default company cannot be found. You can specify a default company in the service configuration file, or specify one for each tenant, or you can add a query string in the form of "company=[name]". You can see the available companies by accessing the default OData web service, Company. For more information, see "OData Web Services" in Help.',
  );
}
