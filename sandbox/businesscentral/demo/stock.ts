import { addDays } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import { fromBaseQuantity } from '../ledger/quantities';
import type { Company } from '../model/company';
import type { ItemRecord } from '../model/items';
import { adjustItem } from '../posting/adjustments';
import { createDocument } from '../posting/drafts';
import { createStockOrder, handleStockOrder } from '../posting/stockOrders';
import { createTransferOrder, shipTransferOrder } from '../posting/transferOrders';
import { BLOCKED_ITEMS, COUNTED, COUNTED_OTHERS, STOCK_STEPS } from './stockScenarios';
import type { StockStep } from './stockScenarios';

/** What every item began with. Source: the opening inventory of the demonstration company. */
const OPENING_QUANTITY = 500;

/** Fills the main warehouse before the history is sold out of it. */
export function postOpeningStock(company: Company, today: CalendarDate): void {
  for (const { item } of stockedItems(company)) {
    adjustItem(company, {
      itemNumber: item.number,
      quantity: OPENING_QUANTITY,
      locationCode: 'MAIN',
      postingDate: addDays(today, -480),
      documentNumber: 'START',
    });
  }
}

/** Brings the stock to what it should be on the work date, and orders what comes and goes after it. */
export function createStock(company: Company, today: CalendarDate): void {
  for (const record of stockedItems(company)) {
    countItem(company, record, addDays(today, -7));
  }
  for (const step of STOCK_STEPS) {
    playStockStep(company, step, today);
  }
  for (const number of BLOCKED_ITEMS) {
    const index = company.items.indexOfNumber(number);
    const record = index === undefined ? undefined : company.items.at(index);
    if (index !== undefined && record !== undefined) {
      company.changeItem(index, (version) => ({
        item: { ...record.item, blocked: true, version },
        stock: record.stock,
      }));
    }
  }
}

function stockedItems(company: Company): readonly ItemRecord[] {
  const indexes = [...company.items.indexesBetween({ from: undefined, to: undefined })];
  return indexes
    .flatMap((index) => company.items.at(index) ?? [])
    .filter(({ item }) => item.type === 'Inventory' && !item.blocked);
}

/** Posts what the stocktaking found more or less than the ledger says. */
function countItem(company: Company, { item, stock }: ItemRecord, postingDate: CalendarDate): void {
  const counted = COUNTED[item.number] ?? COUNTED_OTHERS;
  const codes = new Set([...Object.keys(counted), ...stock.entries.map(({ locationCode }) => locationCode)]);
  for (const locationCode of codes) {
    const known = stock.entries
      .filter((entry) => entry.locationCode === locationCode)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const quantity = (counted[locationCode] ?? 0) - fromBaseQuantity(known);
    if (quantity !== 0) {
      adjustItem(company, { itemNumber: item.number, quantity, locationCode, postingDate, documentNumber: 'COUNT' });
    }
  }
}

function playStockStep(company: Company, step: StockStep, today: CalendarDate): void {
  switch (step.do) {
    case 'sell':
      sell(company, step, today);
      return;
    case 'buy':
    case 'returnToVendor': {
      const kind = step.do === 'buy' ? 'Purchase Order' : 'Purchase Return Order';
      const date = step.day === undefined ? undefined : addDays(today, step.day);
      const number = createStockOrder(company, {
        kind,
        partnerNumber: step.vendor,
        lines: [{ ...lineOf(step), unitOfMeasureCode: step.unit, date }],
      });
      if (step.handled !== undefined) {
        handleStockOrder(company, kind, number, step.handled);
      }
      return;
    }
    case 'takeBack':
      createStockOrder(company, {
        kind: 'Sales Return Order',
        partnerNumber: step.customer,
        lines: [{ ...lineOf(step), date: addDays(today, step.day) }],
      });
      return;
    case 'transfer':
      transfer(company, step, today);
  }
}

function lineOf({ item, quantity, location }: Extract<StockStep, { location: string }>) {
  return { itemNumber: item, quantity, locationCode: location };
}

function sell(company: Company, step: Extract<StockStep, { do: 'sell' }>, today: CalendarDate): void {
  createDocument(company, {
    kind: 'Order',
    customerNumber: step.customer,
    documentDate: addDays(today, -2),
    requestedDeliveryDate: addDays(today, step.day),
    status: 'Open',
    lines: [
      {
        type: 'Item',
        number: step.item,
        quantity: step.quantity,
        locationCode: step.location,
        ...(step.unit === undefined ? {} : { unitOfMeasureCode: step.unit }),
      },
    ],
  });
}

function transfer(company: Company, step: Extract<StockStep, { do: 'transfer' }>, today: CalendarDate): void {
  const number = createTransferOrder(company, {
    fromCode: step.from,
    toCode: step.to,
    inTransitCode: step.inTransit,
    shipmentDate: addDays(today, step.shipmentDay),
    receiptDate: addDays(today, step.receiptDay),
    lines: [{ itemNumber: step.item, quantity: step.quantity }],
  });
  if (step.shipped !== undefined) {
    shipTransferOrder(company, number, step.shipped);
  }
}
