import { tableDefinition, type TableDefinition } from './metadata';
import { get, rowsOf, textOf } from './webApi';

export interface MainForm {
  readonly id: string;
  readonly name: string;
  readonly xml: string;
}

const MAIN = 2;
const ENGLISH = 1033;

function label(text: string): string {
  return `<labels><label description="${text}" languagecode="${ENGLISH}"/></labels>`;
}

function isShown(table: TableDefinition, name: string): boolean {
  const column = table.columns.get(name);
  return column !== undefined && (name === table.primaryName || column.canUpdate) && column.kind !== 'other';
}

/** What every table has in a real organization: a form of its own columns, here in the order of their names. */
function plainForm(table: TableDefinition): MainForm {
  const names = [...table.columns.keys()].filter((name) => name !== table.primaryId && isShown(table, name));
  const cell = (name: string): string =>
    `<row><cell id="${name}"><control id="${name}" datafieldname="${name}"/></cell></row>`;
  return {
    id: '',
    name: 'Information',
    xml:
      `<form><tabs><tab id="general" name="general">${label('General')}<columns><column width="100%"><sections>` +
      `<section id="columns" showlabel="false" columns="11">${label('General')}` +
      `<rows>${names.sort().map(cell).join('')}</rows></section></sections></column></columns></tab></tabs></form>`,
  };
}

/** The main forms of a table by name. */
export async function mainForms(table: string): Promise<readonly MainForm[]> {
  const rows = rowsOf(
    await get(
      `systemforms?$select=formid,name,formxml&$filter=objecttypecode eq '${table}' and type eq ${MAIN}&$orderby=name`,
    ),
  );
  if (rows.length === 0) return [plainForm(await tableDefinition(table, ENGLISH))];
  return rows.map((row) => ({ id: textOf(row, 'formid'), name: textOf(row, 'name'), xml: textOf(row, 'formxml') }));
}
