import type { CalendarDate } from '../../../domain/calendarDate';
import { locationName } from '../../shared/LocationTable';
import { fill } from '../../shared/texts';
import type { AnsweredQuote } from '../lineRow';
import { baseWords } from './lineWords';
import { counted, joined, type Presentation } from './presentation';

export interface SummaryWords {
  /** The mark of the whole quote. */
  readonly mark: 'enough' | 'later' | 'short' | 'unknown';
  /** What it comes down to; '' when the text says it all. */
  readonly title: string;
  readonly text: string;
}

/** When everything can ship, and from where: as the lines say, or from the one location that has it all. */
function completeWords({ rows, summary }: AnsweredQuote, completeOn: CalendarDate, presentation: Presentation): string {
  const { texts, days } = presentation;
  const { fromOneLocation } = summary;
  const places = rows.flatMap(({ answer, location }) => ('available' in answer ? [location] : []));
  const isOne = fromOneLocation !== null && fromOneLocation.date <= completeOn;
  const place = places[0] ?? (isOne ? fromOneLocation : null);
  const isSeveral = new Set(places.map((one) => one?.code)).size > 1;
  return fill(texts(`Summary_Complete${isSeveral ? '_Several' : place ? '_From' : ''}`), {
    when: days.when(completeOn),
    location: (place && locationName(place, texts)) ?? '',
  });
}

/** Which lines are short, and by how much. */
function shortWords({ rows }: AnsweredQuote, presentation: Presentation): string {
  const { texts, formats } = presentation;
  const [first, ...others] = rows.flatMap((row) => (row.answer.kind === 'short' ? [{ row, answer: row.answer }] : []));
  if (first === undefined) return '';
  const { row, answer } = first;
  return fill(texts(`Summary_Short_${others.length > 0 ? 'Several' : answer.isMoreOnOrder ? 'Some' : 'None'}`), {
    product: row.line.productName,
    quantity: baseWords(row, answer.shortfall, presentation),
    count: formats.count(others.length + 1),
  });
}

/** A better way than the locations that the lines name: all from one, or from several. */
function insteadWords({ summary }: AnsweredQuote, { texts, days }: Presentation): string {
  const { completeOn, fromOneLocation, fromSeveralLocations } = summary;
  const isBetter = (date: CalendarDate): boolean => completeOn === null || date < completeOn;
  if (fromOneLocation && isBetter(fromOneLocation.date)) {
    const [location, when] = [locationName(fromOneLocation, texts), days.when(fromOneLocation.date)];
    return fill(texts('Summary_Instead_From'), { location, when });
  }
  return fromSeveralLocations && isBetter(fromSeveralLocations)
    ? fill(texts('Summary_Instead_Several'), { when: days.when(fromSeveralLocations) })
    : '';
}

/** The whole quote in a sentence or two: when it can ship complete, or what keeps it from that. */
export function summaryWords(quote: AnsweredQuote, presentation: Presentation): SummaryWords {
  const { texts, days } = presentation;
  const { completeOn, restOn, short, late, unanswered } = quote.summary;
  if (quote.rows.every(({ line }) => line.itemId === null)) {
    return { mark: 'unknown', title: '', text: texts('Summary_NothingCoupled') };
  }
  const instead = insteadWords(quote, presentation);
  const open = unanswered > 0 && counted('Summary_Unanswered', unanswered, presentation);
  if (short > 0) {
    const rest = restOn && fill(texts('Summary_Rest'), { when: days.when(restOn) });
    const text = joined(shortWords(quote, presentation), rest, instead, open);
    return { mark: 'short', title: texts('Summary_Short'), text };
  }
  if (completeOn === null) return { mark: 'unknown', title: '', text: open || texts('Summary_NoStock') };
  return {
    mark: late > 0 ? 'later' : open ? 'unknown' : 'enough',
    title: completeWords(quote, completeOn, presentation),
    text: joined(instead, open),
  };
}
