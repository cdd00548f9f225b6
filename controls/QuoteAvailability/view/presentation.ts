import type { Days } from '../../shared/days';
import type { Formats } from '../../shared/formats';
import { isOne } from '../../shared/plurals';
import type { QuantityFormats } from '../../shared/quantityFormats';
import { fill } from '../../shared/texts';
import type { QuoteAvailabilityTexts } from '../manifestNames';

/** How the view words things. */
export interface Presentation {
  readonly texts: QuoteAvailabilityTexts;
  readonly formats: Formats;
  readonly quantities: QuantityFormats;
  readonly days: Days;
}

/** "1 line", "12 lines" */
export function counted(what: 'Lines' | 'Summary_Unanswered', count: number, { texts, formats }: Presentation): string {
  return fill(texts(`${what}_${isOne(count, texts('LanguageTag')) ? 'One' : 'Other'}`), {
    count: formats.count(count),
  });
}

/** Sentences one after the other, without those that have nothing to say. */
export function joined(...sentences: readonly (string | false | null | undefined)[]): string {
  return sentences.filter(Boolean).join(' ');
}
