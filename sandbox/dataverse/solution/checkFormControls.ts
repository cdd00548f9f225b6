import { rowListFault } from './checkRowLists';
import type { ImportContext } from './draft';
import { manifestTypesOf } from './manifestTypes';
import { SolutionRefused } from './refusal';
import { attribute, at, child, children, descendants, textOf, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import type { CustomControl, CustomControlProperty, Form } from '../metadata/components';
import type { Table } from '../metadata/model';

function refuse(form: Form, reason: string): SolutionRefused {
  return new SolutionRefused('form', `The form ${form.id} of ${form.table} cannot be imported: ${reason}.`, {
    type: componentTypes.form,
    name: form.id,
  });
}

/** The column that a parameter names; lookups are bound by an element of their own. */
function boundColumn(parameter: Element): string | undefined {
  const bound = textOf(parameter, 'BindAttribute') ?? parameter.textContent?.trim();
  return bound === '' ? undefined : bound;
}

function checkBinding(form: Form, table: Table, control: CustomControl, property: CustomControlProperty, parameter: Element): void {
  if (attribute(parameter, 'static') === 'true') {
    if (property.usage === 'bound') throw refuse(form, `the property ${property.name} of ${control.name} must be bound to a column`);
    return;
  }
  const name = boundColumn(parameter);
  const column = name === undefined ? undefined : table.columns.get(name);
  if (!column) {
    throw refuse(form, `${control.name} binds ${property.name} to ${name ?? 'nothing'}, which the table ${table.logicalName} does not have`);
  }
  const types = manifestTypesOf(column);
  if (property.types.length > 0 && !property.types.some((type) => types.includes(type))) {
    throw refuse(form, `${control.name} takes ${property.types.join(' or ')} as ${property.name}, and ${column.logicalName} is ${types[0] ?? column.type}`);
  }
}

function checkDataSet(context: ImportContext, form: Form, dataSet: Element): void {
  const fault = rowListFault(context, form, dataSet);
  if (fault !== undefined) throw refuse(form, fault);
}

function checkParameters(context: ImportContext, form: Form, table: Table, control: CustomControl, parameters: Element | undefined): void {
  const given = new Map<string, Element>();
  for (const element of children(parameters)) {
    const name = element.nodeName === 'data-set' ? (attribute(element, 'name') ?? '') : element.nodeName;
    const isDataSet = element.nodeName === 'data-set';
    const property = control.properties.find((candidate) => candidate.name === name && (candidate.usage === 'data-set') === isDataSet);
    if (!property) throw refuse(form, `${control.name} has no property ${name}`);
    given.set(name, element);
    if (isDataSet) checkDataSet(context, form, element);
    else checkBinding(form, table, control, property, element);
  }
  const missing = control.properties.find((property) => property.required && property.usage !== 'output' && !given.has(property.name));
  if (missing) throw refuse(form, `${control.name} is there without its required property ${missing.name}`);
}

function checkCustomControl(context: ImportContext, form: Form, table: Table, element: Element): void {
  const name = attribute(element, 'name');
  // The fallback is named by class id. Microsoft's own controls are part of the client, not of the organization.
  if (name === undefined) return;
  if (name.startsWith('MscrmControls.')) {
    for (const dataSet of children(child(element, 'parameters'), 'data-set')) checkDataSet(context, form, dataSet);
    return;
  }
  const control = context.draft.customControls.get(name);
  if (!control) throw refuse(form, `it shows the custom control ${name}, which does not exist`);
  checkParameters(context, form, table, control, child(element, 'parameters'));
}

/** The controls that take the place of a column's own control (`controlDescriptions`). */
export function checkControlDescriptions(context: ImportContext, form: Form, table: Table, root: Element): void {
  const uniqueIds = new Set(descendants(root, 'control').map((control) => attribute(control, 'uniqueid')?.toLowerCase()));
  for (const description of children(at(root, 'controlDescriptions'), 'controlDescription')) {
    const target = (attribute(description, 'forControl') ?? '').toLowerCase();
    if (!uniqueIds.has(target)) throw refuse(form, `a controlDescription is for the control ${target}, which the form does not have`);
    for (const element of children(description, 'customControl')) checkCustomControl(context, form, table, element);
  }
}
