import { parseEncodedResourcePath } from '../../odata/pathParser';
import { parseQueryOptions } from '../../odata/queryParser';
import type { QueryOptions, ResourceSegment } from '../../odata/syntax';
import type { Company } from '../model/company';
import {
  ApiError,
  badRequest,
  entityChanged,
  methodNotAllowed,
  notEmulated,
  recordNotFound,
  segmentNotFound,
  tokenMissing,
} from './apiError';
import { NOT_EMULATED_SETS } from './catalog';
import type { Catalog } from './catalogTypes';
import { formatSkipToken, parseSkipToken } from './continuation';
import { businessCentralDialect } from './dialect';
import type { BoundRow, BoundRows, JsonText } from './entity';
import { emptyResponse, jsonResponse, jsonTextResponse } from './request';
import type { ApiRequest, ApiResponse } from './request';
import type { Permissions, RequestContext } from './requestContext';

/** The largest and the usual page. Source: operational limits online. */
export const LARGEST_PAGE = 20_000;

export interface RouterOptions {
  readonly catalog: Catalog;
  readonly companies: readonly Company[];
  /** The usual page, at most LARGEST_PAGE. */
  readonly pageSize: number;
}

/** What the address of a request led to. */
type Target =
  | { readonly kind: 'rows'; readonly rows: BoundRows }
  | { readonly kind: 'row'; readonly row: BoundRow }
  | { readonly kind: 'count'; readonly rows: BoundRows }
  | { readonly kind: 'property'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'action'; readonly name: string; readonly run: () => void };

/** Answers requests below `/api/v2.0/`. Errors are thrown: ApiError and those of the OData core and of posting. */
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
    const { context, rest } = this.locate(segments, request, query, endpoint, permissions);
    const target = walk(rest, this.options.catalog, context);
    return this.answer(target, request, query, context);
  }

  private serviceDocument(endpoint: string): ApiResponse {
    const value = Object.keys(this.options.catalog).map((name) => ({ name, kind: 'EntitySet', url: name }));
    return jsonResponse(200, { '@odata.context': `${endpoint}/$metadata`, value });
  }

  /** The company a request is about, and the path inside it. Without one, only `companies` can be read. */
  private locate(
    segments: readonly ResourceSegment[],
    request: ApiRequest,
    query: QueryOptions,
    endpoint: string,
    permissions: Permissions,
  ): { context: RequestContext; rest: readonly ResourceSegment[] } {
    const [first, ...rest] = segments;
    const inCompany = first?.name === 'companies' && first.arguments !== undefined && rest.length > 0;
    const name = query.custom.get('company') ?? request.headers.company;
    const found = inCompany ? this.companyById(keyOf(first)) : this.companyByName(name);
    if (found === undefined && (inCompany || first?.name !== 'companies')) {
      throw companyNotFound();
    }
    const company = found ?? this.options.companies[0];
    if (company === undefined) {
      throw companyNotFound();
    }
    const context: RequestContext = {
      company,
      endpoint,
      schemaVersion: query.custom.get('$schemaversion') ?? '2.0',
      permissions,
      dialect: businessCentralDialect(() => company.now()),
    };
    return { context, rest: inCompany ? rest : segments };
  }

  private companyById(id: string): Company | undefined {
    return this.options.companies.find(({ setup }) => setup.id === id);
  }

  private companyByName(name: string | undefined): Company | undefined {
    return this.options.companies.find(({ setup }) => setup.name === name || setup.id === name);
  }

  private answer(target: Target, request: ApiRequest, query: QueryOptions, context: RequestContext): ApiResponse {
    switch (target.kind) {
      case 'rows':
        return this.answerRows(target.rows, request, query, context);
      case 'row':
        return answerRow(target.row, request, query, context);
      case 'count':
        onlyGet(request, target.rows.setName);
        return {
          status: 200,
          headers: { 'content-type': 'text/plain', 'odata-version': '4.0' },
          body: String(
            target.rows.list({ options: { ...query, top: 0, count: true }, pageSize: 1, continuation: {} }).count,
          ),
        };
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
    const contextAddress = addressOf(rows.setName, context);
    if (!rows.many) {
      const row = rows.single();
      if (row === undefined) {
        return emptyResponse();
      }
      return jsonTextResponse(200, withContext(`${contextAddress}/$entity`, row.json(query)));
    }
    const wanted = /odata\.maxpagesize=(\d+)/i.exec(request.headers.prefer ?? '')?.[1];
    const pageSize = Math.min(Number(wanted ?? this.options.pageSize) || 1, LARGEST_PAGE);
    const page = rows.list({ options: query, pageSize, continuation: parseSkipToken(query.skiptoken) });
    const headers: Record<string, string> =
      wanted === undefined ? {} : { 'preference-applied': `odata.maxpagesize=${pageSize}` };
    const count = page.count === undefined ? '' : `"@odata.count":${page.count},`;
    const next =
      page.next === undefined
        ? ''
        : `,"@odata.nextLink":${JSON.stringify(nextLink(request, context.endpoint, formatSkipToken(page.next)))}`;
    const body = `{"@odata.context":${JSON.stringify(contextAddress)},${count}"value":[${page.values.join(',')}]${next}}`;
    return jsonTextResponse(200, body, headers);
  }
}

function companyNotFound(): ApiError {
  return new ApiError(
    404,
    'Internal_CompanyNotFound',
    'Cannot process the request because the default company cannot be found. You can specify a default company in the service configuration file, or specify one for each tenant, or you can add a query string in the form of "company=[name]". You can see the available companies by accessing the default OData web service, Company. For more information, see "OData Web Services" in Help.',
  );
}

/** A GET may name the read replica, a write may not. */
function refuseReadOnlyIntent(request: ApiRequest): void {
  if (request.headers['data-access-intent']?.toLowerCase() === 'readonly' && request.method !== 'GET') {
    throw badRequest('The Data-Access-Intent header can be ReadOnly for GET requests only.');
  }
}

const KNOWN_OPTIONS: readonly string[] = ['$schemaversion'];

function readQuery(text: string): QueryOptions {
  const options = parseQueryOptions(new URLSearchParams(text));
  for (const name of options.custom.keys()) {
    if (name.startsWith('$') && !KNOWN_OPTIONS.includes(name)) {
      throw badRequest(`The query parameter '${name}' is not supported.`);
    }
  }
  if (options.apply !== undefined) {
    throw notEmulated('$apply');
  }
  if (options.search !== undefined) {
    throw notEmulated('$search');
  }
  return options;
}

/** The GUID in the parentheses of a segment. Throws ApiError. */
function keyOf(segment: ResourceSegment): string {
  const key = segment.arguments;
  const value =
    key?.kind === 'named' && key.values.length === 1
      ? key.values[0]?.value
      : key?.kind === 'single'
        ? key.value
        : undefined;
  if (value?.kind !== 'literal' || (value.type !== 'Guid' && value.type !== 'String')) {
    throw new ApiError(
      400,
      'Application_InvalidGUID',
      'Invalid format of GUID string. The correct format of the GUID string is: CDEF7890-ABCD-0123-1234-567890ABCDEF where 0-9, A-F symbolizes hexadecimal digits.',
    );
  }
  return value.value.toLowerCase();
}

function walk(segments: readonly ResourceSegment[], catalog: Catalog, context: RequestContext): Target {
  const [first, ...rest] = segments;
  if (first === undefined) {
    throw segmentNotFound('');
  }
  let current: Target = enter(rowsNamed(first.name, catalog, context), first);
  for (const segment of rest) {
    current = step(current, segment);
  }
  return current;
}

function rowsNamed(name: string, catalog: Catalog, context: RequestContext): BoundRows {
  const sets: Readonly<Record<string, { readonly bind: (context: RequestContext) => BoundRows }>> = { ...catalog };
  const set = Object.hasOwn(sets, name) ? sets[name] : undefined;
  if (set === undefined) {
    throw NOT_EMULATED_SETS.has(name) ? notEmulated(`the entity set '${name}'`) : segmentNotFound(name);
  }
  if (context.permissions.denied.has(name) && !OWN_REFUSALS.includes(name)) {
    throw new ApiError(
      403,
      'Authorization_RequestDenied',
      `Sorry, the current permissions prevented the action. (Page ${name} Read)`,
    );
  }
  return set.bind(context);
}

/** These sets have their own way of refusing; see their definitions. */
const OWN_REFUSALS: readonly string[] = ['salesOrders', 'salesInvoices'];

/** The rows, or the one that the segment's key names. */
function enter(rows: BoundRows, segment: ResourceSegment): Target {
  if (segment.arguments === undefined) {
    return { kind: 'rows', rows };
  }
  const row = rows.find(keyOf(segment));
  if (row === undefined) {
    throw recordNotFound();
  }
  return { kind: 'row', row };
}

function step(current: Target, segment: ResourceSegment): Target {
  if (segment.name === '$count' && current.kind === 'rows') {
    return { kind: 'count', rows: current.rows };
  }
  const row = current.kind === 'row' ? current.row : current.kind === 'rows' ? current.rows.single() : undefined;
  if (row === undefined) {
    throw segmentNotFound(segment.name);
  }
  if (segment.name.startsWith('Microsoft.NAV.')) {
    const run = row.action(segment.name.slice('Microsoft.NAV.'.length));
    if (run === undefined) {
      throw new ApiError(404, 'BadRequest_MethodNotImplemented', 'Entity does not support bound actions.');
    }
    return { kind: 'action', name: segment.name, run };
  }
  const rows = row.navigate(segment.name);
  if (rows !== undefined) {
    return enter(rows, segment);
  }
  const property = row.property(segment.name);
  if (property === undefined || segment.arguments !== undefined) {
    throw segmentNotFound(segment.name);
  }
  return { kind: 'property', name: segment.name, value: property.value };
}

function onlyGet(request: ApiRequest, setName: string): void {
  if (request.method !== 'GET') {
    throw methodNotAllowed(request.method, setName);
  }
}

function answerRow(row: BoundRow, request: ApiRequest, query: QueryOptions, context: RequestContext): ApiResponse {
  switch (request.method) {
    case 'GET':
      return rowResponse(200, row, query, context);
    case 'PATCH': {
      if (row.update === undefined) {
        break;
      }
      checkToken(row, request);
      return rowResponse(200, row.update(readJson(request.body)), query, context);
    }
    case 'DELETE':
      if (row.remove === undefined) {
        break;
      }
      checkToken(row, request);
      row.remove();
      return emptyResponse();
  }
  throw methodNotAllowed(request.method, row.setName);
}

function createRow(rows: BoundRows, request: ApiRequest, query: QueryOptions, context: RequestContext): ApiResponse {
  if (rows.create === undefined) {
    throw methodNotAllowed(request.method, rows.setName);
  }
  return rowResponse(201, rows.create(readJson(request.body)), query, context);
}

function rowResponse(status: number, row: BoundRow, query: QueryOptions, context: RequestContext): ApiResponse {
  const json = withContext(`${addressOf(row.setName, context)}/$entity`, row.json(query));
  return jsonTextResponse(status, json, row.etag === undefined ? {} : { etag: row.etag });
}

/** A record's text with its context in front. */
function withContext(address: string, json: JsonText): JsonText {
  return `{"@odata.context":${JSON.stringify(address)},${json.slice(1)}`;
}

/** Throws ApiError when `If-Match` is missing or names another state of the record. */
function checkToken(row: BoundRow, request: ApiRequest): void {
  const wanted = request.headers['if-match'];
  if (wanted === undefined) {
    throw tokenMissing();
  }
  if (wanted !== '*' && wanted !== row.etag) {
    throw entityChanged();
  }
}

function readJson(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    throw badRequest('Invalid Request Body');
  }
}

function addressOf(setName: string, { company, endpoint }: RequestContext): string {
  return setName === 'companies'
    ? `${endpoint}/$metadata#companies`
    : `${endpoint}/$metadata#companies(${company.setup.id})/${setName}`;
}

/** The same request with the token that tells where to go on. */
function nextLink(request: ApiRequest, endpoint: string, token: string): string {
  const kept = request.query.split('&').filter((part) => part !== '' && !/^(?:\$|%24)skiptoken=/i.test(part));
  return `${endpoint}/${request.path}?${[...kept, `$skiptoken=${token}`].join('&')}`;
}
