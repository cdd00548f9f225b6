import * as React from 'react';
import type { CalendarDate } from '../../../domain/calendarDate';
import { asOfWords } from '../../shared/asOfWords';
import { ControlFrame, type ControlFrameProps } from '../../shared/ControlFrame';
import type { Days } from '../../shared/days';
import type { QuantityFormats } from '../../shared/quantityFormats';
import type { ReadState } from '../../shared/readState';
import { refreshWords } from '../../shared/refreshWords';
import { fill } from '../../shared/texts';
import { useChanges } from '../../shared/useChanges';
import { answerQuote, type AnsweredQuote } from '../lineRow';
import type { QuoteAvailabilityTexts } from '../manifestNames';
import type { QuoteContent } from '../quoteContent';
import type { QuoteSession } from '../quoteSession';
import type { Presentation } from './presentation';
import { Quote } from './Quote';
import { summaryWords } from './summaryWords';

export interface QuoteAvailabilityViewProps extends Omit<ControlFrameProps, 'onChoose'> {
  readonly session: QuoteSession;
  readonly texts: QuoteAvailabilityTexts;
  readonly quantities: QuantityFormats;
  /** @param now milliseconds since 1970 */
  readonly daysOf: (now: number) => Days;
  readonly mayRefresh: boolean;
  readonly onRetry: () => void;
  /** Opens a line of the quote. */
  readonly onOpen: (id: string) => void;
}

type ReadyState = Extract<ReadState<QuoteContent>, { kind: 'ready' }>;

/** Answers anew when the lines, the items or the day are others, and only then. */
function useAnswer(state: ReadState<QuoteContent>, today: CalendarDate): AnsweredQuote | null {
  const content = state.kind === 'ready' && state.value.kind === 'lines' ? state.value : null;
  const [lines, items, isReading] = [content?.lines, content?.items, content?.isReading];
  return React.useMemo(
    () =>
      lines === undefined || items === undefined || isReading === undefined
        ? null
        : answerQuote({ lines, items, isReading }, today),
    [lines, items, isReading, today],
  );
}

interface Shown {
  readonly title: string;
  readonly text: string;
}

/** What stands in the place of lines: an empty quote, or a view that cannot be trusted. */
function instead(value: QuoteContent, { texts }: Presentation): Shown | null {
  if (value.kind === 'lines') return value.lines.length === 0 ? { title: '', text: texts('Empty') } : null;
  const columns = value.columns.join(', ');
  return { title: fill(texts('Lacking_Title'), { columns }), text: texts('Lacking_Text') };
}

function announcement(
  { session, texts, formats }: QuoteAvailabilityViewProps,
  state: ReadyState,
  quote: AnsweredQuote | null,
  presentation: Presentation,
): string {
  const { refresh } = session;
  if (refresh.kind !== 'idle') return refreshWords(refresh, texts);
  const words = instead(state.value, presentation) ?? (quote && summaryWords(quote, presentation));
  const summary = `${words?.title ?? ''} ${words?.text ?? ''}`.trim();
  if (state.freshness.asOf === null) return summary;
  const asOf = asOfWords(state.freshness.asOf, session.now(), texts, formats);
  return fill(texts('Announcement'), { summary, asOf });
}

/** Chooses what the state asks for. */
export function QuoteAvailabilityView(props: QuoteAvailabilityViewProps): React.ReactElement {
  const { session, texts, formats, quantities, daysOf, mayRefresh, onRetry, onOpen } = props;
  useChanges(session);
  const { state } = session;
  const now = session.now();
  const presentation = { texts, formats, quantities, days: daysOf(now) };
  const quote = useAnswer(state, presentation.days.today);
  return (
    <ControlFrame
      {...props}
      onChoose={null}
      state={state}
      recordKey="quote"
      announcement={state.kind === 'ready' ? announcement(props, state, quote, presentation) : ''}
      onRetry={onRetry}
      render={({ value, freshness }) => {
        const words = instead(value, presentation);
        if (value.kind === 'lines' && quote !== null && words === null) {
          return (
            <Quote
              content={value}
              quote={quote}
              freshness={freshness}
              refresh={session.refresh}
              now={now}
              presentation={presentation}
              onRefresh={
                mayRefresh
                  ? () => {
                      session.askForRefresh();
                    }
                  : null
              }
              onOpen={onOpen}
            />
          );
        }
        return (
          <div className="bci-state">
            {words?.title && <p className="bci-state-title">{words.title}</p>}
            <p className="bci-state-text">{words?.text}</p>
          </div>
        );
      }}
    />
  );
}
