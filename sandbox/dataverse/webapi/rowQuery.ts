import { badQuery } from '../records/dataverseError';
import { propertiesOf } from '../records/properties';
import { allowedValues } from './allowedValues';
import { dataverseDialect } from './dialect';
import { RowScope } from './rowScope';
import { compileFilter } from '../../odata/evaluate';
import { compileOrderBy } from '../../odata/sort';
import type { OrderColumn, RowQuery } from '../records/query';
import type { ApiContext } from './context';
import type { Table } from '../metadata/model';
import type { Expression, OrderByItem, QueryOptions } from '../../odata/syntax';

/** Makes `$filter` and `$orderby` ready for a table. Throws 400 for what Dataverse does not offer. */
export function compileRowQuery(
  context: ApiContext,
  table: Table,
  { filter, orderby, aliases }: Pick<QueryOptions, 'filter' | 'orderby' | 'aliases'>,
): RowQuery {
  const scope = new RowScope(context.session, table);
  const dialect = dataverseDialect(context.conditions, scope);
  if (filter !== undefined) demandOffered(filter);
  for (const item of orderby ?? []) demandProperty(item);
  return {
    table,
    test: filter === undefined ? undefined : compileFilter(filter, scope, dialect, aliases),
    allowed: allowedValues(table, filter, aliases),
    compare: orderby === undefined ? undefined : compileOrderBy(orderby, scope, dialect),
    order: orderby === undefined ? undefined : ownColumns(table, orderby),
  };
}

/** The order as columns of the table itself; undefined when it follows lookups. */
function ownColumns(table: Table, items: readonly OrderByItem[]): readonly OrderColumn[] | undefined {
  const columns: OrderColumn[] = [];
  for (const { expression, direction } of items) {
    const [name, ...rest] = expression.kind === 'property' ? expression.path : [];
    const column = name === undefined || rest.length > 0 ? undefined : propertiesOf(table).get(name)?.column;
    if (column === undefined) return undefined;
    columns.push({ column: column.logicalName, direction });
  }
  return columns;
}

function demandProperty({ expression }: OrderByItem): void {
  if (expression.kind !== 'property') throw badQuery('Only properties can be used in $orderby.');
}

/** Dataverse translates a part of OData to SQL; it refuses the rest by name. */
function demandOffered(expression: Expression): void {
  switch (expression.kind) {
    case 'arithmetic':
      throw badQuery(`The operator '${expression.operator}' is not supported.`);
    case 'in':
      throw badQuery("The operator 'in' is not supported. Use the Microsoft.Dynamics.CRM.In function.");
    case 'comparison':
      demandOffered(expression.left);
      demandOffered(expression.right);
      return;
    case 'logical':
      expression.operands.forEach(demandOffered);
      return;
    case 'not':
      demandOffered(expression.operand);
      return;
    case 'lambda':
      if (expression.predicate !== undefined) demandOffered(expression.predicate);
      return;
    default:
  }
}
