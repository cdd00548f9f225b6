import { demoItems, soldItems } from '../demo/items';
import { demoSetup } from '../demo/setup';
import type { CalendarDate } from '../ledger/dates';
import { Company } from '../model/company';
import type { Clock } from '../model/company';
import type { CompanySetup } from '../model/setup';
import { itemList } from '../model/itemList';
import { firstEntryNumber } from './entryNumbers';
import { GeneratedAccounts } from './generatedAccounts';
import { GeneratedItems } from './generatedItems';
import { generatedLocations } from './generatedLocations';
import type { Assortment } from './generation';
import { ItemNumbers } from './itemNumbers';
import { ItemPlan } from './itemPlan';

export interface GeneratedCompanyOptions {
  readonly customers: number;
  readonly seed?: string;
  readonly name?: string;
  /** The company's local currency; GBP when left out. */
  readonly localCurrencyCode?: string;
  /** So many items with stock in `locations` (10 when left out); the demo company's items without stock when left out. */
  readonly items?: number;
  readonly locations?: number;
}

/** A company of any size, whose customers, documents and entries follow from the seed. */
export function generatedCompany(
  options: GeneratedCompanyOptions,
  clock: Clock,
  workDate: CalendarDate | undefined,
): Company {
  const { customers, seed = 'seed', name = 'CRONUS Generated Ltd.', localCurrencyCode = 'GBP', items } = options;
  const today = workDate ?? new Date(clock()).toISOString().slice(0, 10);
  const base = demoSetup(name, localCurrencyCode, today);
  const setup: CompanySetup = {
    ...base,
    ...(items === undefined ? {} : { locations: generatedLocations(name, options.locations ?? 10), itemVariants: [] }),
    // Entry numbers of generated items end here.
    firstItemEntryNumber: items === undefined ? 1 : new ItemNumbers((options.locations ?? 10) + 1).firstEntry(items),
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
  const accounts = (assortment: Assortment) => new GeneratedAccounts(seed, customers, setup, assortment, today);
  if (items === undefined) {
    const sources = {
      accounts: accounts(demoAssortment(name, setup.createdAt)),
      items: itemList(demoItems(name, setup.createdAt)),
    };
    return new Company(setup, sources, clock, workDate);
  }
  const generated = new GeneratedItems(seed, items, setup, today);
  return new Company(
    setup,
    { accounts: accounts(generatedAssortment(generated, customers, setup)), items: generated },
    clock,
    workDate,
  );
}

/** The items that the demo company sells; the whole range is there, but no stock of it. */
function demoAssortment(name: string, createdAt: string): Assortment {
  const sold = soldItems(name, createdAt);
  return {
    count: sold.length,
    itemAt: (index) => {
      const item = sold[index];
      if (item === undefined) {
        throw new RangeError(`There is no item ${index}.`);
      }
      return item;
    },
    indexOfNumber: (itemNumber) => sold.findIndex(({ number }) => number === itemNumber),
    plan: undefined,
    warehouses: [''],
  };
}

function generatedAssortment(items: GeneratedItems, customers: number, setup: CompanySetup): Assortment {
  return {
    count: items.count,
    itemAt: (index) => items.at(index).item,
    indexOfNumber: (itemNumber) => items.indexOfNumber(itemNumber),
    plan: new ItemPlan(customers, items.count),
    warehouses: setup.locations.filter(({ isInTransit }) => !isInTransit).map(({ code }) => code),
  };
}
