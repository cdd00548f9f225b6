import type { SolutionModel } from '../solution/readModel';
import type { Table } from '../solution/readTables';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

const withoutRelationship = kindOfFinding(
  'lookup-without-relationship',
  'The import stops: a lookup is created by its relationship.',
);
const withoutLookup = kindOfFinding(
  'relationship-without-lookup',
  'The import stops: the relationship has no column to live in.',
);
const unknownTable = kindOfFinding('relationship-table-unknown', 'The import stops at a table that is not there.');
const keyColumn = kindOfFinding('key-column-unknown', 'The alternate key cannot be made, and rows could be doubled.');

/** Each lookup of our own has its relationship and the reverse; alternate keys consist of columns that exist. */
export function checkRelationships({ model }: Subject): Finding[] {
  return [
    ...model.tables.flatMap((table) => checkLookups(model, table)),
    ...model.tables.flatMap(checkKeys),
    ...checkRelationshipEnds(model),
  ];
}

function checkLookups(model: SolutionModel, table: Table): Finding[] {
  return table.columns
    .filter((column) => column.type === 'lookup' && column.custom)
    .filter(
      (column) =>
        !model.relationships.some(
          (relationship) =>
            relationship.referencingTable === table.schemaName && relationship.referencingColumn === column.schemaName,
        ),
    )
    .map((column) =>
      withoutRelationship(
        { file: table.file, element: column.element },
        `No relationship of ${table.schemaName} has the ReferencingAttributeName ${column.schemaName}.`,
        'Describe it in Other/Relationships/.',
      ),
    );
}

function checkRelationshipEnds(model: SolutionModel): Finding[] {
  const prefix = `${model.identity.prefix}_`;
  return model.relationships.flatMap((relationship) => {
    const referencing = model.tables.find((table) => table.schemaName === relationship.referencingTable);
    const unknown = [relationship.referencingTable, relationship.referencedTable].filter(
      (name) => name.startsWith(prefix) && !model.tables.some((table) => table.schemaName === name),
    );
    const findings = unknown.map((name) =>
      unknownTable(relationship, `Table ${name} is not in the solution.`, 'Correct its schema name.'),
    );
    if (referencing === undefined) return findings;
    const lookup = referencing.columns.find((column) => column.schemaName === relationship.referencingColumn);
    if (lookup !== undefined) return findings;
    const what = `${referencing.schemaName} has no column ${relationship.referencingColumn}.`;
    return [...findings, withoutLookup(relationship, what, 'Correct ReferencingAttributeName, or add the column.')];
  });
}

function checkKeys(table: Table): Finding[] {
  return table.keys.flatMap((key) =>
    key.columns
      .filter((name) => !table.columns.some((column) => column.logicalName === name))
      .map((name) =>
        keyColumn(
          { file: table.file },
          `Key ${key.logicalName} names ${name}, which is not there.`,
          'Correct the key.',
        ),
      ),
  );
}
