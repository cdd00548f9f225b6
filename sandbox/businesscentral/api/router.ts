import { parseEncodedResourcePath } from '../../odata/pathParser';
import type { QueryOptions } from '../../odata/syntax';
import type { Company } from '../model/company';
import { badRequest, methodNotAllowed, notEmulated } from './apiError';
import type { ApiDefinition } from './apiDefinition';
import { selectCompany } from './companySelection';
import { businessCentralDialect } from './dialect';
import type { BoundRows } from './entity';
import { countResponse, listResponse } from './listAnswers';
import { emptyResponse, jsonResponse } from './request';
import type { ApiRequest, ApiResponse } from './request';
import type { Permissions, RequestContext } from './requestContext';
import { readQuery } from './requestQuery';
import { walk } from './resourcePath';
import type { Target } from './resourcePath';
import { answerRow, createRow, singleResponse } from './rowAnswers';

export interface RouterOptions {
  readonly api: ApiDefinition;
  readonly companies: readonly Company[];
  /** The usual page, at most LARGEST_PAGE. */
  readonly pageSize: number;
}

/** Answers requests below the root of an API. Errors are thrown: ApiError and those of the OData core and of posting. */
export class Router {
  constructor(private readonly options: RouterOptions) {}

  handle(request: ApiRequest, endpoint: string, permissions: Permissions): ApiResponse {
    const segments = parseEncodedResourcePath(request.path);
    const query = readQuery(request.query);
    const [first] = segments;
    if (first === undefined) {
      return this.serviceDocument(endpoint);
    }
    if (first.name === '$metadata') {
      throw notEmulated('$metadata');
    }
    refuseReadOnlyIntent(request);
    const { company, path } = selectCompany(this.options.companies, segments, request, query);
    const context: RequestContext = {
      company,
      endpoint,
      schemaVersion: query.custom.get('$schemaversion') ?? '2.0',
      permissions,
      dialect: businessCentralDialect(() => company.now()),
    };
    return this.answer(walk(path, this.options.api, context), request, query, context);
  }

  private serviceDocument(endpoint: string): ApiResponse {
    const value = Object.keys(this.options.api.sets).map((name) => ({ name, kind: 'EntitySet', url: name }));
    return jsonResponse(200, { '@odata.context': `${endpoint}/$metadata`, value });
  }

  private answer(target: Target, request: ApiRequest, query: QueryOptions, context: RequestContext): ApiResponse {
    switch (target.kind) {
      case 'rows':
        return this.answerRows(target.rows, request, query, context);
      case 'row':
        return answerRow(target.row, request, query, context);
      case 'count':
        onlyGet(request, target.rows.setName);
        return countResponse(target.rows, query);
      case 'property':
        onlyGet(request, target.name);
        return jsonResponse(200, { '@odata.context': `${context.endpoint}/$metadata`, value: target.value });
      case 'action':
        if (request.method !== 'POST') {
          throw methodNotAllowed(request.method, target.name);
        }
        target.run();
        return emptyResponse();
    }
  }

  private answerRows(rows: BoundRows, request: ApiRequest, query: QueryOptions, context: RequestContext): ApiResponse {
    if (request.method === 'POST') {
      return createRow(rows, request, query, context);
    }
    onlyGet(request, rows.setName);
    return rows.many
      ? listResponse(rows, request, query, context, this.options.pageSize)
      : singleResponse(rows, query, context);
  }
}

/** A GET may name the read replica, a write may not. */
function refuseReadOnlyIntent(request: ApiRequest): void {
  if (request.headers['data-access-intent']?.toLowerCase() === 'readonly' && request.method !== 'GET') {
    throw badRequest('The Data-Access-Intent header can be ReadOnly for GET requests only.');
  }
}

function onlyGet(request: ApiRequest, setName: string): void {
  if (request.method !== 'GET') {
    throw methodNotAllowed(request.method, setName);
  }
}
