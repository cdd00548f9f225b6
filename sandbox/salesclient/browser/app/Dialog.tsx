import React from 'react';
import { LookupList } from '../list/LookupList';
import { useClient } from './ClientContext';
import type { DialogRequest } from './dialogs';

interface Props {
  readonly request: DialogRequest;
  readonly onClose: () => void;
}

function DialogContent({ request, onClose }: Props): React.ReactElement {
  const { strings } = useClient();
  const close = (answer: () => void) => () => {
    answer();
    onClose();
  };
  switch (request.kind) {
    case 'alert':
      return (
        <>
          <p>{request.text}</p>
          <div className="dialog-actions">
            <button type="button" className="primary" onClick={close(request.answer)}>
              {strings.ok}
            </button>
          </div>
        </>
      );
    case 'confirm':
      return (
        <>
          {request.title !== '' && <h2>{request.title}</h2>}
          <p>{request.text}</p>
          <div className="dialog-actions">
            <button type="button" className="primary" onClick={close(() => request.answer(true))}>
              {strings.ok}
            </button>
            <button type="button" onClick={close(() => request.answer(false))}>
              {strings.cancel}
            </button>
          </div>
        </>
      );
    case 'lookup':
      return (
        <>
          <h2>{strings.lookup}</h2>
          <LookupList
            table={request.table}
            filter={request.filter}
            onChoose={(chosen) => close(() => request.answer(chosen))()}
          />
          <div className="dialog-actions">
            <button type="button" onClick={close(() => request.answer(null))}>
              {strings.cancel}
            </button>
          </div>
        </>
      );
  }
}

function dismiss(request: DialogRequest): void {
  if (request.kind === 'lookup') request.answer(null);
  else if (request.kind === 'confirm') request.answer(false);
  else request.answer();
}

/** A modal dialog of the browser: focus is held inside, Escape cancels, focus returns afterwards. */
export function Dialog(props: Props): React.ReactElement {
  const element = React.useRef<HTMLDialogElement>(null);
  const { strings } = useClient();
  React.useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // Only a dialog that is closed gives the focus back; one that is merely taken away does not.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-label={props.request.kind === 'lookup' ? strings.lookup : strings.app}
      onCancel={() => {
        dismiss(props.request);
        props.onClose();
      }}
    >
      <DialogContent {...props} />
    </dialog>
  );
}
