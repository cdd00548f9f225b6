import { asRow, get, rowsOf, textOf, type Row } from './webApi';

export type ColumnKind = 'text' | 'memo' | 'number' | 'boolean' | 'date' | 'lookup' | 'choice' | 'other';

export interface ColumnDefinition {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Dataverse's own name of the type, e.g. `Decimal` or `Customer`. */
  readonly attributeType: string;
  /** Only of date columns. */
  readonly date?: DateColumnFormat;
  readonly displayName: string;
  readonly required: boolean;
  readonly canUpdate: boolean;
  /** Lookups: the tables that can be chosen, and the navigation property to bind for each. */
  readonly targets: readonly { readonly table: string; readonly navigationProperty: string }[];
}

export interface DateColumnFormat {
  /** Shown without time of day. */
  readonly withoutTime: boolean;
  /** `DateOnly` is a calendar day, `UserLocal` an instant that the user's time zone decides, `TimeZoneIndependent` a clock's reading. */
  readonly behavior: string;
}

export interface TableDefinition {
  readonly name: string;
  readonly setName: string;
  readonly primaryId: string;
  readonly primaryName: string;
  readonly displayName: string;
  readonly pluralName: string;
  readonly columns: ReadonlyMap<string, ColumnDefinition>;
  /** Lower-case names of the privileges that guard the table, by verb in lower case, e.g. `write`; lines are guarded by those of their head. */
  readonly privileges: ReadonlyMap<string, string>;
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  String: 'text',
  Memo: 'memo',
  Integer: 'number',
  BigInt: 'number',
  Decimal: 'number',
  Double: 'number',
  Money: 'number',
  Boolean: 'boolean',
  DateTime: 'date',
  Lookup: 'lookup',
  Customer: 'lookup',
  Owner: 'lookup',
  Picklist: 'choice',
  State: 'choice',
  Status: 'choice',
};

/** A label in the wanted language, else English. */
export function localized(value: unknown, language: number): string {
  if (typeof value !== 'object' || value === null) return '';
  const labels = asRow(value).LocalizedLabels;
  const rows = Array.isArray(labels) ? labels.map(asRow) : [];
  const find = (code: number): Row | undefined => rows.find((row) => row.LanguageCode === code);
  const label = find(language) ?? find(1033) ?? rows[0];
  return label ? textOf(label, 'Label') : '';
}

function nested(row: Row, name: string): readonly Row[] {
  return name in row ? rowsOf({ value: row[name] }) : [];
}

function dateFormatOf(row: Row): DateColumnFormat {
  const behavior = row.DateTimeBehavior === undefined ? {} : asRow(row.DateTimeBehavior);
  return { withoutTime: textOf(row, 'Format') === 'DateOnly', behavior: textOf(behavior, 'Value') };
}

interface TableRows {
  readonly relationships: readonly Row[];
  readonly dates: ReadonlyMap<string, DateColumnFormat>;
}

function columnOf(row: Row, { relationships, dates }: TableRows, language: number): ColumnDefinition {
  const name = textOf(row, 'LogicalName');
  const date = dates.get(name);
  const required = row.RequiredLevel === undefined ? {} : asRow(row.RequiredLevel);
  return {
    name,
    kind: kinds[textOf(row, 'AttributeType')] ?? 'other',
    attributeType: textOf(row, 'AttributeType'),
    ...(date === undefined ? {} : { date }),
    displayName: localized(row.DisplayName, language) || name,
    required: ['ApplicationRequired', 'SystemRequired'].includes(textOf(required, 'Value')),
    canUpdate: row.IsValidForUpdate === true,
    targets: relationships
      .filter((relationship) => relationship.ReferencingAttribute === name)
      .map((relationship) => ({
        table: textOf(relationship, 'ReferencedEntity'),
        navigationProperty: textOf(relationship, 'ReferencingEntityNavigationPropertyName'),
      })),
  };
}

const tables = new Map<string, Promise<TableDefinition>>();

async function read(table: string, language: number): Promise<TableDefinition> {
  const address = `EntityDefinitions(LogicalName='${table}')`;
  const [definition, dateColumns] = await Promise.all([
    get(
      `${address}?$select=LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,DisplayName,DisplayCollectionName,Privileges` +
        '&$expand=Attributes($select=LogicalName,AttributeType,DisplayName,RequiredLevel,IsValidForUpdate),' +
        'ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)',
    ),
    get(
      `${address}/Attributes/Microsoft.Dynamics.CRM.DateTimeAttributeMetadata?$select=LogicalName,Format,DateTimeBehavior`,
    ),
  ]);
  const row = asRow(definition);
  const rows = {
    relationships: nested(row, 'ManyToOneRelationships'),
    dates: new Map(rowsOf(dateColumns).map((date) => [textOf(date, 'LogicalName'), dateFormatOf(date)])),
  };
  const columns = nested(row, 'Attributes').map((attribute) => columnOf(attribute, rows, language));
  return {
    name: textOf(row, 'LogicalName'),
    setName: textOf(row, 'EntitySetName'),
    primaryId: textOf(row, 'PrimaryIdAttribute'),
    primaryName: textOf(row, 'PrimaryNameAttribute'),
    displayName: localized(row.DisplayName, language),
    pluralName: localized(row.DisplayCollectionName, language),
    columns: new Map(columns.map((column) => [column.name, column])),
    privileges: new Map(
      nested(row, 'Privileges').map((privilege) => [
        textOf(privilege, 'PrivilegeType').toLowerCase(),
        textOf(privilege, 'Name').toLowerCase(),
      ]),
    ),
  };
}

/** Metadata does not change while the page is open: asked once for each table and language. */
export function tableDefinition(table: string, language: number): Promise<TableDefinition> {
  const key = `${table} ${language}`;
  const known = tables.get(key);
  if (known) return known;
  const asked = read(table, language);
  tables.set(key, asked);
  asked.catch(() => tables.delete(key));
  return asked;
}
