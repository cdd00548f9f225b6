import { demoItems, soldItems } from '../demo/items';
import { demoSetup } from '../demo/setup';
import type { CalendarDate } from '../ledger/dates';
import { Company } from '../model/company';
import type { Clock } from '../model/company';
import type { CompanySetup } from '../model/setup';
import { itemList } from '../model/itemList';
import type { Item } from '../model/items';
import { firstEntryNumber } from './entryNumbers';
import { GeneratedAccounts } from './generatedAccounts';
import type { Goods } from './generation';

export interface GeneratedCompanyOptions {
  readonly customers: number;
  readonly seed?: string;
  readonly name?: string;
  /** The company's local currency; GBP when left out. */
  readonly localCurrencyCode?: string;
}

/** A company of any size, whose customers, documents and entries follow from the seed. */
export function generatedCompany(
  { customers, seed = 'seed', name = 'CRONUS Generated Ltd.', localCurrencyCode = 'GBP' }: GeneratedCompanyOptions,
  clock: Clock,
  workDate: CalendarDate | undefined,
): Company {
  const today = workDate ?? new Date(clock()).toISOString().slice(0, 10);
  const base = demoSetup(name, localCurrencyCode, today);
  const setup: CompanySetup = {
    ...base,
    numberSeries: {
      customer: { prefix: 'N', first: 1 },
      order: { prefix: 'NSO', first: 1 },
      invoice: { prefix: 'NSI', first: 1 },
      postedInvoice: { prefix: 'NPSI', first: 1 },
      creditMemo: { prefix: 'NCM', first: 1 },
      payment: { prefix: 'NP', first: 1 },
      shipment: { prefix: 'NSS', first: 1 },
      salesReturnOrder: { prefix: 'NSR', first: 1 },
      returnReceipt: { prefix: 'NRR', first: 1 },
      purchaseOrder: { prefix: 'NPO', first: 1 },
      receipt: { prefix: 'NPR', first: 1 },
      purchaseReturnOrder: { prefix: 'NRO', first: 1 },
      returnShipment: { prefix: 'NRS', first: 1 },
      transferOrder: { prefix: 'NTO', first: 1 },
      transferShipment: { prefix: 'NTS', first: 1 },
      transferReceipt: { prefix: 'NTR', first: 1 },
      itemJournal: { prefix: 'NT', first: 1 },
    },
    // Entry numbers of generated accounts end here.
    firstLedgerEntryNumber: firstEntryNumber(customers),
  };
  const sold = soldItems(name, setup.createdAt);
  const goods: Goods = { count: sold.length, at: (index) => ({ item: atPlace(sold, index) }) };
  const accounts = new GeneratedAccounts(seed, customers, setup, goods, today);
  return new Company(setup, { accounts, items: itemList(demoItems(name, setup.createdAt)) }, clock, workDate);
}

function atPlace(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) {
    throw new RangeError(`There is no item ${index}.`);
  }
  return item;
}
