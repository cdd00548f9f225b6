import * as React from 'react';
import type { Freshness } from '../../../domain/freshness';
import { AgeBar } from '../../shared/AgeBar';
import type { RefreshState } from '../../shared/refreshing';
import { fill } from '../../shared/texts';
import type { AnsweredQuote } from '../lineRow';
import type { QuoteLines } from '../quoteContent';
import { LineTable } from './LineTable';
import { markGlyphs } from './lineWords';
import type { Presentation } from './presentation';
import { summaryWords } from './summaryWords';

interface QuoteProps {
  readonly content: QuoteLines;
  readonly quote: AnsweredQuote;
  readonly freshness: Freshness;
  readonly refresh: RefreshState;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly presentation: Presentation;
  /** `null` when this user may not ask for a refresh, and when there is nothing to refresh. */
  readonly onRefresh: (() => void) | null;
  readonly onOpen: (id: string) => void;
}

function Summary({ quote, presentation }: Pick<QuoteProps, 'quote' | 'presentation'>): React.ReactElement {
  const { tone, title, text } = summaryWords(quote, presentation);
  return (
    <div className={`bci-summary bci-summary-${tone}`}>
      <span className={`bci-mark-${tone === 'open' ? 'unknown' : tone}`} aria-hidden="true">
        <span className="bci-mark-glyph">{tone === 'open' ? markGlyphs.unknown : markGlyphs[tone]}</span>
      </span>
      <p>
        {title !== '' && <strong>{title}</strong>} {text}
      </p>
    </div>
  );
}

/** The lines of a quote: the answer for the whole first, then line by line. */
export function Quote(props: QuoteProps): React.ReactElement {
  const { content, quote, freshness, refresh, now, presentation, onRefresh, onOpen } = props;
  const { texts, formats } = presentation;
  const count = content.lines.length;
  const lines = texts(formats.isOne(count) ? 'Lines_One' : 'Lines_Other');
  return (
    <>
      <div className="bci-header">
        <div className="bci-identity">
          <h3 className="bci-name">{texts('Title')}</h3>
          <span className="bci-muted">{fill(lines, { count: formats.count(count) })}</span>
        </div>
        {content.items.size > 0 && (
          <AgeBar
            freshness={freshness}
            refresh={refresh}
            now={now}
            texts={texts}
            formats={formats}
            onRefresh={onRefresh}
          />
        )}
      </div>
      <Summary quote={quote} presentation={presentation} />
      {content.isPartial && <p className="bci-note">{texts('Partial')}</p>}
      <LineTable rows={quote.rows} onOpen={onOpen} presentation={presentation} />
      {content.items.size > 0 && <p className="bci-hint bci-not-counted">{texts('NotCounted')}</p>}
    </>
  );
}
