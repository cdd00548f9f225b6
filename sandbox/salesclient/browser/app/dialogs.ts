import type { FetchFilter } from '../dataverse/viewFetch';
import type { LookupValue } from '../dataverse/values';

/** What a control or a field can ask of the user. */
export interface Dialogs {
  alert(text: string): Promise<void>;
  confirm(title: string, text: string): Promise<boolean>;
  /**
   * @param filter which rows can be chosen; any when left out
   * @returns the chosen row, or null when the user cancelled
   */
  lookup(table: string, filter?: FetchFilter): Promise<LookupValue | null>;
}

export type DialogRequest =
  | { readonly kind: 'alert'; readonly text: string; readonly answer: () => void }
  | { readonly kind: 'confirm'; readonly title: string; readonly text: string; readonly answer: (yes: boolean) => void }
  | {
      readonly kind: 'lookup';
      readonly table: string;
      readonly filter: FetchFilter | undefined;
      readonly answer: (chosen: LookupValue | null) => void;
    };

/** Dialogs that are shown by `show`, one at a time. */
export function dialogsBy(show: (request: DialogRequest) => void): Dialogs {
  return {
    alert: (text) => new Promise((answer) => show({ kind: 'alert', text, answer })),
    confirm: (title, text) => new Promise((answer) => show({ kind: 'confirm', title, text, answer })),
    lookup: (table, filter) => new Promise((answer) => show({ kind: 'lookup', table, filter, answer })),
  };
}
