import { formattedValue } from '../records/formattedValues';
import { localizedText } from '../records/localizedTexts';
import { jsonValue } from '../records/properties';
import { matchingRows } from '../records/query';
import { asReference, versionOf } from '../records/rowOwner';
import { isLookup } from '../metadata/columns';
import { formattedValueAnnotation, largestPage } from './preferences';
import { relatedIds, relatedRows } from './relatedRows';
import { encodeKey } from './addresses';
import type { ApiContext } from './context';
import type { ExpandShape, Shape } from './shape';
import type { Column } from '../metadata/columns';
import type { Row } from '../metadata/rows';

/** How the JSON of a row begins. */
export interface RowHead {
  readonly etag: boolean;
}

const lookupTable = 'Microsoft.Dynamics.CRM.lookuplogicalname';
const lookupNavigation = 'Microsoft.Dynamics.CRM.associatednavigationproperty';

/** The JSON of a row: ETag, selected properties with the annotations that the request prefers, expanded properties. */
export function rowJson(
  context: ApiContext,
  shape: Shape,
  row: Row,
  head: RowHead = { etag: true },
): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  if (head.etag) json['@odata.etag'] = `W/"${versionOf(row)}"`;
  for (const { name, column } of shape.properties) {
    annotate(context, json, name, column, row);
    const { catalog, settings } = context.formatting;
    json[name] =
      localizedText(catalog, shape.table, column.logicalName, row, settings.language) ?? jsonValue(column, row);
  }
  for (const expand of shape.expands) expandInto(context, json, shape, expand, row);
  return json;
}

/** Adds the annotations of one property in front of it. */
export function annotate(
  context: ApiContext,
  json: Record<string, unknown>,
  name: string,
  column: Column,
  row: Row,
): void {
  const { preferences, formatting } = context;
  if (!preferences.anyAnnotation) return;
  const value = row[column.logicalName] ?? null;
  if (isLookup(column)) {
    const reference = asReference(value);
    if (reference === undefined) return;
    const target = column.targets.find((one) => one.table === reference.table);
    if (target?.navigationProperty !== undefined && preferences.includesAnnotation(lookupNavigation)) {
      json[`${name}@${lookupNavigation}`] = target.navigationProperty;
    }
    if (preferences.includesAnnotation(lookupTable)) json[`${name}@${lookupTable}`] = reference.table;
  }
  if (!preferences.includesAnnotation(formattedValueAnnotation)) return;
  const formatted = formattedValue(formatting, column, value, row);
  if (formatted !== undefined) json[`${name}@${formattedValueAnnotation}`] = formatted;
}

function expandInto(
  context: ApiContext,
  json: Record<string, unknown>,
  shape: Shape,
  expand: ExpandShape,
  row: Row,
): void {
  const { navigation } = expand;
  if (navigation.kind === 'single') {
    json[navigation.name] = singleJson(context, expand, shape, row);
    return;
  }
  const inner = [...expand.shapes.values()][0];
  const id = row[shape.table.primaryIdColumn];
  if (inner === undefined || expand.query === undefined || typeof id !== 'string') return;
  const ids = relatedIds(context.session, navigation, id);
  const query = { ...expand.query, allowed: new Map([[inner.table.primaryIdColumn, ids]]) };
  const most = Math.min(expand.top ?? largestPage, largestPage);
  const rows: unknown[] = [];
  for (const related of matchingRows(context.session, query)) {
    if (rows.length === most) break;
    rows.push(rowJson(context, inner, related));
  }
  json[navigation.name] = rows;
  const select = inner.contextList === '' ? '' : `?$select=${inner.properties.map(({ name }) => name).join(',')}`;
  json[`${navigation.name}@odata.nextLink`] =
    `${context.root}${shape.table.entitySetName}(${encodeKey(id)})/${navigation.name}${select}`;
}

function singleJson(context: ApiContext, expand: ExpandShape, shape: Shape, row: Row): unknown {
  for (const related of relatedRows(context.session, shape.table, row, expand.navigation)) {
    const reference =
      expand.navigation.kind === 'single' ? asReference(row[expand.navigation.column.logicalName]) : undefined;
    const inner = reference === undefined ? undefined : expand.shapes.get(reference.table);
    if (inner === undefined || reference === undefined) continue;
    if (!(expand.readable.get(reference.table)?.(related) ?? true)) return null;
    if (expand.referencesOnly) {
      return { '@odata.id': `${context.root}${inner.table.entitySetName}(${reference.id})` };
    }
    const json = rowJson(context, inner, related, { etag: false });
    // Users and teams inherit from principal, whose key is ownerid.
    const isPrincipal = reference.table === 'systemuser' || reference.table === 'team';
    return isPrincipal ? { ...json, ownerid: reference.id } : json;
  }
  return null;
}
