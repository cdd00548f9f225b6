import type { QueryOptions } from '../../odata/syntax';
import { badRequest, entityChanged, methodNotAllowed, tokenMissing } from './apiError';
import { addressOf } from './contextAddress';
import type { BoundRow, BoundRows, JsonText } from './entity';
import { emptyResponse, jsonTextResponse } from './request';
import type { ApiRequest, ApiResponse } from './request';
import type { RequestContext } from './requestContext';

/** Reads, changes or deletes one record. Throws ApiError. */
export function answerRow(
  row: BoundRow,
  request: ApiRequest,
  query: QueryOptions,
  context: RequestContext,
): ApiResponse {
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

/** Makes a record. Throws ApiError. */
export function createRow(
  rows: BoundRows,
  request: ApiRequest,
  query: QueryOptions,
  context: RequestContext,
): ApiResponse {
  if (rows.create === undefined) {
    throw methodNotAllowed(request.method, rows.setName);
  }
  return rowResponse(201, rows.create(readJson(request.body)), query, context);
}

/** The record behind a navigation property that has at most one; 204 when there is none. */
export function singleResponse(rows: BoundRows, query: QueryOptions, context: RequestContext): ApiResponse {
  const row = rows.single();
  if (row === undefined) {
    return emptyResponse();
  }
  return jsonTextResponse(200, withContext(`${addressOf(rows.setName, context)}/$entity`, row.json(query)));
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
