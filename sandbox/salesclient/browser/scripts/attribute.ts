import type { ColumnDefinition } from '../dataverse/metadata';
import type { FormModel, RequiredLevel, SubmitMode } from '../form/formModel';
import { enteredValue, scriptValue } from './attributeValue';
import type { Collection } from './collection';
import { emulated } from './emulated';
import type { FormEventQueue, ScriptFunction } from './formEventQueue';

/** An attribute of the form for scripts. Source: learn.microsoft.com, "Attributes (Client API reference)". */
export interface ScriptAttribute {
  getName(): string;
  getAttributeType(): string;
  getValue(): unknown;
  /** Does not raise OnChange, as documented. */
  setValue(value: unknown): void;
  getIsDirty(): boolean;
  addOnChange(handler: ScriptFunction): void;
  removeOnChange(handler: ScriptFunction): void;
  fireOnChange(): void;
  getSubmitMode(): SubmitMode;
  setSubmitMode(mode: SubmitMode): void;
  getRequiredLevel(): RequiredLevel;
  setRequiredLevel(level: RequiredLevel): void;
  getUserPrivilege(): { canRead: boolean; canUpdate: boolean; canCreate: boolean };
  getParent(): object;
  readonly controls: Collection<object>;
}

interface Surroundings {
  readonly model: FormModel;
  readonly events: FormEventQueue;
  readonly controlsOf: (column: string) => Collection<object>;
  readonly entity: () => object;
}

const attributeTypes: Readonly<Partial<Record<ColumnDefinition['kind'], string>>> = {
  text: 'string',
  memo: 'memo',
  boolean: 'boolean',
  date: 'datetime',
  lookup: 'lookup',
  choice: 'optionset',
};

function typeOf(column: ColumnDefinition): string {
  if (column.kind === 'number') return column.attributeType.toLowerCase();
  const type = attributeTypes[column.kind];
  if (type === undefined) throw new Error(`The sandbox does not emulate the attribute type of ${column.name}.`);
  return type;
}

/** Name of the event in the queue. */
export function changeEvent(column: string): string {
  return `onchange ${column}`;
}

export function scriptAttribute(column: ColumnDefinition, surroundings: Surroundings): ScriptAttribute {
  const { model, events } = surroundings;
  const { name } = column;
  const event = changeEvent(name);
  const attribute: ScriptAttribute = emulated(`getAttribute('${name}')`, {
    getName: () => name,
    getAttributeType: () => typeOf(column),
    getValue: () => scriptValue(column, model.value(name)),
    setValue: (value: unknown) => void model.set(name, enteredValue(column, value)),
    getIsDirty: () => model.isDirty(name),
    addOnChange: (handler: ScriptFunction) =>
      events.add(event, { key: handler, name: `OnChange of ${name}`, call: handler }),
    removeOnChange: (handler: ScriptFunction) => events.remove(event, handler),
    fireOnChange: () => events.raise(event, { event: 'OnChange', source: attribute }),
    getSubmitMode: () => model.submitMode(name),
    setSubmitMode: (mode: SubmitMode) => model.setSubmitMode(name, mode),
    getRequiredLevel: () => model.requiredLevel(name),
    setRequiredLevel: (level: RequiredLevel) => model.setRequiredLevel(name, level),
    // Column security is refused when a solution with it is imported: every column is open.
    getUserPrivilege: () => ({ canRead: true, canUpdate: true, canCreate: true }),
    getParent: surroundings.entity,
    get controls() {
      return surroundings.controlsOf(name);
    },
  });
  return attribute;
}
