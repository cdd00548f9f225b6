import * as React from 'react';
import type { StateWords } from './stateWords';

interface StateMessageProps {
  readonly words: StateWords;
  readonly busy: boolean;
  /** Label of the step that is offered. */
  readonly actionLabel: string | null;
  readonly onAction: () => void;
}

/** A state in which there are no figures: what it is, what to do about it, and the step itself where there is one. */
export function StateMessage({ words, busy, actionLabel, onAction }: StateMessageProps): React.ReactElement {
  return (
    <div className="bci-state" aria-busy={busy}>
      {busy && <div className="bci-skeleton" aria-hidden="true" />}
      <p className="bci-state-title">{words.title}</p>
      {words.text !== '' && <p className="bci-state-text">{words.text}</p>}
      {actionLabel !== null && (
        <button type="button" className="bci-button" onClick={onAction}>
          {actionLabel}
        </button>
      )}
    </div>
  );
}
