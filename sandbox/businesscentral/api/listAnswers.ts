import type { QueryOptions } from '../../odata/syntax';
import { addressOf } from './contextAddress';
import { formatSkipToken, parseSkipToken } from './continuation';
import type { BoundRows } from './entity';
import { jsonTextResponse } from './request';
import type { ApiRequest, ApiResponse } from './request';
import type { RequestContext } from './requestContext';

/** The largest and the usual page. Source: operational limits online. */
export const LARGEST_PAGE = 20_000;

/** One page of records, as large as the client prefers, with the link to the next. Throws ApiError. */
export function listResponse(
  rows: BoundRows,
  request: ApiRequest,
  query: QueryOptions,
  context: RequestContext,
  usualPage: number,
): ApiResponse {
  const wanted = /odata\.maxpagesize=(\d+)/i.exec(request.headers.prefer ?? '')?.[1];
  const pageSize = Math.min(Number(wanted ?? usualPage) || 1, LARGEST_PAGE);
  const page = rows.list({ options: query, pageSize, continuation: parseSkipToken(query.skiptoken) });
  const headers: Record<string, string> =
    wanted === undefined ? {} : { 'preference-applied': `odata.maxpagesize=${pageSize}` };
  const count = page.count === undefined ? '' : `"@odata.count":${page.count},`;
  const next =
    page.next === undefined
      ? ''
      : `,"@odata.nextLink":${JSON.stringify(nextLink(request, context.endpoint, formatSkipToken(page.next)))}`;
  const contextAddress = JSON.stringify(addressOf(rows.setName, context));
  const body = `{"@odata.context":${contextAddress},${count}"value":[${page.values.join(',')}]${next}}`;
  return jsonTextResponse(200, body, headers);
}

/** The number of records, as text. */
export function countResponse(rows: BoundRows, query: QueryOptions): ApiResponse {
  const page = rows.list({ options: { ...query, top: 0, count: true }, pageSize: 1, continuation: {} });
  return {
    status: 200,
    headers: { 'content-type': 'text/plain', 'odata-version': '4.0' },
    body: String(page.count),
  };
}

/** The same request with the token that tells where to go on. */
function nextLink(request: ApiRequest, endpoint: string, token: string): string {
  const kept = request.query.split('&').filter((part) => part !== '' && !/^(?:\$|%24)skiptoken=/i.test(part));
  return `${endpoint}/${request.path}?${[...kept, `$skiptoken=${token}`].join('&')}`;
}
