import type { FormModel } from '../form/formModel';
import type { FormState, NotificationLevel } from '../form/formState';
import type { FormGrids } from '../grid/FormGrids';
import { scriptAttribute, type ScriptAttribute } from './attribute';
import { formId } from './attributeValue';
import { collection, pick, type Collection, type Matching } from './collection';
import { scriptControl, type BoundControl } from './control';
import { emulated } from './emulated';
import type { FormEventQueue, ScriptFunction } from './formEventQueue';
import { scriptGrid } from './gridContext';

/** What a form gives to its scripts. */
export interface ScriptedForm {
  readonly model: FormModel;
  readonly state: FormState;
  readonly events: FormEventQueue;
  readonly grids: FormGrids;
  readonly controls: readonly BoundControl[];
  readonly tabs: readonly { readonly name: string; readonly label: string }[];
  /** 1 create, 2 update, 3 read-only, 4 disabled. */
  readonly formType: number;
  readonly primaryName: () => string;
  /** @throws when the record could not be saved */
  readonly save: () => Promise<void>;
  readonly refresh: () => Promise<void>;
}

/** Names of the events that do not belong to a column. */
export const formEvents = { load: 'onload', dataLoad: 'data onload', save: 'onsave', postSave: 'postsave' } as const;

function entityOf(form: ScriptedForm, attributes: readonly ScriptAttribute[]): object {
  const { model, events } = form;
  const id = (): string => formId(model.id ?? '');
  const adding = (event: string, label: string) => (handler: ScriptFunction) =>
    events.add(event, { key: handler, name: label, call: handler });
  const removing = (event: string) => (handler: ScriptFunction) => events.remove(event, handler);
  return emulated('formContext.data.entity', {
    getId: id,
    getEntityName: () => model.table.name,
    getPrimaryAttributeValue: form.primaryName,
    getEntityReference: () => ({ id: id(), entityType: model.table.name, name: form.primaryName() }),
    getIsDirty: () => model.changes.size > 0,
    isValid: () => model.missing().length === 0,
    addOnSave: adding(formEvents.save, 'OnSave'),
    removeOnSave: removing(formEvents.save),
    addOnPostSave: adding(formEvents.postSave, 'PostSave'),
    removeOnPostSave: removing(formEvents.postSave),
    save: () => void form.save().catch(() => undefined),
    attributes: collection('formContext.data.entity.attributes', attributes, (attribute) => attribute.getName()),
  });
}

function dataOf(form: ScriptedForm, entity: object): object {
  const { model, events } = form;
  return emulated('formContext.data', {
    entity,
    addOnLoad: (handler: ScriptFunction) =>
      events.add(formEvents.dataLoad, { key: handler, name: 'OnLoad of the data', call: handler }),
    removeOnLoad: (handler: ScriptFunction) => events.remove(formEvents.dataLoad, handler),
    getIsDirty: () => model.changes.size > 0,
    isValid: () => model.missing().length === 0,
    save: form.save,
    refresh: (save = false) => (save ? form.save().then(form.refresh) : form.refresh()),
  });
}

function uiOf(form: ScriptedForm, controls: readonly NamedControl[]): object {
  const { state } = form;
  const tabs = form.tabs.map(({ name, label }) => ({
    name,
    object: emulated(`formContext.ui.tabs.get('${name}')`, {
      getName: () => name,
      getLabel: () => label,
      getVisible: () => state.isTabVisible(name),
      setVisible: (visible: boolean) => state.showTab(name, visible),
    }),
  }));
  return emulated('formContext.ui', {
    getFormType: () => form.formType,
    setFormNotification: (text: string, level: NotificationLevel, id: string) => {
      state.setNotification({ id, level, text });
      return true;
    },
    clearFormNotification: (id: string) => state.clearNotification(id),
    controls: named('formContext.ui.controls', controls),
    tabs: named('formContext.ui.tabs', tabs),
  });
}

interface NamedControl {
  readonly name: string;
  readonly object: object;
}

/** Collection of API objects by the names that the form gives them. */
function named(name: string, items: readonly NamedControl[]): Collection<object> {
  const names = new Map(items.map((item) => [item.object, item.name]));
  return collection(
    name,
    items.map(({ object }) => object),
    (object) => names.get(object) ?? '',
  );
}

/** The form's objects for its scripts: the same ones for as long as it is open. */
export interface FormApi {
  /** Source: learn.microsoft.com, "formContext". */
  readonly context: object;
  readonly entity: object;
  attribute(column: string): ScriptAttribute | undefined;
}

interface ColumnControl extends NamedControl {
  readonly column: string | undefined;
}

function controlsOf(form: ScriptedForm, attribute: FormApi['attribute']): readonly ColumnControl[] {
  const bound = form.controls.map((control) => ({
    name: control.name,
    column: control.column,
    object: scriptControl(control, form.state, () => attribute(control.column) ?? null),
  }));
  const grids = form.grids.all().map((grid) => ({
    name: grid.getName(),
    column: undefined,
    object: scriptGrid(grid, form.events, form.state),
  }));
  return [...bound, ...grids];
}

export function formApi(form: ScriptedForm): FormApi {
  const { model, events } = form;
  const attributes = new Map<string, ScriptAttribute>();
  const controls = controlsOf(form, (column) => attributes.get(column));
  const surroundings = {
    model,
    events,
    controlsOf: (name: string) =>
      named(
        `controls of ${name}`,
        controls.filter(({ column }) => column === name),
      ),
    entity: () => entity,
  };
  for (const name of model.columns) {
    const column = model.column(name);
    if (column) attributes.set(name, scriptAttribute(column, surroundings));
  }
  const all = [...attributes.values()];
  const entity = entityOf(form, all);
  const names = new Map(controls.map(({ object, name }) => [object, name]));
  const context = emulated('formContext', {
    data: dataOf(form, entity),
    ui: uiOf(form, controls),
    getAttribute: (which?: number | string | Matching<ScriptAttribute>) =>
      pick(all, (attribute) => attribute.getName(), which),
    getControl: (which?: number | string | Matching<object>) =>
      pick([...names.keys()], (object) => names.get(object) ?? '', which),
  });
  return { context, entity, attribute: (column) => attributes.get(column) };
}
