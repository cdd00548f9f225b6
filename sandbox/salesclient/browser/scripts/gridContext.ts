import type { FormState } from '../form/formState';
import type { GridControl, GridRow } from '../grid/gridControl';
import { formId } from './attributeValue';
import { collection } from './collection';
import { emulated } from './emulated';
import type { FormEventQueue, ScriptFunction } from './formEventQueue';

function scriptRow(row: GridRow): { getData(): object; readonly data: object } {
  const entity = emulated('gridRow.data.entity', {
    getId: () => formId(row.id),
    getEntityName: () => row.table,
    getPrimaryAttributeValue: () => row.name,
    getEntityReference: () => ({ id: formId(row.id), entityType: row.table, name: row.name }),
  });
  const data = emulated('gridRow.data', { entity });
  return emulated('gridRow', { data, getData: () => data });
}

function gridOf(control: GridControl): object {
  const rows = (found: readonly GridRow[]): object => collection('grid rows', found.map(scriptRow), () => '');
  return emulated('gridContext.getGrid()', {
    getRows: () => rows(control.getGrid().getRows()),
    getSelectedRows: () => rows(control.getGrid().getSelectedRows()),
    getTotalRecordCount: () => control.getGrid().getTotalRecordCount(),
  });
}

/** A subgrid for scripts: handlers of its OnLoad are called with an execution context of the form. */
export function scriptGrid(control: GridControl, events: FormEventQueue, state: FormState): object {
  const name = control.getName();
  const event = `grid ${name}`;
  const context: object = emulated(`getControl('${name}')`, {
    getName: () => name,
    getControlType: () => control.getControlType(),
    getEntityName: () => control.getEntityName(),
    getRelationship: () => emulated('getRelationship()', control.getRelationship()),
    getGrid: () => gridOf(control),
    refresh: () => control.refresh(),
    addOnLoad: (handler: ScriptFunction) =>
      events.add(event, { key: handler, name: `OnLoad of ${name}`, call: handler }),
    removeOnLoad: (handler: ScriptFunction) => events.remove(event, handler),
    getVisible: () => state.control(name).visible ?? true,
    setVisible: (visible: boolean) => state.changeControl(name, { visible }),
  });
  control.addOnLoad(() => events.raise(event, { event: 'OnLoad of a subgrid', source: context }));
  return context;
}
