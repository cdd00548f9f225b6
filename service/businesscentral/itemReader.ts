import type {
  BusinessCentralItemReader,
  ItemFilter,
  ItemRecord,
  LocationRecord,
  OpenEntryRecord,
  OutstandingLineRecord,
  TransferLineRecord,
} from '../sync/itemPorts';
import type { CompanyRecord, Pages, ReadOptions } from '../sync/ports';
import { allOf, quotedText } from './filters';
import { itemSources } from './itemSources';
import type { PageFetcher } from './reading';
import { SourceReader } from './sourceReader';

/** Windows' HTTP server takes 16,384 bytes for the address and all headers; the token needs some of them. */
const LONGEST_FILTER = 12_000;

type Choice = readonly string[];

/** Conditions on one property joined with `or`, in as few filters as fit into an address. */
function anyOf(conditions: Choice): readonly string[] {
  const filters: string[] = [];
  let filter = '';
  for (const condition of conditions) {
    const longer = filter === '' ? condition : `${filter} or ${condition}`;
    if (filter !== '' && encodeURIComponent(longer).length > LONGEST_FILTER) {
      filters.push(filter);
      filter = condition;
    } else filter = longer;
  }
  return filter === '' ? filters : [...filters, filter];
}

function itemConditions(filter: ItemFilter): readonly string[] {
  if (filter.kind === 'numbers') return anyOf(filter.numbers.map((number) => `itemNo eq ${quotedText(number)}`));
  return [`itemNo ge ${quotedText(filter.first)} and itemNo le ${quotedText(filter.last)}`];
}

/** Reads items through API v2.0 and what moves them through the analytics API, one request for each source. */
export class ItemReader implements BusinessCentralItemReader {
  private readonly source: SourceReader;

  /** @param fetcher one that sends each request by itself: a batch cannot hold two APIs */
  constructor(company: CompanyRecord, fetcher: PageFetcher) {
    this.source = new SourceReader(company.id, fetcher);
  }

  items(options: ReadOptions): Pages<ItemRecord> {
    return this.readItems({ orderBy: 'number' }, options);
  }

  async *itemsById(systemIds: readonly string[], options: ReadOptions): Pages<ItemRecord> {
    for (const filter of anyOf(systemIds.map((id) => `id eq ${id}`))) yield* this.readItems({ filter }, options);
  }

  locations(options: ReadOptions): Pages<LocationRecord> {
    return this.source.pages(itemSources.locations, {}, options, ({ id, code, displayName }) => [
      { systemId: id, code, name: displayName },
    ]);
  }

  async *openItemLedgerEntries(items: ItemFilter, options: ReadOptions): Pages<OpenEntryRecord> {
    for (const condition of itemConditions(items)) {
      // `and` binds closer than `or`.
      const filter = allOf('open eq true', `(${condition})`);
      yield* this.source.pages(
        itemSources.itemLedgerEntries,
        { filter },
        options,
        ({ itemNo, locationCode, remainingQuantity }) => [{ itemNumber: itemNo, locationCode, remainingQuantity }],
      );
    }
  }

  async *outstandingSalesLines(items: ItemFilter, options: ReadOptions): Pages<OutstandingLineRecord> {
    for (const filter of itemConditions(items)) {
      yield* this.source.pages(
        itemSources.outstandingSalesLines,
        { filter },
        options,
        ({ itemNo, documentType, documentNo, outstandingQtyBase, shipmentDate, locationCode }) => [
          {
            itemNumber: itemNo,
            locationCode,
            isReturn: documentType === 'Return Order',
            documentNumber: documentNo,
            date: shipmentDate,
            quantity: outstandingQtyBase,
          },
        ],
      );
    }
  }

  async *outstandingPurchaseLines(items: ItemFilter, options: ReadOptions): Pages<OutstandingLineRecord> {
    for (const filter of itemConditions(items)) {
      yield* this.source.pages(
        itemSources.outstandingPurchaseLines,
        { filter },
        options,
        ({ itemNo, documentType, documentNo, outstandingQtyBase, expectedReceiptDate, locationCode }) => [
          {
            itemNumber: itemNo,
            locationCode,
            isReturn: documentType === 'Return Order',
            documentNumber: documentNo,
            date: expectedReceiptDate,
            quantity: outstandingQtyBase,
          },
        ],
      );
    }
  }

  async *transferLines(items: ItemFilter, options: ReadOptions): Pages<TransferLineRecord> {
    for (const filter of itemConditions(items)) {
      yield* this.source.pages(itemSources.transferLines, { filter }, options, (row) => [
        {
          itemNumber: row.itemNo,
          documentNumber: row.documentNo,
          fromLocationCode: row.transferFromLocationCode,
          toLocationCode: row.transferToLocationCode,
          inTransitLocationCode: row.inTransitLocationCode,
          shipmentDate: row.shipmentDate,
          receiptDate: row.receiptDate,
          outstandingQuantity: row.outstandingQtyBase,
          quantityInTransit: row.qtyInTransitBase,
        },
      ]);
    }
  }

  private readItems(query: { filter?: string; orderBy?: string }, options: ReadOptions): Pages<ItemRecord> {
    return this.source.pages(
      itemSources.items,
      query,
      options,
      ({ id, number, displayName, type, baseUnitOfMeasureCode, blocked, inventory }) => [
        { systemId: id, number, name: displayName, type, baseUnit: baseUnitOfMeasureCode, blocked, inventory },
      ],
      { customerProperty: 'id' },
    );
  }
}
