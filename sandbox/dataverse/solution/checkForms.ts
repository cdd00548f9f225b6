import { checkControlDescriptions } from './checkFormControls';
import { rowListFault } from './checkRowLists';
import type { ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { attribute, at, children, descendants, parseXml, textOf, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import type { Form } from '../metadata/components';
import { parseGuid } from '../metadata/identifiers';
import type { Table } from '../metadata/model';

const subgrid = 'e7a81278-8635-4d9e-8d4d-59480b391c5b';
const webResourceFrame = '9fdf5f91-88b1-47f4-ad53-c11efc01a01d';

/** A refusal of a form, with the reason. */
export function formRefused(form: Form, reason: string): SolutionRefused {
  return new SolutionRefused('form', `The form ${form.id} of ${form.table} cannot be imported: ${reason}.`, {
    type: componentTypes.form,
    name: form.id,
  });
}

function webResourceExists(context: ImportContext, name: string): boolean {
  return context.draft.webResources.has(name.replace(/^\$webresource:/u, ''));
}

function checkCells(context: ImportContext, form: Form, table: Table, root: Element): void {
  for (const control of descendants(root, 'control')) {
    const column = attribute(control, 'datafieldname');
    const classId = parseGuid(attribute(control, 'classid') ?? '');
    if (classId === undefined) throw formRefused(form, `its control ${attribute(control, 'id') ?? ''} has no classid`);
    if (column !== undefined && column !== '' && !table.columns.has(column)) {
      throw formRefused(form, `it shows the column ${column}, which the table ${table.logicalName} does not have`);
    }
    const fault = classId === subgrid ? rowListFault(context, form, children(control, 'parameters')[0]) : undefined;
    if (fault !== undefined) throw formRefused(form, fault);
    const url = classId === webResourceFrame ? textOf(children(control, 'parameters')[0], 'Url') : undefined;
    if (url !== undefined && !webResourceExists(context, url)) throw formRefused(form, `it shows the web resource ${url}, which does not exist`);
  }
}

function checkScripts(context: ImportContext, form: Form, root: Element): void {
  const libraries = children(at(root, 'formLibraries'), 'Library').map((library) => attribute(library, 'name') ?? '');
  for (const library of libraries) {
    if (!webResourceExists(context, library)) throw formRefused(form, `it loads the script ${library}, which does not exist`);
  }
  for (const handler of descendants(root, 'Handler')) {
    const library = attribute(handler, 'libraryName') ?? '';
    if (!libraries.includes(library)) {
      throw formRefused(form, `the handler ${attribute(handler, 'functionName') ?? ''} is in ${library}, which the form does not load`);
    }
  }
}

function checkRoles(context: ImportContext, form: Form, root: Element): void {
  for (const role of descendants(root, 'Role')) {
    const id = parseGuid(attribute(role, 'Id') ?? attribute(role, 'id') ?? '');
    if (id !== undefined && !context.draft.roles.has(id)) throw formRefused(form, `it is for the security role ${id}, which does not exist`);
  }
}

/** Columns, controls, scripts and roles that the file's forms name must exist. */
export function checkForms(context: ImportContext): void {
  for (const { type, key } of context.brought) {
    const form = type === componentTypes.form ? context.draft.forms.get(key) : undefined;
    const table = form ? context.draft.tables.get(form.table) : undefined;
    if (!form || !table) continue;
    const root = parseXml(form.formXml, `form ${form.id}`);
    checkCells(context, form, table, root);
    checkScripts(context, form, root);
    checkRoles(context, form, root);
    checkControlDescriptions(context, form, table, root);
  }
}
