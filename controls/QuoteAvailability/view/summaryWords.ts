import type { CalendarDate } from '../../../domain/calendarDate';
import { fill } from '../../shared/texts';
import type { AnsweredQuote, LineRow } from '../lineRow';
import { baseWords } from './lineWords';
import type { Presentation } from './presentation';

export interface SummaryWords {
  readonly tone: 'enough' | 'later' | 'short' | 'open';
  /** What it comes down to; '' when the text says it all. */
  readonly title: string;
  readonly text: string;
}

/** From where the lines that stock is asked for would come: one name, `null` for several, '' when nobody said. */
function originOf({ rows, summary }: AnsweredQuote): string | null {
  const names = rows.flatMap(({ answer, locationName }) => ('available' in answer ? [locationName] : []));
  const distinct = new Set(names);
  const [only = null] = names;
  if (distinct.size > 1) return null;
  if (only !== null) return only;
  const { fromOneLocation, completeOn } = summary;
  return fromOneLocation && completeOn && fromOneLocation.date <= completeOn ? fromOneLocation.name : '';
}

function completeWords(quote: AnsweredQuote, when: string, { texts }: Presentation): string {
  const location = originOf(quote);
  if (location === null) return fill(texts('Summary_Complete_Several'), { when });
  if (location === '') return fill(texts('Summary_Complete'), { when });
  return fill(texts('Summary_Complete_From'), { when, location });
}

function shortWords(rows: readonly LineRow[], presentation: Presentation): string {
  const { texts, formats } = presentation;
  const short = rows.filter(({ answer }) => answer.kind === 'short');
  const [first] = short;
  if (first?.answer.kind !== 'short') return '';
  const words = {
    product: first.line.productName,
    quantity: baseWords(first, first.answer.shortfall, presentation),
    count: formats.count(short.length),
  };
  if (short.length > 1) return fill(texts('Summary_Short_Several'), words);
  return fill(texts(first.answer.isMoreOnOrder ? 'Summary_Short_Some' : 'Summary_Short_None'), words);
}

/** A better way than the locations that the lines name: all from one, or from several. */
function insteadWords({ summary }: AnsweredQuote, { texts, days }: Presentation): string {
  const { completeOn, fromOneLocation, fromSeveralLocations } = summary;
  const isBetter = (date: CalendarDate | null): date is CalendarDate =>
    date !== null && (completeOn === null || date < completeOn);
  if (fromOneLocation && isBetter(fromOneLocation.date)) {
    const { name, code, date } = fromOneLocation;
    return fill(texts('Summary_Instead_From'), {
      location: name || code || texts('Location_Blank'),
      when: days.when(date),
    });
  }
  return isBetter(fromSeveralLocations)
    ? fill(texts('Summary_Instead_Several'), { when: days.when(fromSeveralLocations) })
    : '';
}

function unansweredWords({ summary }: AnsweredQuote, { texts, formats }: Presentation): string {
  const count = summary.unanswered.length;
  if (count === 0) return '';
  const text = texts(formats.isOne(count) ? 'Summary_Unanswered_One' : 'Summary_Unanswered_Other');
  return fill(text, { count: formats.count(count) });
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** The whole quote in a sentence or two: when it can ship complete, or what keeps it from that. */
export function summaryWords(quote: AnsweredQuote, presentation: Presentation): SummaryWords {
  const { texts, days } = presentation;
  const { summary, rows } = quote;
  const { completeOn, restOn, stockLines, short, late, unanswered } = summary;
  const open = unansweredWords(quote, presentation);
  if (rows.every(({ line }) => line.isWriteIn || line.itemId === null)) {
    return { tone: 'open', title: '', text: texts('Summary_NothingCoupled') };
  }
  if (short.length > 0) {
    const rest = restOn === null ? '' : fill(texts('Summary_Rest'), { when: days.when(restOn) });
    const text = joined(shortWords(rows, presentation), rest, insteadWords(quote, presentation), open);
    return { tone: 'short', title: texts('Summary_Short'), text };
  }
  if (stockLines === 0 || completeOn === null) {
    return { tone: 'open', title: '', text: open || texts('Summary_NoStock') };
  }
  const title = completeWords(quote, days.when(completeOn), presentation);
  const tone = late.length > 0 ? 'later' : unanswered.length > 0 ? 'open' : 'enough';
  return { tone, title, text: joined(insteadWords(quote, presentation), open) };
}
