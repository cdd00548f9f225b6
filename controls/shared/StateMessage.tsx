import * as React from 'react';
import type { Formats } from './formats';
import { isPassing } from './readState';
import type { StateTextKey } from './stateTextKey';
import { stateWords, type StateWithoutFigures } from './stateWords';
import type { Texts } from './texts';

interface StateMessageProps {
  readonly state: StateWithoutFigures;
  readonly texts: Texts<StateTextKey>;
  readonly formats: Formats;
  /** `null` when this user may not choose a record here. */
  readonly onChoose: (() => void) | null;
  readonly onRetry: () => void;
}

/** A state in which there are no figures: what it is, what to do about it, and the step itself where there is one. */
export function StateMessage({ state, texts, formats, onChoose, onRetry }: StateMessageProps): React.ReactElement {
  const { kind } = state;
  const { title, text } = stateWords(state, texts, formats, onChoose !== null);
  const isBusy = kind === 'loading';
  const step = kind === 'notCoupled' ? onChoose : isPassing(state) ? onRetry : null;
  return (
    <div className="bci-state" aria-busy={isBusy}>
      {isBusy && <div className="bci-skeleton" aria-hidden="true" />}
      <p className="bci-state-title">{title}</p>
      {text !== '' && <p className="bci-state-text">{text}</p>}
      {step && (
        <button type="button" className="bci-button" onClick={step}>
          {step === onChoose ? texts('notCoupled_Action') : texts('TryAgain')}
        </button>
      )}
    </div>
  );
}
