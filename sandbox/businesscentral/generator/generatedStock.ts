import { addItemEntry } from '../ledger/itemEntries';
import type { ItemLedgerEntry } from '../ledger/itemEntries';
import { toBaseQuantity } from '../ledger/quantities';
import type { Item, ItemStock } from '../model/items';
import type { StockOrderKind, StockOrderLine, TransferLine } from '../model/stockDocuments';
import { itemRandom } from './itemGeneration';
import type { ItemGeneration } from './itemGeneration';
import type { Random } from './random';

/** What one item's stock is made with. */
interface Making {
  readonly generation: ItemGeneration;
  readonly index: number;
  readonly item: Item;
  readonly random: Random;
}

const ORDERS: readonly (readonly [StockOrderKind, series: string, share: number])[] = [
  ['Purchase Order', 'PO', 0.35],
  ['Purchase Return Order', 'PR', 0.03],
  ['Sales Return Order', 'SR', 0.04],
];

/**
 * The stock of an item that is kept in stock: entries in nearly every location, orders for a third, some goods on
 * their way. Each part is made when it is first read.
 */
export class GeneratedStock implements ItemStock {
  private madeEntries: readonly ItemLedgerEntry[] | undefined;
  private madeOrderLines: readonly StockOrderLine[] | undefined;
  private madeTransferLines: readonly TransferLine[] | undefined;

  constructor(
    private readonly generation: ItemGeneration,
    private readonly index: number,
    private readonly item: Item,
  ) {}

  get entries(): readonly ItemLedgerEntry[] {
    if (this.madeEntries === undefined) {
      const making = this.making('entries');
      this.madeEntries = this.transferLines.reduce<readonly ItemLedgerEntry[]>(
        (entries, transfer) => withTransit(making, entries, transfer),
        entriesOf(making),
      );
    }
    return this.madeEntries;
  }

  get orderLines(): readonly StockOrderLine[] {
    return (this.madeOrderLines ??= orderLines(this.making('orders')));
  }

  get transferLines(): readonly TransferLine[] {
    return (this.madeTransferLines ??= transferLines(this.making('transfer')));
  }

  private making(stream: 'entries' | 'orders' | 'transfer'): Making {
    const { generation, index, item } = this;
    return { generation, index, item, random: itemRandom(generation, index, stream) };
  }
}

function orderLines(making: Making): readonly StockOrderLine[] {
  return ORDERS.flatMap(([kind, series, share]) =>
    making.random.chance(share) ? [orderLine(making, kind, series)] : [],
  );
}

function entriesOf(making: Making): readonly ItemLedgerEntry[] {
  const { random } = making;
  let entries: readonly ItemLedgerEntry[] = [];
  for (const locationCode of making.generation.warehouses) {
    const opening = random.chance(0.92) ? random.whole(1, 400) : 0;
    const sold = random.chance(0.25) ? random.whole(1, 150) : 0;
    if (opening > 0) {
      entries = [...entries, entryOf(making, entries.length, 'Positive Adjmt.', locationCode, opening, 300)];
    }
    if (sold > 0) {
      const issue = entryOf(making, entries.length, 'Negative Adjmt.', locationCode, -sold, random.whole(1, 200));
      entries = addItemEntry(entries, issue);
    }
  }
  return entries;
}

function entryOf(
  { generation, index, item }: Making,
  ordinal: number,
  type: ItemLedgerEntry['type'],
  locationCode: string,
  quantity: number,
  daysAgo: number,
): ItemLedgerEntry {
  const base = toBaseQuantity(quantity);
  return {
    number: generation.numbers.firstEntry(index) + ordinal,
    type,
    documentType: ' ',
    documentNumber: 'START',
    orderLineId: '',
    sourceType: ' ',
    sourceNumber: '',
    postingDate: generation.days.ago(daysAgo),
    locationCode,
    quantity: base,
    remainingQuantity: base,
    invoicedQuantity: base,
    unitOfMeasureCode: item.unitOfMeasureCode,
    quantityPerUnit: 1,
    costAmount: Math.round(quantity * item.unitCost * 100),
    salesAmount: 0,
  };
}

function orderLine(making: Making, kind: StockOrderKind, series: string): StockOrderLine {
  const { generation, index, item, random } = making;
  const unit = random.pick(item.units);
  const quantity = random.whole(1, 60);
  return {
    id: `${series} ${index}`,
    kind,
    documentNumber: generation.numbers.document(series, index, 0),
    lineNumber: 10_000,
    partnerNumber: kind === 'Sales Return Order' ? 'C0000001' : random.pick(generation.setup.vendors).number,
    itemNumber: item.number,
    locationCode: random.pick(generation.warehouses),
    unitOfMeasureCode: unit.code,
    quantityPerUnit: unit.quantityPerUnit,
    quantity,
    handledQuantity: random.chance(0.2) ? random.whole(0, quantity - 1) : 0,
    date: generation.days.ago(-random.whole(-10, 90)),
  };
}

/** For one item in ten a transfer between two neighbouring locations, half of them under way. */
function transferLines(making: Making): readonly TransferLine[] {
  return making.random.chance(0.1) && making.generation.warehouses.length > 1 ? [transferLine(making)] : [];
}

function transferLine({ generation, index, item, random }: Making): TransferLine {
  const { warehouses: codes, inTransitCode } = generation;
  const from = random.whole(0, codes.length - 1);
  const [fromCode = '', toCode = ''] = [codes[from], codes[(from + 1) % codes.length]];
  const quantity = random.whole(2, 40);
  const shipmentDay = random.whole(-5, 10);
  return {
    id: `TO ${index}`,
    documentNumber: generation.numbers.document('TO', index, 0),
    lineNumber: 10_000,
    itemNumber: item.number,
    unitOfMeasureCode: item.unitOfMeasureCode,
    quantityPerUnit: 1,
    quantity,
    fromCode,
    toCode,
    inTransitCode,
    shipmentDate: generation.days.ago(-shipmentDay),
    receiptDate: generation.days.ago(-shipmentDay - 3),
    shippedQuantity: random.chance(0.5) ? random.whole(1, quantity) : 0,
    receivedQuantity: 0,
  };
}

/** The entries with what the transfer has taken out of its location. */
function withTransit(making: Making, entries: readonly ItemLedgerEntry[], transfer: TransferLine) {
  const { fromCode, inTransitCode, shippedQuantity } = transfer;
  if (shippedQuantity === 0) {
    return entries;
  }
  const movement = (ordinal: number, locationCode: string, quantity: number): ItemLedgerEntry => ({
    ...entryOf(making, ordinal, 'Transfer', locationCode, quantity, 1),
    documentType: 'Transfer Shipment',
    documentNumber: `TS${making.index + 1}`,
    sourceType: 'Item',
    sourceNumber: making.item.number,
  });
  const out = addItemEntry(entries, movement(entries.length, fromCode, -shippedQuantity));
  return addItemEntry(out, movement(out.length, inTransitCode, shippedQuantity));
}
