import { messageOf } from '../app/useLoaded';
import { mainForms, type MainForm } from '../dataverse/forms';
import { tableDefinition, type TableDefinition } from '../dataverse/metadata';
import { readRecord } from '../dataverse/record';
import { WebApiError, type Row } from '../dataverse/webApi';
import { loadLibraries } from '../scripts/libraries';
import type { ScriptFailure } from './formState';
import { columnsOf, parseFormXml, type FormDefinition } from './formXml';

/** Which record is shown on which form. */
export interface RecordAddress {
  readonly table: string;
  /** Undefined for a new record. */
  readonly id: string | undefined;
  /** Undefined for the form that the client chooses. */
  readonly formId: string | undefined;
}

/** All that a form needs before it is shown. */
export interface LoadedForm {
  readonly table: TableDefinition;
  readonly forms: readonly MainForm[];
  readonly chosen: MainForm;
  readonly form: FormDefinition;
  readonly row: Row;
  /** Libraries that could not be loaded: the form is shown without them. */
  readonly failures: readonly ScriptFailure[];
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is read besides the columns of the form: an inactive record cannot be changed. */
const STATE = 'statecode';

/** An address of a record that is gone is nothing that trying again would cure. @throws whatever else it was */
function noRecord(error: unknown): 'noRecord' {
  if (error instanceof WebApiError && error.status === 404) return 'noRecord';
  throw error;
}

export function readFormRow(table: TableDefinition, id: string, form: FormDefinition): Promise<Row> {
  return readRecord(table, id, [...columnsOf(form), STATE]);
}

export async function loadForm(
  address: RecordAddress,
  language: number,
  scriptsReady: () => void,
): Promise<LoadedForm | 'noRecord' | 'noForm'> {
  const { id, formId } = address;
  if (id !== undefined && !GUID.test(id)) return 'noRecord';
  const [table, forms] = await Promise.all([tableDefinition(address.table, language), mainForms(address.table)]);
  const chosen =
    forms.find((form) => form.id === formId) ?? forms.find(({ xml }) => xml.includes('customControl')) ?? forms[0];
  if (!chosen) return 'noForm';
  const form = parseFormXml(chosen.xml, language);
  const empty: Row = {};
  const failures: ScriptFailure[] = [];
  scriptsReady();
  const [row] = await Promise.all([
    id === undefined ? empty : readFormRow(table, id, form).catch(noRecord),
    loadLibraries(form.scripts.libraries, (script, error) => failures.push({ script, message: messageOf(error) })),
  ]);
  return row === 'noRecord' ? row : { table, forms, chosen, form, row, failures };
}
