import type { ScheduledChange } from '../../domain/itemAvailability';
import type { ItemTextKey } from './itemTextKey';
import { fill, type Texts } from './texts';

/** "purchase order 106012", or "purchase order (several)" when documents of a day were put together. */
export function documentWords(
  { kind, documentNumber }: Pick<ScheduledChange, 'kind' | 'documentNumber'>,
  texts: Texts<ItemTextKey>,
): string {
  const words = texts(`Schedule_${kind}`);
  return documentNumber === null
    ? fill(texts('Schedule_Several'), { kind: words })
    : fill(texts('Schedule_Document'), { kind: words, number: documentNumber });
}
