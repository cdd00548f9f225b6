import type { Column, Table } from '../solution/readTables';
import { attributeOf, childOf, textAt } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

// Microsoft's schema of customizations.xml lets any text stand in these places.
const tableInvalid = kindOfFinding('table-invalid', 'The import stops: Dataverse cannot make such a table.');
const columnInvalid = kindOfFinding('column-invalid', 'The import stops: Dataverse cannot make such a column.');

const columnTypes = new Set(
  'nvarchar ntext int bigint decimal float money bit picklist state status datetime lookup owner customer primarykey uniqueidentifier virtual'.split(
    ' ',
  ),
);
const requiredLevels = ['none', 'recommended', 'required', 'systemrequired'];

/** Tables and columns say of what kind they are in words that Dataverse knows. */
export function checkTables({ model }: Subject): Finding[] {
  const prefix = `${model.identity.prefix}_`;
  return model.tables.flatMap((table) => [
    ...(table.schemaName.startsWith(prefix) ? checkTable(table) : []),
    ...table.columns.flatMap((column) => checkColumn(table, column)),
  ]);
}

function checkTable(table: Table): Finding[] {
  const place = { file: table.file };
  const name = attributeOf(childOf(childOf(table.element, 'EntityInfo'), 'entity'), 'Name');
  const findings: Finding[] = [];
  if (table.ownership === undefined) {
    findings.push(tableInvalid(place, 'OwnershipTypeMask is neither UserOwned nor OrgOwned.', 'Write one of the two.'));
  }
  if (table.entitySetName === '') findings.push(tableInvalid(place, 'It has no EntitySetName.', 'Add it.'));
  if (name !== table.schemaName) {
    findings.push(
      tableInvalid(place, `entity/@Name is ${name}, Name is ${table.schemaName}.`, 'Write the schema name in both.'),
    );
  }
  const isPrimary = (column: Column): boolean => textAt(column.element, 'DisplayMask').includes('PrimaryName');
  if (table.columns.filter((column) => column.type === 'primarykey').length !== 1) {
    findings.push(tableInvalid(place, 'It needs one column of type primarykey.', `Add ${table.schemaName}Id.`));
  }
  if (table.columns.filter(isPrimary).length !== 1) {
    findings.push(
      tableInvalid(place, 'It needs one column with PrimaryName in its DisplayMask.', 'Add it to the name.'),
    );
  }
  return findings;
}

function checkColumn(table: Table, column: Column): Finding[] {
  const place = { file: table.file, element: column.element };
  const findings: Finding[] = [];
  const fault = (what: string, remedy: string): void =>
    void findings.push(columnInvalid(place, `${column.schemaName}: ${what}`, remedy));
  const level = textAt(column.element, 'RequiredLevel');
  if (!columnTypes.has(column.type)) fault(`type ${column.type} is unknown.`, 'Use a type of Dataverse.');
  if (!requiredLevels.includes(level)) fault(`RequiredLevel ${level} is unknown.`, `Use ${requiredLevels.join(', ')}.`);
  if (column.logicalName !== column.schemaName.toLowerCase()) {
    fault(`its logical name is ${column.logicalName}.`, 'Use the schema name in lower case.');
  }
  if (column.type === 'nvarchar' && column.custom) {
    const maximum = column.maxLength ?? 0;
    if (maximum < 1 || maximum > 4000) fault(`MaxLength is ${maximum}.`, 'Use 1 to 4000, or the type ntext.');
    const bytes = textAt(column.element, 'Length');
    if (bytes !== '' && Number(bytes) !== maximum * 2)
      fault(`Length is ${bytes}.`, `Use ${maximum * 2}, two bytes a character.`);
  }
  const accuracy = textAt(column.element, 'Accuracy');
  if (column.type === 'decimal' && !(accuracy !== '' && Number(accuracy) >= 0 && Number(accuracy) <= 10)) {
    fault(`Accuracy is ${accuracy || 'missing'}.`, 'Use 0 to 10.');
  }
  const behavior = textAt(column.element, 'Behavior');
  if (column.type === 'datetime' && column.custom && !['1', '2', '3'].includes(behavior)) {
    fault(`Behavior is ${behavior || 'missing'}.`, 'Use 1 user local, 2 date only, 3 time-zone independent.');
  }
  return findings;
}
