import * as React from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import type { Formats } from './formats';
import type { ReadState } from './readState';
import { StateMessage } from './StateMessage';
import { stateWords, type StateWithoutFigures } from './stateWords';
import type { StateTextKey } from './stateTextKey';
import type { Texts } from './texts';
import type { ThemeTokens } from './themeTokens';
import { themeVariables } from './themeVariables';

export interface ControlFrameProps {
  /** What the control is called. */
  readonly label: string;
  readonly texts: Texts<StateTextKey>;
  readonly formats: Formats;
  readonly tokens: ThemeTokens | null;
  readonly isRightToLeft: boolean;
  /** `null` when this user may not choose a record here. */
  readonly onChoose: (() => void) | null;
}

interface MessageProps extends ControlFrameProps {
  readonly state: StateWithoutFigures;
  readonly onRetry: () => void;
}

function Message({ state, texts, formats, onChoose, onRetry }: MessageProps): React.ReactElement {
  const words = stateWords(state, texts, formats, onChoose !== null);
  const labels = { choose: texts('NotCoupled_Action'), tryAgain: texts('TryAgain') };
  return (
    <StateMessage
      words={words}
      busy={state.kind === 'loading'}
      actionLabel={words.action && labels[words.action]}
      onAction={words.action === 'choose' && onChoose ? onChoose : onRetry}
    />
  );
}

interface FrameProps<T> extends ControlFrameProps {
  readonly state: ReadState<T>;
  /** Another record starts anew. */
  readonly recordKey: string;
  /** What screen readers hear once there are figures. */
  readonly announcement: string;
  readonly onRetry: () => void;
  readonly render: (ready: Extract<ReadState<T>, { kind: 'ready' }>) => React.ReactNode;
}

/**
 * The outside of a control: figures when there are some, the words of the state otherwise. One polite live region
 * tells screen readers what sighted users see change.
 */
export function ControlFrame<T>(props: FrameProps<T>): React.ReactElement {
  const { label, texts, formats, tokens, isRightToLeft, onChoose, state, recordKey, announcement, onRetry } = props;
  const words = state.kind === 'ready' ? null : stateWords(state, texts, formats, onChoose !== null);
  return (
    <section
      className="bci-control"
      dir={isRightToLeft ? 'rtl' : 'ltr'}
      style={themeVariables(tokens)}
      aria-label={label}
    >
      <div className="bci-hidden" role="status">
        {words === null ? announcement : `${words.title} ${words.text}`.trim()}
      </div>
      <ErrorBoundary
        key={state.kind === 'ready' ? recordKey : state.kind}
        fallback={(reference, again) => <Message {...props} state={{ kind: 'failed', reference }} onRetry={again} />}
      >
        {state.kind === 'ready' ? props.render(state) : <Message {...props} state={state} onRetry={onRetry} />}
      </ErrorBoundary>
    </section>
  );
}
