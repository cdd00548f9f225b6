import type { Relationship } from '../solution/readRelationships';
import type { ChoiceOption, Column, Table } from '../solution/readTables';
import { hasFormattedValue, hasOptions, isLookup, isVirtual, propertyName, valueType } from './columnType';
import { constantName, memberName, typeName } from './names';

const formattedValue = '@OData.Community.Display.V1.FormattedValue';

/**
 * The TypeScript module of one table. Every name is a constant of its own, so that a bundler keeps only those that are
 * used; meant for `import * as customer from './bciCustomer'`.
 */
export function tableModule(table: Table, relationships: readonly Relationship[]): string {
  const columns = table.columns.filter((column) => !isVirtual(column));
  const primaryKey = columns.find((column) => column.type === 'primarykey');
  const blocks = [
    header(table, primaryKey),
    ...columns
      .filter((column) => column !== primaryKey)
      .map((column) => columnConstants(column, lookupProperty(table, column, relationships))),
    collectionConstants(table, relationships),
    keyConstants(table),
    ...columns.filter(hasOptions).map(choice),
    rowInterface(table, columns),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function header(table: Table, primaryKey: Column | undefined): string {
  return [
    '// Generated from solution/ by `npm run build`. Do not edit.',
    '',
    `/** ${table.label}: logical name. */`,
    constant('logicalName', table.logicalName),
    '/** Name in Web API addresses. */',
    constant('entitySetName', table.entitySetName),
    constant('primaryKey', primaryKey?.logicalName ?? `${table.logicalName}id`),
  ].join('\n');
}

function columnConstants(column: Column, navigationProperty: string | undefined): string {
  const name = constantName(column.schemaName);
  const lines = [`/** ${column.label || column.schemaName} */`, constant(name, column.logicalName)];
  if (isLookup(column)) lines.push(constant(`${name}Value`, propertyName(column)));
  if (navigationProperty !== undefined) {
    lines.push(constant(`${name}Navigation`, navigationProperty));
    if (column.writable) lines.push(constant(`${name}Bind`, `${navigationProperty}@odata.bind`));
  }
  if (column.maxLength !== undefined) lines.push(`export const ${name}MaxLength = ${column.maxLength};`);
  return lines.join('\n');
}

/** System lookups (createdby, ownerid, ...) are followed and bound by their logical name; own ones by their relationship's. */
function lookupProperty(table: Table, column: Column, relationships: readonly Relationship[]): string | undefined {
  if (!isLookup(column)) return undefined;
  if (!column.logicalName.includes('_')) return column.logicalName;
  return relationships.find(
    (candidate) =>
      candidate.referencingTable.toLowerCase() === table.logicalName &&
      candidate.referencingColumn.toLowerCase() === column.logicalName,
  )?.lookupProperty;
}

function collectionConstants(table: Table, relationships: readonly Relationship[]): string {
  return relationships
    .filter((relationship) => relationship.referencedTable.toLowerCase() === table.logicalName)
    .map((relationship) => {
      const name = `${constantName(relationship.referencingTable)}By${typeName(relationship.referencingColumn.replace(/^[a-z]+_/, ''))}`;
      return `/** Collection-valued navigation property: the ${relationship.referencingTable} rows of a row. */\n${constant(name, relationship.collectionProperty)}`;
    })
    .join('\n');
}

function keyConstants(table: Table): string {
  return table.keys
    .map((key) => {
      const parts = key.columns.map((name) => constantName(schemaNameOf(table, name)));
      const name = parts.map((part, index) => (index === 0 ? part : capitalized(part))).join('');
      const columns = key.columns.map((column) => `'${column}'`).join(', ');
      return `/** Columns of the alternate key ${key.logicalName}. */\nexport const ${name}Key = [${columns}] as const;`;
    })
    .join('\n');
}

function schemaNameOf(table: Table, logicalName: string): string {
  return table.columns.find((column) => column.logicalName === logicalName)?.schemaName ?? logicalName;
}

function choice(column: Column): string {
  const name = choiceName(column);
  const members = column.options.map((option) => `  ${uniqueMember(option, column)}: ${option.value},`);
  return [
    `/** Values of ${column.logicalName}. */`,
    `export const ${name} = {`,
    ...members,
    '} as const;',
    `export type ${name} = (typeof ${name})[keyof typeof ${name}];`,
  ].join('\n');
}

function uniqueMember(option: ChoiceOption, column: Column): string {
  const name = memberName(option.label);
  const shared = column.options.filter((other) => memberName(other.label) === name).length > 1;
  return name === '' || shared ? `${name || 'value'}${option.value}` : name;
}

function choiceName(column: Column): string {
  return `${capitalized(constantName(column.schemaName))}Choice`;
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function rowInterface(table: Table, columns: readonly Column[]): string {
  const hasOwnKey = columns.some((column) => column.type === 'primarykey');
  return [
    '/** A row as the Web API returns it when every column is selected. */',
    `export interface ${typeName(table.schemaName)}Row {`,
    ...(hasOwnKey ? [] : [`  ${table.logicalName}id: string;`]),
    ...columns.flatMap(rowProperties),
    '}',
  ].join('\n');
}

function rowProperties(column: Column): string[] {
  const property = propertyName(column);
  const value = `  ${property}: ${valueType(column, choiceName(column))};`;
  return hasFormattedValue(column) ? [value, `  '${property}${formattedValue}'?: string;`] : [value];
}

function constant(name: string, value: string): string {
  return `export const ${name} = '${value}';`;
}
