import { badQuery, DataverseError, notCovered, unknownSegment } from '../records/dataverseError';
import { csdl } from '../metadata/csdl';
import { definitionsIn, findDefinition, isOfType } from '../metadata/definitions/definitions';
import { matching } from './definitionFilter';
import { ok } from './messages';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { Definition } from '../metadata/definitions/definition';
import type { DefinitionSet } from '../metadata/definitions/definitions';
import type { ExpandItem, QueryOptions, ResourceSegment, SegmentArguments } from '../../odata/syntax';

const sets: readonly DefinitionSet[] = ['EntityDefinitions', 'RelationshipDefinitions', 'GlobalOptionSetDefinitions'];
const namespace = 'Microsoft.Dynamics.CRM.';

/** Answers the service document, `$metadata` and the metadata sets; undefined for other paths. */
export function readMetadata(
  context: ApiContext,
  request: ApiRequest,
  [first, ...rest]: readonly ResourceSegment[],
): ApiResponse | undefined {
  const set = sets.find((name) => name === first?.name);
  const isDocument = first === undefined || (first.name === '$metadata' && rest.length === 0);
  if (set === undefined && !isDocument) return undefined;
  if (request.method !== 'GET') throw notCovered(`changing metadata (${request.method} ${request.path})`);
  if (first === undefined) return serviceDocument(context);
  if (set === undefined) {
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: csdl(context.session.catalog) };
  }
  const reader = { language: context.formatting.settings.language };
  const all = definitionsIn(context.session.catalog, set, reader);
  return walk(context, request, set, select(all, first, request), rest);
}

type Found = Definition | readonly Definition[];

/** Follows the segments behind a metadata set: collections, their members, casts, properties. */
function walk(
  context: ApiContext,
  request: ApiRequest,
  path: string,
  found: Found,
  segments: readonly ResourceSegment[],
): ApiResponse {
  const [next, ...rest] = segments;
  if (next === undefined) return answer(context, request, path, found);
  if (next.name === '$count' && isMany(found)) {
    return {
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: String(matching(context, found, request.options).length),
    };
  }
  if (next.name.startsWith(namespace)) {
    const type = next.name.slice(namespace.length);
    const cast = isMany(found) ? found.filter((one) => isOfType(one, type)) : isOfType(found, type) ? found : undefined;
    if (cast === undefined) throw notFound(next.name);
    return walk(context, request, `${path}/${next.name}`, select(cast, next, request), rest);
  }
  if (isMany(found)) throw unknownSegment(next.name);
  const leads = found.navigation[next.name];
  if (leads === undefined) return property(context, path, found, next, rest);
  const target = leads();
  if (target === null) return { status: 204, headers: {} };
  return walk(context, request, `${path}/${next.name}`, select(target, next, request), rest);
}

function select(found: Found, segment: ResourceSegment, request: ApiRequest): Found {
  if (segment.arguments === undefined || segment.arguments.kind === 'empty' || !isMany(found)) return found;
  const one = findDefinition(found, keyIn(segment.arguments, request.options));
  if (one === undefined) throw notFound(segment.name);
  return one;
}

function keyIn(
  given: SegmentArguments,
  { aliases }: QueryOptions,
): { readonly name: string | undefined; readonly value: string } {
  const part = given.kind === 'named' ? given.values[0] : undefined;
  const expression = given.kind === 'single' ? given.value : part?.value;
  const value = expression?.kind === 'alias' ? aliases.get(expression.name) : expression;
  if (value?.kind !== 'literal') throw badQuery('A key must be a literal value.');
  return { name: part?.name, value: String(value.value) };
}

function property(
  context: ApiContext,
  path: string,
  found: Definition,
  { name }: ResourceSegment,
  rest: readonly ResourceSegment[],
): ApiResponse {
  const value = found.properties[name];
  if (value === undefined || rest.length > 0) throw unknownSegment(rest[0]?.name ?? name);
  if (value === null) return { status: 204, headers: {} };
  return ok({ '@odata.context': `${context.root}$metadata#${path}/${name}`, value });
}

function answer(context: ApiContext, request: ApiRequest, path: string, found: Found): ApiResponse {
  const { options } = request;
  demandOptions(options);
  if (!isMany(found)) {
    return ok({
      '@odata.context': `${context.root}$metadata#${path}/$entity`,
      ...definitionJson(context, found, options),
    });
  }
  const chosen = matching(context, found, options);
  return ok({
    '@odata.context': `${context.root}$metadata#${path}`,
    ...(options.count === true ? { '@odata.count': chosen.length } : {}),
    value: chosen.map((one) => definitionJson(context, one, options)),
  });
}

function definitionJson(context: ApiContext, definition: Definition, options: QueryOptions): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  // Entities are always EntityMetadata; the others are of derived types, which they name.
  if (definition.type !== 'EntityMetadata') json['@odata.type'] = `#${namespace}${definition.type}`;
  const names = options.select?.map(({ path }) => path.join('/'));
  for (const name of names ?? Object.keys(definition.properties)) {
    const value = definition.properties[name];
    if (value === undefined) {
      // A derived type may lack what another one of the collection has.
      if (definition.type === 'EntityMetadata') throw unknownName(name, definition);
      continue;
    }
    json[name] = value;
  }
  if (definition.properties.MetadataId !== undefined) json.MetadataId = definition.properties.MetadataId;
  for (const item of options.expand ?? []) expandInto(context, json, definition, item);
  return json;
}

function expandInto(
  context: ApiContext,
  json: Record<string, unknown>,
  definition: Definition,
  item: ExpandItem,
): void {
  const name = item.path.at(-1) ?? '';
  const leads = definition.navigation[name];
  if (leads === undefined) {
    if (definition.type === 'EntityMetadata') throw unknownName(name, definition);
    return;
  }
  demandOptions(item.options);
  const target = leads();
  json[name] =
    target === null
      ? null
      : isMany(target)
        ? matching(context, target, item.options).map((one) => definitionJson(context, one, item.options))
        : definitionJson(context, target, item.options);
}

/** Metadata can be filtered, selected and expanded only: learn.microsoft.com, "Query table definitions using the Web API". */
function demandOptions(options: QueryOptions): void {
  for (const name of ['orderby', 'top', 'skip', 'apply', 'search', 'skiptoken'] as const) {
    if (options[name] !== undefined) throw badQuery(`The query parameter $${name} is not supported`);
  }
  const unknown = [...options.custom.keys()].find((name) => name.startsWith('$'));
  if (unknown !== undefined) throw badQuery(`The query parameter ${unknown} is not supported`);
}

function serviceDocument(context: ApiContext): ApiResponse {
  const tables = [...context.session.catalog.tables.values()];
  const value = [...tables.map((table) => table.entitySetName), ...sets].map((name) => ({
    name,
    kind: 'EntitySet',
    url: name,
  }));
  return ok({ '@odata.context': `${context.root}$metadata`, value });
}

function unknownName(name: string, definition: Definition): Error {
  return badQuery(`Could not find a property named '${name}' on type '${namespace}${definition.type}'.`);
}

function notFound(name: string): DataverseError {
  return new DataverseError(404, '0x80060888', `Could not find an entity with the given key in ${name}.`);
}

function isMany(found: Found): found is readonly Definition[] {
  return Array.isArray(found);
}
