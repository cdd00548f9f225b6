import { DefaultButton, type ITheme } from '@fluentui/react';
import * as React from 'react';
import type { StateWords } from './stateWords';

interface StateMessageProps {
  readonly words: StateWords;
  readonly busy: boolean;
  /** Label of the step that is offered. */
  readonly actionLabel: string | null;
  readonly onAction: () => void;
  readonly theme: ITheme | undefined;
}

/** A state in which there are no figures: what it is, what to do about it, and the step itself where there is one. */
export function StateMessage(props: StateMessageProps): React.ReactElement {
  const { words, busy, actionLabel, onAction, theme } = props;
  return (
    <div className="bci-state" aria-busy={busy}>
      {busy && <div className="bci-skeleton" aria-hidden="true" />}
      <p className="bci-state-title">{words.title}</p>
      {words.text !== '' && <p className="bci-state-text">{words.text}</p>}
      {actionLabel !== null && <DefaultButton text={actionLabel} onClick={onAction} {...(theme && { theme })} />}
    </div>
  );
}
