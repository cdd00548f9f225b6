import React from 'react';
import { useClient } from '../app/ClientContext';
import type { GridRights } from './salesLines';
import type { CellEditing } from './useCellEditing';

interface Props {
  readonly rights: GridRights;
  readonly editing: CellEditing;
  readonly selected: ReadonlySet<string>;
  readonly onRefresh: () => void;
}

/** What a write-in product is called: asked before there is a row for it. */
function WriteIn({
  onAdd,
  onCancel,
}: {
  readonly onAdd: (description: string) => void;
  readonly onCancel: () => void;
}): React.ReactElement {
  const { strings } = useClient();
  const [text, setText] = React.useState('');
  return (
    <form
      className="commands"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onAdd(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label className="switch">
        <span>{strings.addWriteIn}</span>
        <input type="text" autoFocus value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit" className="primary" disabled={text.trim() === ''}>
        {strings.add}
      </button>
      <button type="button" onClick={onCancel}>
        {strings.cancel}
      </button>
    </form>
  );
}

/** The commands of an editable grid: those that the user may use. */
export function GridCommands({ rights, editing, selected, onRefresh }: Props): React.ReactElement {
  const { dialogs, strings } = useClient();
  const [isWriting, setWriting] = React.useState(false);
  const remove = async (): Promise<void> => {
    if (await dialogs.confirm('', strings.deleteSelected)) editing.remove([...selected]);
  };
  if (isWriting) {
    return (
      <WriteIn
        onCancel={() => setWriting(false)}
        onAdd={(description) => {
          setWriting(false);
          editing.addWriteIn(description);
        }}
      />
    );
  }
  return (
    <div className="commands">
      {rights.create && (
        <>
          <button type="button" onClick={editing.addProduct}>
            {strings.addProduct}
          </button>
          <button type="button" onClick={() => setWriting(true)}>
            {strings.addWriteIn}
          </button>
        </>
      )}
      {rights.remove && (
        <button type="button" disabled={selected.size === 0} onClick={() => void remove()}>
          {strings.delete}
        </button>
      )}
      <button type="button" onClick={onRefresh}>
        {strings.refresh}
      </button>
    </div>
  );
}
