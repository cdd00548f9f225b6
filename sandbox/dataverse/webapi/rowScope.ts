import { unknownProperty } from '../records/dataverseError';
import { columnNamed, jsonValue, propertiesOf } from '../records/properties';
import { readableTest } from '../records/query';
import { tableNamed } from '../records/privileges';
import { asReference } from '../records/rowOwner';
import { isLookup } from '../metadata/columns';
import { relatedRows } from './relatedRows';
import type { Session } from '../records/session';
import type { Column } from '../metadata/columns';
import type { NavigationProperty } from '../metadata/catalog';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';
import type { CollectionProperty, Property, PropertyType, Scope, Value } from '../../odata/evaluation';

/** A column of the table or of one that its lookups lead to, and how to read it from a row. */
export interface ReachedColumn {
  readonly column: Column;
  readonly table: Table;
  /** The row that holds the column: the row itself, or the one that the path leads to (undefined when there is none). */
  readonly holder: (row: Row) => Row | undefined;
}

/**
 * The names that an expression over one table may use, as the caller may read them: a related table needs its Read
 * privilege (403), and a related row out of reach reads as if it were not there.
 */
export class RowScope implements Scope<unknown> {
  constructor(
    private readonly session: Session,
    readonly table: Table,
  ) {}

  property(path: readonly string[]): Property<unknown> {
    const managed = path.at(-1) === 'Value' ? this.reach(path.slice(0, -1), path) : undefined;
    const reached = managed?.column.type === 'managedproperty' ? managed : this.reach(path, path);
    if (reached === undefined) throw unknownProperty(path.join('/'), this.table.logicalName);
    const { column, holder } = reached;
    return { type: typeOf(column), read: (row) => scalar(column, holder(asRow(row))) };
  }

  collection(path: readonly string[]): CollectionProperty<unknown> {
    const [name = '', ...rest] = path;
    const navigation = this.session.catalog.navigation(this.table.logicalName).get(name);
    if (navigation === undefined || navigation.kind === 'single' || rest.length > 0) {
      throw unknownProperty(path.join('/'), this.table.logicalName);
    }
    const table = tableNamed(this.session, targetOf(navigation));
    const readable = readableTest(this.session, table);
    return {
      scope: new RowScope(this.session, table),
      read: (row) =>
        [...relatedRows(this.session, this.table, asRow(row), navigation)].filter((one) => readable?.(one) ?? true),
    };
  }

  /** The column at the end of a path; undefined when a name on the way is unknown. */
  reach(path: readonly string[], whole: readonly string[] = path): ReachedColumn | undefined {
    const [name = '', ...rest] = path;
    if (rest.length === 0) {
      const column = propertiesOf(this.table).get(name)?.column;
      return column === undefined ? undefined : { column, table: this.table, holder: (row) => row };
    }
    const navigation = this.session.catalog.navigation(this.table.logicalName).get(name);
    const target = navigation?.kind === 'single' ? navigation.targets[0] : undefined;
    if (navigation?.kind !== 'single' || target === undefined) return undefined;
    const table = tableNamed(this.session, target);
    const readable = readableTest(this.session, table);
    const further = new RowScope(this.session, table).reach(rest, whole);
    if (further === undefined) return undefined;
    const { store } = this.session.organization;
    const holder = (row: Row): Row | undefined => {
      const reference = asReference(row[navigation.column.logicalName]);
      if (reference?.table !== target) return undefined;
      const related = store.row(target, reference.id);
      return related !== undefined && (readable?.(related) ?? true) ? further.holder(related) : undefined;
    };
    return { ...further, holder };
  }

  /** The column that a query function names: by property or by logical name, over lookups too. */
  namedColumn(name: string): ReachedColumn {
    const path = name.split('/');
    const own = path.length === 1 ? columnNamed(this.table, name) : undefined;
    const reached =
      own === undefined ? this.reach(path) : { column: own, table: this.table, holder: (row: Row) => row };
    if (reached === undefined) throw unknownProperty(name, this.table.logicalName);
    return reached;
  }
}

/** The table that a navigation property leads to; the first one for those that lead to several. */
export function targetOf(navigation: NavigationProperty): string {
  switch (navigation.kind) {
    case 'single':
      return navigation.targets[0] ?? '';
    case 'collection':
      return navigation.relationship.referencingTable;
    case 'manyToMany':
      return navigation.otherTable;
  }
}

/** Expressions are compiled over rows of any kind; here they are always rows of the store. */
export function asRow(row: unknown): Row {
  return isRow(row) ? row : {};
}

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null;
}

function typeOf(column: Column): PropertyType {
  if (isLookup(column)) return 'Guid';
  switch (column.type) {
    case 'integer':
    case 'bigint':
    case 'picklist':
    case 'state':
    case 'status':
      return 'Integer';
    case 'decimal':
    case 'double':
    case 'money':
      return 'Decimal';
    case 'boolean':
    case 'managedproperty':
      return 'Boolean';
    case 'datetime':
      return column.behavior === 'dateOnly' ? 'Date' : 'DateTimeOffset';
    case 'uniqueidentifier':
      return 'Guid';
    default:
      return 'String';
  }
}

function scalar(column: Column, row: Row | undefined): Value {
  const value: RowValue | undefined = row?.[column.logicalName];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value;
  const written = row === undefined ? null : jsonValue(column, row);
  return typeof written === 'string' ? written : null;
}
