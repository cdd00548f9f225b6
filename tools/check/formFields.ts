import { findColumn, mayHaveColumn, type SolutionModel, type TableComponent } from '../solution/readModel';
import { attributeOf, childOf, descendantsOf, type XmlElement } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import { checkRowList } from './rowLists';
import type { Subject } from './subject';

const columnUnknown = kindOfFinding(
  'form-column-unknown',
  'A form that names a column that is not there does not import.',
);
const wrongClass = kindOfFinding(
  'form-control-class',
  'A field of another kind than its column shows an error instead of the value.',
);

const text = '4273edbd-ac1d-40d3-9fb2-095c621b552d';
const lookup = '270bd3db-d9af-4782-9025-509e298dec0a';
const choice = '3ef39988-22bb-4f0b-bbbe-64b5a3748aee';
const memo = 'e0dece4b-6fc8-4a8f-a065-082708572369';
const email = 'ada2203e-b4cd-49be-9ddf-234642b43b52';
const url = '71716b6c-711e-476c-8ab8-5d11542bfb47';
const subgrid = 'e7a81278-8635-4d9e-8d4d-59480b391c5b';
/** Shows a custom control for a column of any type. */
const controlHost = 'f9a8a302-114e-466a-b582-6771b2ae0d92';

/** Classes of form controls that show a column type. */
const classesOfType: Readonly<Record<string, readonly string[]>> = {
  nvarchar: [text, memo, email, url],
  ntext: [memo, text],
  lookup: [lookup],
  owner: [lookup],
  picklist: [choice],
  state: [choice],
  status: ['5d68b988-0661-4db2-bc3e-17598ad3be6c'],
  bit: ['67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed'],
  datetime: ['5b773807-9fb2-42db-97c3-7a91eff8adff'],
  money: ['533b9e00-756b-4312-95a0-dc888637ac78'],
  int: ['c6d124ca-7eda-4a60-aea9-7fb8d318b68f'],
  decimal: ['c3efe0c3-0ec6-42be-8349-cbd9079dfd8e'],
  float: ['0d2c745a-e5a8-4c8f-ba63-c6d3bb604660'],
};

/** Fields of forms show columns that exist, with a control of their kind; lists show views and relationships that exist. */
export function checkFormFields({ model }: Subject): Finding[] {
  return model.forms.flatMap((form) =>
    descendantsOf(form.element, 'control').flatMap((control) =>
      classOf(control) === subgrid
        ? checkRowList(model, form, control, childOf(control, 'parameters'))
        : checkField(model, form, control),
    ),
  );
}

function checkField(model: SolutionModel, form: TableComponent, control: XmlElement): Finding[] {
  const column = attributeOf(control, 'datafieldname');
  const place = { file: form.file, element: control };
  if (column === '') return [];
  if (!mayHaveColumn(model, form.table, column)) {
    return [
      columnUnknown(place, `${form.table} has no column ${column}.`, 'Correct datafieldname, or add the column.'),
    ];
  }
  const type = findColumn(model, form.table, column)?.type ?? '';
  const allowed = classesOfType[type];
  const used = classOf(control);
  if (allowed === undefined || used === controlHost || allowed.includes(used)) return [];
  return [wrongClass(place, `${column} is ${type}, its control has class {${used}}.`, `Use {${allowed[0] ?? ''}}.`)];
}

function classOf(control: XmlElement): string {
  return attributeOf(control, 'classid').replace(/[{}]/g, '').toLowerCase();
}
