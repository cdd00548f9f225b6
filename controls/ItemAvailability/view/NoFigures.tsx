import * as React from 'react';
import type { Item, ItemAvailability } from '../../../domain/itemAvailability';
import { fill } from '../../shared/texts';
import type { Presentation } from './presentation';

interface NoFiguresProps {
  readonly item: Item;
  readonly availability: Exclude<ItemAvailability, { kind: 'byLocation' }>;
  readonly presentation: Presentation;
}

function wordsOf({ item, availability, presentation }: NoFiguresProps): readonly [title: string, text: string] {
  const { texts, quantities } = presentation;
  if (availability.kind === 'notStocked') {
    return [item.type === 'service' ? texts('NotStocked_service') : texts('NotStocked_nonInventory'), ''];
  }
  const reason = texts(`Reason_${availability.reason}`);
  if (availability.kind === 'unknown') return [texts('Unknown_Title'), fill(texts('Unknown_Text'), { reason })];
  const quantity = quantities.inUnit(availability.inventory, item.baseUnit);
  return [fill(texts('TotalOnly_Title'), { quantity }), fill(texts('TotalOnly_Text'), { reason })];
}

/** An item of which there is nothing to promise, and why. Unknown is never 0. */
export function NoFigures(props: NoFiguresProps): React.ReactElement {
  const [title, text] = wordsOf(props);
  return (
    <div className="bci-answer">
      <p className="bci-first">{title}</p>
      {text !== '' && <p>{text}</p>}
    </div>
  );
}
