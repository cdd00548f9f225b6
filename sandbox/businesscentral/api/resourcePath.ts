import type { ResourceSegment } from '../../odata/syntax';
import { ApiError, notEmulated, recordNotFound, segmentNotFound } from './apiError';
import type { ApiDefinition } from './apiDefinition';
import type { BoundRow, BoundRows } from './entity';
import type { RequestContext } from './requestContext';
import { keyOf } from './segmentKey';

/** What the address of a request led to. */
export type Target =
  | { readonly kind: 'rows'; readonly rows: BoundRows }
  | { readonly kind: 'row'; readonly row: BoundRow }
  | { readonly kind: 'count'; readonly rows: BoundRows }
  | { readonly kind: 'property'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'action'; readonly name: string; readonly run: () => void };

/** Follows a path inside a company from the entity set that it begins with. Throws ApiError. */
export function walk(segments: readonly ResourceSegment[], api: ApiDefinition, context: RequestContext): Target {
  const [first, ...rest] = segments;
  if (first === undefined) {
    throw segmentNotFound('');
  }
  let current: Target = enter(rowsNamed(first.name, api, context), first);
  for (const segment of rest) {
    current = step(current, segment);
  }
  return current;
}

function rowsNamed(name: string, api: ApiDefinition, context: RequestContext): BoundRows {
  const { sets, notEmulatedSets, rights } = api;
  const set = Object.hasOwn(sets, name) ? sets[name] : undefined;
  if (set === undefined) {
    throw notEmulatedSets.has(name) ? notEmulated(`the entity set '${name}'`) : segmentNotFound(name);
  }
  if (rights(name).some((right) => context.permissions.denied.has(right))) {
    throw new ApiError(
      403,
      'Authorization_RequestDenied',
      `Sorry, the current permissions prevented the action. (${api.objectType} ${name} Read)`,
    );
  }
  return set.bind(context);
}

/** The rows, or the one that the segment's key names. */
function enter(rows: BoundRows, segment: ResourceSegment): Target {
  if (segment.arguments === undefined) {
    return { kind: 'rows', rows };
  }
  if (!rows.hasKey) {
    throw segmentNotFound(segment.name);
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
