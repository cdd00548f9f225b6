import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused, notCovered } from './refusal';
import { tableNameOf } from './readTables';
import { attribute, child, children, descendants, labelsOf, textOf, toText, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import type { FormType } from '../metadata/components';
import { formTypes } from '../metadata/formTypes';
import { parseGuid } from '../metadata/identifiers';

function formType(name: string | undefined): FormType | undefined {
  return Object.keys(formTypes).find((candidate): candidate is FormType => candidate === name);
}

function refuse(id: string, reason: string): SolutionRefused {
  return new SolutionRefused('form', `The form ${id} cannot be imported: ${reason}.`, { type: componentTypes.form, name: id });
}

/** Managed forms of other solutions come as differences, which only make sense on top of the form that they change. */
function isDifference(form: Element): boolean {
  return (
    attribute(form, 'solutionaction') !== undefined ||
    ['tab', 'section', 'cell', 'control'].some((name) =>
      descendants(form, name).some((element) => attribute(element, 'solutionaction') !== undefined),
    )
  );
}

/** Cells carry ids of their own: the same id twice makes the second one vanish from the form. */
function checkCellIds(id: string, form: Element): void {
  const seen = new Set<string>();
  for (const cell of descendants(form, 'cell')) {
    const cellId = (attribute(cell, 'id') ?? '').toLowerCase();
    if (cellId !== '' && seen.has(cellId)) throw refuse(id, `the cell id ${cellId} is there twice`);
    seen.add(cellId);
  }
}

function readForm(context: ImportContext, table: string, typeName: string | undefined, element: Element): void {
  const id = parseGuid(textOf(element, 'formid') ?? '');
  if (id === undefined) throw refuse(`of ${table}`, 'it has no formid');
  const type = formType(typeName);
  if (!type) throw notCovered(componentTypes.form, id, `form of type ${typeName ?? 'unknown'}`);
  const form = child(element, 'form');
  if (!form) throw refuse(id, 'it has no form element');
  if (isDifference(form)) throw notCovered(componentTypes.form, id, 'change of a form of another solution (solutionaction)');
  checkCellIds(id, form);
  const existing = context.draft.forms.get(id);
  if (existing && existing.table !== table) throw refuse(id, `it has the id of a form of ${existing.table}`);
  context.draft.forms.set(id, {
    id,
    table,
    type,
    names: labelsOf(element, 'LocalizedNames', 'LocalizedName'),
    descriptions: labelsOf(element, 'Descriptions', 'Description'),
    formXml: toText(form),
    isActive: textOf(element, 'FormActivationState') !== '0',
    solution: ownerOf(context, existing, componentTypes.form, id),
    isManaged: context.manifest.isManaged,
  });
  bring(context, { type: componentTypes.form, key: id, table, label: id });
}

/** The forms of every table in the file. */
export function readForms(context: ImportContext, entities: Element | undefined): void {
  for (const entity of children(entities, 'Entity')) {
    const table = tableNameOf(entity);
    for (const forms of children(child(entity, 'FormXml'), 'forms')) {
      for (const element of children(forms, 'systemform')) readForm(context, table, attribute(forms, 'type'), element);
    }
  }
}
