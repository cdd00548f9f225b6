import type { LinkOpener } from '../../shared/ExternalLink';
import type { Days } from '../../shared/days';
import type { Formats } from '../../shared/formats';
import type { QuantityFormats } from '../../shared/quantityFormats';
import type { ItemAvailabilityTexts } from '../manifestNames';

/** What every part of the view needs to say something. */
export interface Presentation {
  readonly texts: ItemAvailabilityTexts;
  readonly formats: Formats;
  readonly quantities: QuantityFormats;
  readonly days: Days;
  readonly open: LinkOpener;
}
