import * as React from 'react';
import { ITEMS_AT_MOST } from '../../../dataverse/refreshRequests';
import { AgeBar } from '../../shared/AgeBar';
import { asOfWords } from '../../shared/asOfWords';
import { ControlFrame, type ControlFrameProps } from '../../shared/ControlFrame';
import type { ItemViewProps } from '../../shared/itemViewProps';
import { refreshWords } from '../../shared/refreshWords';
import { useChanges } from '../../shared/useChanges';
import { answerQuote } from '../lineRow';
import type { QuoteAvailabilityTexts } from '../manifestNames';
import { nothing } from '../quoteContent';
import type { QuoteSession } from '../quoteSession';
import { LineTable } from './LineTable';
import { counted, joined } from './presentation';
import { summaryWords } from './summaryWords';

export interface QuoteAvailabilityViewProps extends ControlFrameProps, ItemViewProps {
  readonly session: QuoteSession;
  readonly texts: QuoteAvailabilityTexts;
  readonly onRetry: () => void;
  /** Opens a line of the quote. */
  readonly onOpen: (id: string) => void;
}

/** The lines of a quote: the answer for the whole first, then line by line. */
export function QuoteAvailabilityView(props: QuoteAvailabilityViewProps): React.ReactElement {
  const { session, texts, formats, mayRefresh, onOpen } = props;
  useChanges(session.reading);
  const { state } = session;
  const { refresh } = session.reading;
  const now = session.reading.now();
  const presentation = { ...props, days: props.daysOf(now) };
  const { value, freshness } = state.kind === 'ready' ? state : nothing;
  const { lines, items, isPartial } = value;
  const quote = answerQuote(value, presentation.days.today);
  const { mark, title, text } = summaryWords(quote, presentation);
  const asOf = items.size > 0 && asOfWords(freshness.asOf, now, texts, formats);
  return (
    <ControlFrame
      {...props}
      state={state}
      recordKey=""
      announcement={refreshWords(refresh, texts) || joined(title, text, asOf)}
      render={() => (
        <>
          <div className="bci-header">
            <h3>
              {texts('Title')} <small>{counted('Lines', lines.length, presentation)}</small>
            </h3>
            {items.size > 0 && (
              <AgeBar
                freshness={freshness}
                refresh={refresh}
                now={now}
                texts={texts}
                formats={formats}
                onRefresh={mayRefresh ? session.askForRefresh : null}
              />
            )}
          </div>
          <div className={`bci-summary bci-mark bci-mark-${mark}`}>
            <p>
              {title && <strong>{title}</strong>} {text}
            </p>
          </div>
          {isPartial && <p className="bci-note">{texts('Partial')}</p>}
          <LineTable rows={quote.rows} onOpen={onOpen} presentation={presentation} />
          {items.size > 0 && (
            <p className="bci-hint">
              {joined(texts('NotCounted'), items.size > ITEMS_AT_MOST && texts('Refresh_AtMost'))}
            </p>
          )}
        </>
      )}
    />
  );
}
