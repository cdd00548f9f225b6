import { jsonValue, propertiesOf, propertyName } from '../records/properties';
import { versionOf } from '../records/rowOwner';
import { annotate } from '../webapi/projection';
import type { EntityPlan, FetchPlan, Tuple } from './plan';
import type { ApiContext } from '../webapi/context';
import type { Column } from '../metadata/columns';
import type { Row } from '../metadata/rows';

/** The JSON of a joined row; columns without value are left out, as Dataverse does for FetchXML. */
export function tupleJson(context: ApiContext, plan: FetchPlan, tuple: Tuple): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  const root = tuple.get('');
  if (root !== undefined && !plan.fetch.distinct) json['@odata.etag'] = `W/"${versionOf(root)}"`;
  for (const entity of plan.entities.values()) {
    if (entity.alias === '') entityJson(context, json, entity, root, (column) => propertyName(column));
  }
  for (const entity of plan.entities.values()) {
    if (entity.alias !== '')
      entityJson(context, json, entity, tuple.get(entity.alias), (column) => `${entity.alias}.${column.logicalName}`);
  }
  const { primaryIdColumn } = plan.root.table;
  if (root !== undefined && !plan.fetch.distinct) json[primaryIdColumn] = root[primaryIdColumn];
  return json;
}

function entityJson(
  context: ApiContext,
  json: Record<string, unknown>,
  { entity, table, alias }: EntityPlan,
  row: Row | undefined,
  nameOf: (column: Column) => string,
): void {
  if (row === undefined) return;
  const all = entity.allAttributes || (alias === '' && entity.attributes.length === 0);
  const chosen = all
    ? [...propertiesOf(table).values()].map(({ column }) => ({ column, given: undefined }))
    : entity.attributes.flatMap((attribute) => {
        const column = table.columns.get(attribute.name);
        return column === undefined ? [] : [{ column, given: attribute.alias }];
      });
  for (const { column, given } of chosen) {
    const value = jsonValue(column, row);
    if (value === null || !column.validForRead) continue;
    const name = given ?? nameOf(column);
    annotate(context, json, name, column, row);
    json[name] = value;
  }
}
