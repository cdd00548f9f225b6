import * as React from 'react';
import { ErrorBoundary } from '../../shared/ErrorBoundary';
import type { LinkOpener } from '../../shared/ExternalLink';
import { asOfWords } from '../../shared/asOfWords';
import type { MoneyFormats } from '../../shared/moneyFormats';
import { refreshWords } from '../../shared/refreshWords';
import { StateMessage } from '../../shared/StateMessage';
import { stateWords, type StateWithoutFigures } from '../../shared/stateWords';
import { fill } from '../../shared/texts';
import { themeVariables } from '../../shared/themeVariables';
import type { ThemeTokens } from '../../shared/themeTokens';
import { useChanges } from '../../shared/useChanges';
import type { CustomerSession } from '../customerSession';
import type { CustomerStatisticsTexts } from '../manifestNames';
import { Customer } from './Customer';

export interface CustomerStatisticsViewProps {
  readonly session: CustomerSession;
  readonly texts: CustomerStatisticsTexts;
  readonly formats: MoneyFormats;
  readonly tokens: ThemeTokens | null;
  readonly isRightToLeft: boolean;
  readonly mayRefresh: boolean;
  /** `null` when this user may not choose a customer. */
  readonly onChoose: (() => void) | null;
  readonly links: LinkOpener;
}

interface MessageProps extends CustomerStatisticsViewProps {
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

function announcement({ session, texts, formats, onChoose }: CustomerStatisticsViewProps): string {
  const { state, refresh } = session;
  if (state.kind !== 'ready') {
    const { title, text } = stateWords(state, texts, formats, onChoose !== null);
    return `${title} ${text}`.trim();
  }
  const asOf = asOfWords(state.freshness.asOf, session.now(), texts, formats);
  const about = fill(texts('Announcement'), { name: state.value.statistics.name, asOf });
  return refresh.kind === 'idle' ? about : refreshWords(refresh, texts);
}

/** Chooses what the state asks for. One polite live region tells screen readers what sighted users see change. */
export function CustomerStatisticsView(props: CustomerStatisticsViewProps): React.ReactElement {
  const { session, texts, tokens, isRightToLeft, mayRefresh } = props;
  useChanges(session);
  const { state } = session;
  const retry = (): void => {
    session.retry();
  };
  return (
    <section
      className="bci-control"
      dir={isRightToLeft ? 'rtl' : 'ltr'}
      style={themeVariables(tokens)}
      aria-label={texts('CustomerStatistics_Display')}
    >
      <div className="bci-hidden" role="status">
        {announcement(props)}
      </div>
      <ErrorBoundary
        key={state.kind === 'ready' ? state.value.id : state.kind}
        fallback={(reference, again) => <Message {...props} state={{ kind: 'failed', reference }} onRetry={again} />}
      >
        {state.kind === 'ready' ? (
          <Customer
            overview={state.value}
            freshness={state.freshness}
            refresh={session.refresh}
            now={session.now()}
            presentation={props}
            onRefresh={
              mayRefresh
                ? () => {
                    session.askForRefresh();
                  }
                : null
            }
          />
        ) : (
          <Message {...props} state={state} onRetry={retry} />
        )}
      </ErrorBoundary>
    </section>
  );
}
