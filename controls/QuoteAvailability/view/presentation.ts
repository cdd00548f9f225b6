import type { Days } from '../../shared/days';
import type { Formats } from '../../shared/formats';
import type { QuantityFormats } from '../../shared/quantityFormats';
import type { QuoteAvailabilityTexts } from '../manifestNames';

/** How the view words things. */
export interface Presentation {
  readonly texts: QuoteAvailabilityTexts;
  readonly formats: Formats;
  readonly quantities: QuantityFormats;
  readonly days: Days;
}
