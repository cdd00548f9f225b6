import type { ExpandItem, QueryOptions } from '../../odata/syntax';
import { notEmulated, unknownProperty } from './api-error';
import type { EntityDefinition, JsonRecord, Navigation } from './entity';
import type { RequestContext } from './request-context';

/** Large enough for whatever is expanded: an expanded collection is not paged. */
const EXPANDED_PAGE = 20_000;

/** Makes the writer of one entity's records for one request: `$select` and `$expand` are checked once. Throws ApiError. */
export function compileProjection<Row>(
  definition: EntityDefinition<Row>,
  options: QueryOptions,
  context: RequestContext,
  etagOf: (row: Row) => string | undefined,
): (row: Row) => JsonRecord {
  const properties = selectedProperties(definition, options);
  const expansions = (options.expand ?? []).map((item) => compileExpansion(definition, item, context));
  return (row) => {
    const json: Record<string, unknown> = {};
    const etag = etagOf(row);
    if (etag !== undefined) {
      json['@odata.etag'] = etag;
    }
    for (const property of properties) {
      json[property.name] = property.filterOnly === true ? null : property.read(row);
    }
    for (const expansion of expansions) {
      json[expansion.name] = expansion.read(row);
    }
    return json;
  };
}

function selectedProperties<Row>(definition: EntityDefinition<Row>, { select }: QueryOptions) {
  if (select === undefined || select.some(({ path }) => path[0] === '*')) {
    return definition.properties;
  }
  const names = select.map(({ path }) => path.join('/'));
  const navigations = definition.navigations?.().map(({ name }) => name) ?? [];
  for (const name of names) {
    if (!navigations.includes(name) && !definition.properties.some((property) => property.name === name)) {
      throw unknownProperty(name, definition.entityName);
    }
  }
  return definition.properties.filter(({ name }) => names.includes(name));
}

interface Expansion<Row> {
  readonly name: string;
  readonly read: (row: Row) => unknown;
}

function compileExpansion<Row>(
  definition: EntityDefinition<Row>,
  item: ExpandItem,
  context: RequestContext,
): Expansion<Row> {
  const name = item.path.join('/');
  if (name === '*' || item.suffix !== undefined) {
    throw notEmulated(`$expand=${name}${item.suffix === undefined ? '' : `/${item.suffix}`}`);
  }
  const navigation = definition.navigations?.().find((candidate) => candidate.name === name);
  if (navigation === undefined) {
    throw unknownProperty(name, definition.entityName);
  }
  return { name, read: (row) => readExpanded(navigation, row, item.options, context) };
}

function readExpanded<Row>(
  navigation: Navigation<Row>,
  row: Row,
  options: QueryOptions,
  context: RequestContext,
): unknown {
  const rows = navigation.open(row, context);
  return rows.many
    ? rows.list({ options, pageSize: EXPANDED_PAGE, continuation: {} }).values
    : (rows.single()?.json(options) ?? null);
}
