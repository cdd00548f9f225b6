import type { ServiceError } from '../../../service/http/serviceError';
import type {
  BusinessCentralItemReader,
  ItemFilter,
  ItemRecord,
  LocationRecord,
  OpenEntryRecord,
  OutstandingLineRecord,
  TransferLineRecord,
} from '../../../service/sync/itemPorts';
import type { Page, RefusedRecord } from '../../../service/sync/ports';
import { calendarDate } from '../../../domain/calendarDate';

const PAGE = 2;

/** A systemId of an item or a location: `itemId(7)` ends in …000007. */
export function itemId(number: number, group = 0xa0): string {
  return `${group.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Items whose answers a test writes down; every source can be made to fail. */
export class FakeItems implements BusinessCentralItemReader {
  itemList: ItemRecord[] = [];
  locationList: LocationRecord[] = [];
  entries: OpenEntryRecord[] = [];
  salesLines: OutstandingLineRecord[] = [];
  purchaseLines: OutstandingLineRecord[] = [];
  transfers: TransferLineRecord[] = [];
  /** Errors by source, thrown from the `failFrom`th read of it on (0: the first). */
  readonly errors = new Map<string, ServiceError>();
  failFrom = 0;
  readonly refused = new Map<string, RefusedRecord[]>();
  readonly filters: ItemFilter[] = [];

  /** @param note called before every page; may throw */
  constructor(private readonly note: (source: string) => void = () => undefined) {}

  private readonly counts = new Map<string, number>();

  items(): AsyncIterable<Page<ItemRecord>> {
    const sorted = [...this.itemList].sort((a, b) => (a.number < b.number ? -1 : 1));
    return this.pages('items', sorted);
  }

  itemsById(systemIds: readonly string[]): AsyncIterable<Page<ItemRecord>> {
    const found = this.itemList.filter(({ systemId }) => systemIds.includes(systemId));
    return this.pages('items', found, 200);
  }

  locations(): AsyncIterable<Page<LocationRecord>> {
    return this.pages('locations', this.locationList);
  }

  openItemLedgerEntries(filter: ItemFilter): AsyncIterable<Page<OpenEntryRecord>> {
    this.filters.push(filter);
    return this.pages('itemLedgerEntries', of(this.entries, filter), 200);
  }

  outstandingSalesLines(filter: ItemFilter): AsyncIterable<Page<OutstandingLineRecord>> {
    return this.pages('outstandingSalesLines', of(this.salesLines, filter), 200);
  }

  outstandingPurchaseLines(filter: ItemFilter): AsyncIterable<Page<OutstandingLineRecord>> {
    return this.pages('outstandingPurchaseLines', of(this.purchaseLines, filter), 200);
  }

  transferLines(filter: ItemFilter): AsyncIterable<Page<TransferLineRecord>> {
    return this.pages('transferLines', of(this.transfers, filter), 200);
  }

  private async *pages<T>(source: string, records: readonly T[], size = PAGE): AsyncIterable<Page<T>> {
    const read = this.counts.get(source) ?? 0;
    this.counts.set(source, read + 1);
    const error = this.errors.get(source);
    for (let start = 0; start === 0 || start < records.length; start += size) {
      await Promise.resolve();
      this.note(source);
      if (error !== undefined && read >= this.failFrom) throw error;
      const refused = start === 0 ? (this.refused.get(source) ?? []) : [];
      yield { records: records.slice(start, start + size), refused };
    }
  }
}

function of<T extends { readonly itemNumber: string }>(records: readonly T[], filter: ItemFilter): readonly T[] {
  return records.filter(({ itemNumber }) =>
    filter.kind === 'numbers'
      ? filter.numbers.includes(itemNumber)
      : itemNumber >= filter.first && itemNumber <= filter.last,
  );
}

export function item(number: number, changes: Partial<ItemRecord> = {}): ItemRecord {
  return {
    systemId: itemId(number),
    number: `I-${number}`,
    name: `Item ${number}`,
    type: 'inventory',
    baseUnit: 'PCS',
    blocked: false,
    inventory: '0',
    ...changes,
  };
}

export function entry(number: number, locationCode: string, remainingQuantity: string): OpenEntryRecord {
  return { itemNumber: `I-${number}`, locationCode, remainingQuantity };
}

export function line(
  number: number,
  quantity: string,
  changes: Partial<OutstandingLineRecord> = {},
): OutstandingLineRecord {
  return {
    itemNumber: `I-${number}`,
    locationCode: 'EAST',
    isReturn: false,
    documentNumber: '1001',
    date: calendarDate('2026-03-20'),
    quantity,
    ...changes,
  };
}

/** Five items: stock and documents in two locations and none, a service, nothing at all, negative stock, a transfer. */
export function smallStock(items: FakeItems): FakeItems {
  items.locationList = [
    { systemId: itemId(1, 0xb0), code: 'EAST', name: 'East Warehouse' },
    { systemId: itemId(2, 0xb0), code: 'WEST', name: '' },
    { systemId: itemId(3, 0xb0), code: 'OUT', name: 'Own Logistics' },
  ];
  items.itemList = [
    item(1, { inventory: '48.5' }),
    item(2, { type: 'service', name: 'Delivery', baseUnit: 'HOUR' }),
    item(3, { blocked: true }),
    item(4, { inventory: '-3' }),
    item(5, { inventory: '10' }),
  ];
  items.entries = [
    entry(1, 'EAST', '40'),
    entry(1, 'EAST', '0.50001'),
    entry(1, '', '7.99999'),
    entry(4, 'WEST', '-3'),
    entry(5, 'EAST', '6'),
    entry(5, 'OUT', '4'),
  ];
  items.salesLines = [
    line(1, '12'),
    line(1, '3', { isReturn: true, documentNumber: '1002', date: null }),
    line(4, '5', { locationCode: 'WEST' }),
  ];
  items.purchaseLines = [
    line(1, '120', { documentNumber: '106012', date: calendarDate('2026-12-04') }),
    line(1, '2', { isReturn: true, documentNumber: '106013' }),
  ];
  items.transfers = [
    {
      itemNumber: 'I-5',
      documentNumber: 'T-1',
      fromLocationCode: 'EAST',
      toLocationCode: 'WEST',
      inTransitLocationCode: 'OUT',
      shipmentDate: calendarDate('2026-03-12'),
      receiptDate: calendarDate('2026-03-15'),
      outstandingQuantity: '2',
      quantityInTransit: '4',
    },
  ];
  return items;
}
