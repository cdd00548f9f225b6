import React from 'react';
import { useClient } from '../app/ClientContext';
import { messageOf } from '../app/useLoaded';
import type { Entered } from '../dataverse/record';
import { saveRow } from '../dataverse/saveRow';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import { send, textOf, type Row } from '../dataverse/webApi';
import { editText, enteredText } from './cellText';
import { changesOf, productLine, writeInLine } from './salesLines';
import type { SubgridSource } from './subgridSource';

/** The cell that is open for editing. */
export interface OpenCell {
  readonly rowId: string;
  readonly column: string;
  readonly text: string;
}

export interface CellEditing {
  readonly open: OpenCell | undefined;
  /** Why the last change was not saved, in one sentence. */
  readonly refused: string | undefined;
  readonly begin: (row: Row, column: KnownViewColumn) => void;
  readonly type: (text: string) => void;
  readonly cancel: () => void;
  /** Saves what was typed into the open cell. */
  readonly commit: (row: Row, column: KnownViewColumn) => void;
  /** Saves a value that was chosen, not typed. */
  readonly put: (row: Row, column: KnownViewColumn, value: Entered) => void;
  readonly addProduct: () => void;
  readonly addWriteIn: (description: string) => void;
  readonly remove: (ids: readonly string[]) => void;
}

/**
 * Changes rows of a grid through the Web API, cell by cell.
 * @param changed called after rows were changed; with true after one was added, with the removed ids after a deletion
 */
export function useCellEditing(
  source: SubgridSource,
  changed: (how: { readonly added: boolean; readonly removed: readonly string[] }) => void,
): CellEditing {
  const { session, dialogs, strings } = useClient();
  const [open, setOpen] = React.useState<OpenCell>();
  const [refused, setRefused] = React.useState<string>();
  const isSaving = React.useRef(false);
  const { table } = source;

  const run = (work: () => Promise<unknown>, how: { added?: boolean; removed?: readonly string[] } = {}): void => {
    if (isSaving.current) return;
    isSaving.current = true;
    work()
      .then(
        () => {
          setRefused(undefined);
          setOpen(undefined);
          changed({ added: how.added ?? false, removed: how.removed ?? [] });
        },
        (error: unknown) => setRefused(messageOf(error)),
      )
      .finally(() => {
        isSaving.current = false;
      });
  };
  const put = (row: Row, column: KnownViewColumn, value: Entered): void =>
    run(async () => saveRow(table, textOf(row, table.primaryId), await changesOf(column, value), session.language));
  const cancel = (): void => {
    setOpen(undefined);
    setRefused(undefined);
  };
  return {
    open,
    refused,
    begin: (row, { name, definition }) => {
      setRefused(undefined);
      setOpen({
        rowId: textOf(row, table.primaryId),
        column: name,
        text: editText(definition, row, session.language),
      });
    },
    type: (text) => setOpen((before) => before && { ...before, text }),
    cancel,
    commit: (row, column) => {
      if (!open) return;
      if (open.text === editText(column.definition, row, session.language)) {
        cancel();
        return;
      }
      const value = enteredText(column.definition, open.text, session.language);
      if (value === undefined) setRefused(`${column.displayName}: ${strings.notANumber}`);
      else put(row, column, value);
    },
    put,
    addProduct: () =>
      void dialogs.lookup('product').then((product) => {
        if (!product) return;
        run(async () => saveRow(table, undefined, await productLine(source, product), session.language), {
          added: true,
        });
      }),
    addWriteIn: (description) =>
      run(async () => saveRow(table, undefined, await writeInLine(source, description), session.language), {
        added: true,
      }),
    remove: (ids) =>
      run(
        async () => {
          for (const id of ids) await send('DELETE', `${table.setName}(${id})`);
        },
        { removed: ids },
      ),
  };
}
