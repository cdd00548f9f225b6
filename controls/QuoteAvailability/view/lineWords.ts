import type { Quantity } from '../../../domain/quantity';
import { fill } from '../../shared/texts';
import type { MarkKind } from '../manifestNames';
import type { LineRow } from '../lineRow';
import type { Presentation } from './presentation';

/** Shapes that differ from each other without their colours, of the characters that every font has. */
export const markGlyphs: Readonly<Record<MarkKind, string>> = {
  enough: '√',
  later: '»',
  short: '!',
  notStocked: '–',
  notCoupled: '?',
  writeIn: '*',
  totalOnly: '≈',
  unknownUnit: '?',
  unknown: '?',
  pending: '…',
};

/** "10 PCS" as the quote says it. */
export function askedWords({ line }: LineRow, { quantities }: Presentation): string {
  return line.quantity === null ? '–' : quantities.inUnit(line.quantity, line.unit.name);
}

/** A quantity in base units; the unit is said where the line counts in another one. */
export function baseWords({ line, overview }: LineRow, quantity: Quantity, { quantities }: Presentation): string {
  const baseUnit = overview?.item.baseUnit ?? '';
  const isSame = line.unit.name.toUpperCase() === baseUnit.toUpperCase();
  return isSame ? quantities.plain(quantity) : quantities.inUnit(quantity, baseUnit);
}

/** "Enough", "All on 4 December", "Short by 15". */
export function markWords(row: LineRow, presentation: Presentation): string {
  const { texts, days } = presentation;
  const { answer } = row;
  switch (answer.kind) {
    case 'later':
      return fill(texts('Mark_later'), { when: days.when(answer.date) });
    case 'short':
      return fill(texts('Mark_short'), { quantity: baseWords(row, answer.shortfall, presentation) });
    default:
      return texts(`Mark_${answer.kind}`);
  }
}

/** Why a line has no answer of stock, and what a seller must know of its item; '' when there is nothing to say. */
export function hintWords(row: LineRow, presentation: Presentation): string {
  const { texts, quantities } = presentation;
  const { answer, overview } = row;
  const baseUnit = overview?.item.baseUnit ?? '';
  switch (answer.kind) {
    case 'notStocked':
      return texts(overview?.item.type === 'service' ? 'NotStocked_service' : 'NotStocked_nonInventory');
    case 'totalOnly': {
      const asked = row.wanted === null ? askedWords(row, presentation) : quantities.inUnit(row.wanted, baseUnit);
      return fill(texts('TotalOnly_Text'), { onHand: quantities.inUnit(answer.inventory, baseUnit), asked });
    }
    case 'unknownUnit':
      return fill(texts('UnknownUnit_Text'), { unit: baseUnit });
    case 'unknown':
      return texts(`Reason_${answer.reason}`);
    case 'notCoupled':
      return texts('NotCoupled_Hint');
    default:
      return '';
  }
}

/** Balance at the requested date, '' where there is no answer of stock. */
export function availableWords(row: LineRow, presentation: Presentation): string {
  return 'available' in row.answer ? baseWords(row, row.answer.available, presentation) : '';
}

export function requestedWords({ shipment }: LineRow, { texts, days }: Presentation): string {
  return shipment.date === days.today ? texts('Requested_Today') : days.shortName(shipment.date);
}

/** Where the line is asked from, '' for lines that no location can serve. */
export function locationWords({ overview, locationName, answer }: LineRow, { texts }: Presentation): string {
  return overview === null || answer.kind === 'notStocked' ? '' : (locationName ?? texts('Location_All'));
}
