import * as React from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import type { Formats } from './formats';
import type { ReadState } from './readState';
import { StateMessage } from './StateMessage';
import { stateWords } from './stateWords';
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
  const { texts, formats, onChoose, state } = props;
  const isReady = state.kind === 'ready';
  return (
    <section
      className="bci-control"
      dir={props.isRightToLeft ? 'rtl' : 'ltr'}
      style={themeVariables(props.tokens)}
      aria-label={props.label}
    >
      <div className="bci-hidden" role="status">
        {isReady
          ? props.announcement
          : Object.values(stateWords(state, texts, formats, onChoose !== null))
              .join(' ')
              .trim()}
      </div>
      <ErrorBoundary
        key={isReady ? props.recordKey : state.kind}
        fallback={(reference, again) => (
          <StateMessage {...props} state={{ kind: 'failed', reference }} onRetry={again} />
        )}
      >
        {isReady ? props.render(state) : <StateMessage {...props} state={state} />}
      </ErrorBoundary>
    </section>
  );
}
