import { isLookup } from '../metadata/columns';
import { propertiesOf } from '../records/properties';
import { textsOf } from './expressionValues';
import type { Table } from '../metadata/model';
import type { Expression } from '../../odata/syntax';

/**
 * Which values a filter leaves a column, where that is plain to see (`a eq 1 and …`, `a eq 1 or a eq 2`, `…CRM.In`):
 * the store then finds the rows by an index. Only columns that the store indexes by text are told.
 */
export function allowedValues(
  table: Table,
  filter: Expression | undefined,
  aliases: ReadonlyMap<string, Expression>,
): ReadonlyMap<string, readonly string[]> {
  const allowed = new Map<string, readonly string[]>();
  if (filter === undefined) return allowed;
  const conditions = filter.kind === 'logical' && filter.operator === 'and' ? filter.operands : [filter];
  for (const condition of conditions) {
    const found = choices(table, condition, aliases);
    if (found !== undefined && !allowed.has(found.column)) allowed.set(found.column, found.values);
  }
  return allowed;
}

interface Choices {
  readonly column: string;
  readonly values: readonly string[];
}

function choices(table: Table, condition: Expression, aliases: ReadonlyMap<string, Expression>): Choices | undefined {
  switch (condition.kind) {
    case 'comparison': {
      if (condition.operator !== 'eq') return undefined;
      const { left, right } = condition;
      return valueOf(table, left, right, aliases) ?? valueOf(table, right, left, aliases);
    }
    case 'logical': {
      if (condition.operator === 'and') return undefined;
      const parts = condition.operands.map((operand) => choices(table, operand, aliases));
      const column = parts[0]?.column;
      if (column === undefined || parts.some((part) => part?.column !== column)) return undefined;
      return { column, values: parts.flatMap((part) => part?.values ?? []) };
    }
    case 'namedFunction': {
      if (condition.name !== 'Microsoft.Dynamics.CRM.In') return undefined;
      const parameters = new Map(condition.parameters.map(({ name, value }) => [name, value]));
      const [name = ''] = textsOf(parameters.get('PropertyName'), aliases);
      const column = indexed(table, [name]) ?? indexed(table, [`_${name}_value`]);
      return column === undefined ? undefined : { column, values: textsOf(parameters.get('PropertyValues'), aliases) };
    }
    default:
      return undefined;
  }
}

function valueOf(
  table: Table,
  side: Expression,
  other: Expression,
  aliases: ReadonlyMap<string, Expression>,
): Choices | undefined {
  if (side.kind !== 'property') return undefined;
  const column = indexed(table, side.path);
  const value = other.kind === 'alias' ? aliases.get(other.name) : other;
  if (column === undefined || value?.kind !== 'literal' || typeof value.value !== 'string') return undefined;
  return value.type === 'String' || value.type === 'Guid' ? { column, values: [value.value] } : undefined;
}

function indexed(table: Table, path: readonly string[]): string | undefined {
  const [name = '', ...rest] = path;
  const column = rest.length > 0 ? undefined : propertiesOf(table).get(name)?.column;
  if (column === undefined) return undefined;
  const byText = isLookup(column) || column.type === 'uniqueidentifier' || column.type === 'string';
  return byText ? column.logicalName : undefined;
}
