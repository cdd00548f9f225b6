import React from 'react';
import { Cell, type FormRecord } from './Cell';
import type { ControlState, FormState } from './formState';
import type { FormCell } from './formXml';

/** The form on which a cell stands. */
export interface CellForm {
  readonly record: FormRecord;
  readonly state: FormState;
  readonly isReadOnly: boolean;
}

function withState(cell: FormCell, state: ControlState): FormCell {
  const { control } = cell;
  const label = state.label ?? cell.label;
  if (control.kind !== 'field') return { ...cell, label };
  return { ...cell, label, control: { ...control, disabled: state.disabled ?? control.disabled } };
}

/** A cell as the form says, changed by what scripts did to its control; nothing when they hid it. */
export function ScriptedCell(props: {
  readonly cell: FormCell;
  readonly form: CellForm;
  readonly className?: string;
}): React.ReactElement | null {
  const { cell, form } = props;
  const state = form.state.control(cell.controlName);
  if (state.visible === false) return null;
  return (
    <div className={props.className}>
      <Cell cell={withState(cell, state)} record={form.record} isReadOnly={form.isReadOnly} />
      {state.notification && (
        <p className="failure" role="alert">
          {state.notification.text}
        </p>
      )}
    </div>
  );
}
