import type { FormState } from '../form/formState';
import type { ScriptAttribute } from './attribute';
import { emulated } from './emulated';

/** What the form says about a control that is bound to a column. */
export interface BoundControl {
  readonly name: string;
  readonly column: string;
  readonly label: string;
  readonly disabled: boolean;
  /** `standard`, `lookup`, `optionset` or `customcontrol:<name>`. */
  readonly type: string;
}

/** A control of the form for scripts. Source: learn.microsoft.com, "Controls (Client API reference)". */
export function scriptControl(
  control: BoundControl,
  state: FormState,
  attribute: () => ScriptAttribute | null,
): object {
  const { name } = control;
  return emulated(`getControl('${name}')`, {
    getName: () => name,
    getControlType: () => control.type,
    getAttribute: attribute,
    getLabel: () => state.control(name).label ?? control.label,
    setLabel: (label: string) => state.changeControl(name, { label }),
    getDisabled: () => state.control(name).disabled ?? control.disabled,
    setDisabled: (disabled: boolean) => state.changeControl(name, { disabled }),
    getVisible: () => state.control(name).visible ?? true,
    setVisible: (visible: boolean) => state.changeControl(name, { visible }),
    setNotification: (text: string, id = '') => {
      state.changeControl(name, { notification: { id, text } });
      return true;
    },
    clearNotification: (id?: string) => {
      const shown = state.control(name).notification;
      const isMeant = shown !== undefined && (id === undefined || shown.id === id);
      if (isMeant) state.changeControl(name, { notification: undefined });
      return isMeant;
    },
  });
}
