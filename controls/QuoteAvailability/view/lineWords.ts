import type { Quantity } from '../../../domain/quantity';
import { locationName } from '../../shared/LocationTable';
import { fill } from '../../shared/texts';
import type { LineRow } from '../lineRow';
import type { Presentation } from './presentation';

/** What a line says, in the order of its columns: it is rendered anew when one of these is another. */
export type LineWords = readonly [
  mark: string,
  /** Why there is no answer of stock; '' for the others. */
  reason: string,
  product: string,
  asked: string,
  /** What is asked in base units; '' where the line counts in those. */
  inBaseUnits: string,
  requested: string,
  location: string,
  available: string,
];

/** A quantity in base units; the unit is said where the line counts in another one. */
export function baseWords({ line, overview }: LineRow, quantity: Quantity, { quantities }: Presentation): string {
  const unit = overview?.item.baseUnit ?? '';
  return quantities.inUnit(quantity, line.unit.name.toUpperCase() === unit.toUpperCase() ? '' : unit);
}

/** "Enough", "All on 4 December", "Short by 15"; a second line of the text is the reason. */
function markWords(row: LineRow, asked: string, presentation: Presentation): string[] {
  const { texts, quantities, days } = presentation;
  const { answer, overview } = row;
  const unit = overview?.item.baseUnit ?? '';
  const noStock = overview?.item.type === 'service' ? 'NotStocked_service' : 'NotStocked_nonInventory';
  return fill(texts(`Mark_${answer.kind}`), {
    asked,
    unit,
    when: 'date' in answer ? days.when(answer.date) : '',
    quantity: 'shortfall' in answer ? baseWords(row, answer.shortfall, presentation) : '',
    onHand: 'inventory' in answer ? quantities.inUnit(answer.inventory, unit) : '',
    reason: texts('reason' in answer ? `Reason_${answer.reason}` : noStock),
  }).split('\n');
}

export function lineWords(row: LineRow, presentation: Presentation): LineWords {
  const { texts, quantities, days } = presentation;
  const { line, overview, quantity, shipment, location, answer } = row;
  const asked = line.quantity === null ? '–' : quantities.inUnit(line.quantity, line.unit.name);
  const [mark = '', reason = ''] = markWords(row, asked, presentation);
  return [
    mark,
    reason,
    line.productName,
    asked,
    quantity === null || quantity === line.quantity ? '' : `= ${baseWords(row, quantity, presentation)}`,
    shipment.date === days.today ? texts('Requested_Today') : days.shortName(shipment.date),
    overview === null || answer.kind === 'notStocked'
      ? ''
      : location === null
        ? texts('Location_All')
        : locationName(location, texts),
    'available' in answer ? baseWords(row, answer.availableToPromise, presentation) : '',
  ];
}
