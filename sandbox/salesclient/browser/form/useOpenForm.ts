import React from 'react';
import { useClient, type Client } from '../app/ClientContext';
import type { ColumnKind } from '../dataverse/metadata';
import { saveRow } from '../dataverse/saveRow';
import { displayText } from '../dataverse/values';
import { FormGrids } from '../grid/FormGrids';
import type { BoundControl } from '../scripts/control';
import { FormRuntime } from '../scripts/formRuntime';
import { globalContext } from '../scripts/xrm';
import { readFormRow, type LoadedForm } from './formLoading';
import { FormModel } from './formModel';
import { FormState } from './formState';
import { cellsOfForm, columnsOf, type FormCell } from './formXml';

/** A form with its record, from the moment it is shown until another one is. */
export interface OpenForm {
  readonly model: FormModel;
  readonly state: FormState;
  readonly grids: FormGrids;
  readonly runtime: FormRuntime;
  readonly isReadOnly: boolean;
}

/** Values of getFormType. */
const formTypes = { create: 1, update: 2, readOnly: 3, disabled: 4 } as const;

function formTypeOf({ table, row }: LoadedForm, id: string | undefined, { user }: Client): number {
  if (id === undefined) return formTypes.create;
  if (typeof row.statecode === 'number' && row.statecode !== 0) return formTypes.disabled;
  const privilege = table.privileges.get('write');
  return privilege === undefined || user.privileges.has(privilege) ? formTypes.update : formTypes.readOnly;
}

const controlTypes: Readonly<Partial<Record<ColumnKind, string>>> = { lookup: 'lookup', choice: 'optionset' };

function boundControl(cell: FormCell, { table }: LoadedForm): readonly BoundControl[] {
  const { control, controlName: name, label } = cell;
  if (control.kind !== 'field' && control.kind !== 'code') return [];
  const column = table.columns.get(control.column);
  if (!column) return [];
  return [
    {
      name,
      column: control.column,
      label: label || column.displayName,
      disabled: control.kind === 'field' && control.disabled,
      type:
        control.kind === 'code' ? `customcontrol:${control.control.name}` : (controlTypes[column.kind] ?? 'standard'),
    },
  ];
}

function openForm(loaded: LoadedForm, id: string | undefined, client: Client): OpenForm {
  const { table, form } = loaded;
  const { language } = client.session;
  const cells = cellsOfForm(form);
  const model = new FormModel(table, id, loaded.row, columnsOf(form));
  const state = new FormState();
  const grids = new FormGrids(
    cells.flatMap(({ control }) =>
      control.kind === 'subgrid'
        ? [{ name: control.id, table: control.table, relationship: control.relationship }]
        : [],
    ),
  );
  const formType = formTypeOf(loaded, id, client);
  const parts = {
    model,
    state,
    grids,
    formType,
    controls: cells.flatMap((cell) => boundControl(cell, loaded)),
    tabs: form.tabs,
    primaryName: () => displayText(model.row, table.primaryName),
    globalContext: globalContext(client),
  };
  const runtime = new FormRuntime(parts, form.scripts, {
    save: (changes) => saveRow(table, id, changes, language),
    read: () => (id === undefined ? Promise.resolve(model.row) : readFormRow(table, id, form)),
  });
  for (const failure of loaded.failures) state.addFailure(failure);
  return { model, state, grids, runtime, isReadOnly: formType > formTypes.update };
}

/** Opens the form once, tells its scripts when it is shown, and renders anew whenever something about it changes. */
export function useOpenForm(loaded: LoadedForm, id: string | undefined): OpenForm {
  const client = useClient();
  const [open] = React.useState(() => openForm(loaded, id, client));
  const [, render] = React.useReducer((count: number) => count + 1, 0);
  React.useLayoutEffect(() => {
    const ends = [open.model.subscribe(render), open.state.subscribe(render)];
    return () => ends.forEach((end) => end());
  }, [open]);
  React.useEffect(() => open.runtime.start(), [open]);
  return open;
}
