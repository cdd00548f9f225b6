import type { Value } from '../../odata/evaluation';
import type { ExpandItem, QueryOptions } from '../../odata/syntax';
import { notEmulated, unknownProperty } from './apiError';
import type { EntityDefinition, JsonText, Navigation } from './entity';
import type { WireType } from './properties';
import type { RequestContext } from './requestContext';

/** Large enough for whatever is expanded: an expanded collection is not paged. */
const EXPANDED_PAGE = 20_000;

/**
 * Makes the writer of one entity's records for one request: `$select` and `$expand` are checked once, and each record
 * becomes text at once, because pages of 20,000 records as objects are slow to make. Throws ApiError.
 */
export function compileProjection<Row>(
  definition: EntityDefinition<Row>,
  options: QueryOptions,
  context: RequestContext,
  etagOf: (row: Row) => string | undefined,
): (row: Row) => JsonText {
  const members = selectedProperties(definition, options).map((property) => ({
    name: `${JSON.stringify(property.name)}:`,
    write: property.filterOnly === true ? () => 'null' : (row: Row) => writeValue(property.read(row), property.type),
  }));
  const expansions = (options.expand ?? []).map((item) => compileExpansion(definition, item, context));
  const writers = [...members, ...expansions];
  return (row) => {
    const etag = etagOf(row);
    // One join makes one flat text; adding piece by piece would keep every piece alive until the page is sent.
    const parts = etag === undefined ? [] : [`"@odata.etag":${JSON.stringify(etag)}`];
    for (const { name, write } of writers) {
      parts.push(name + write(row));
    }
    return `{${parts.join(',')}}`;
  };
}

/** Values of these types hold nothing that JSON would have to escape. */
const PLAIN_TEXT: readonly WireType[] = ['Guid', 'Date', 'DateTimeOffset', 'Enum'];

function writeValue(value: Value, type: WireType): JsonText {
  return typeof value === 'string' && PLAIN_TEXT.includes(type) ? `"${value}"` : JSON.stringify(value);
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
  readonly write: (row: Row) => JsonText;
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
  return {
    name: `${JSON.stringify(name)}:`,
    write: (row) => writeExpanded(navigation, row, item.options, context),
  };
}

function writeExpanded<Row>(
  navigation: Navigation<Row>,
  row: Row,
  options: QueryOptions,
  context: RequestContext,
): JsonText {
  const rows = navigation.open(row, context);
  return rows.many
    ? `[${rows.list({ options, pageSize: EXPANDED_PAGE, continuation: {} }).values.join(',')}]`
    : (rows.single()?.json(options) ?? 'null');
}
