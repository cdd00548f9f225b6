import { get, rowsOf, textOf } from './webApi';

export interface MainForm {
  readonly id: string;
  readonly name: string;
  readonly xml: string;
}

const MAIN = 2;

/** The main forms of a table by name. */
export async function mainForms(table: string): Promise<readonly MainForm[]> {
  const rows = rowsOf(
    await get(
      `systemforms?$select=formid,name,formxml&$filter=objecttypecode eq '${table}' and type eq ${MAIN}&$orderby=name`,
    ),
  );
  return rows.map((row) => ({ id: textOf(row, 'formid'), name: textOf(row, 'name'), xml: textOf(row, 'formxml') }));
}
