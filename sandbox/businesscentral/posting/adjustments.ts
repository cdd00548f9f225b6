import type { CalendarDate } from '../ledger/dates';
import { toBaseQuantity } from '../ledger/quantities';
import type { Company } from '../model/company';
import { roundQuantity } from '../model/documents';
import { itemUnit, locationOf, stockedItem } from './itemPlaces';
import { postMovement } from './itemPosting';
import { PostingError } from './postingError';

export interface ItemAdjustment {
  readonly itemNumber: string;
  /** In the unit; below zero takes out. */
  readonly quantity: number;
  /** The company's own location when left out; empty = the blank location. */
  readonly locationCode?: string;
  /** The item's base unit when left out. */
  readonly unitOfMeasureCode?: string;
  /** The work date when left out. */
  readonly postingDate?: CalendarDate;
  /** The next number of the item journal when left out. */
  readonly documentNumber?: string;
}

/** Posts an item journal line and returns its document number. Throws PostingError. */
export function adjustItem(company: Company, adjustment: ItemAdjustment): string {
  const item = stockedItem(company, adjustment.itemNumber);
  const unit = itemUnit(item, adjustment.unitOfMeasureCode);
  const quantity = toBaseQuantity(roundQuantity(adjustment.quantity), unit.quantityPerUnit);
  if (quantity === 0) {
    throw new PostingError('There is nothing to post.');
  }
  return company.transaction(() => {
    const documentNumber = adjustment.documentNumber ?? company.nextNumber('itemJournal');
    postMovement(company, {
      itemNumber: item.number,
      type: quantity > 0 ? 'Positive Adjmt.' : 'Negative Adjmt.',
      documentType: ' ',
      documentNumber,
      sourceType: ' ',
      sourceNumber: '',
      postingDate: adjustment.postingDate ?? company.workDate,
      locationCode: locationOf(company, adjustment.locationCode ?? company.setup.locationCode),
      quantity,
      unitOfMeasureCode: unit.code,
      quantityPerUnit: unit.quantityPerUnit,
      invoicedFor: 0,
    });
    return documentNumber;
  });
}
