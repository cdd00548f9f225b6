import type { UnavailableReason } from '../../domain/customerStatistics';
import { isServiceError, type ServiceError } from '../http/serviceError';
import type { ItemFilter, OutstandingLineRecord, TransferLineRecord } from './itemPorts';
import type { ItemRun } from './itemRun';
import { ItemStock } from './itemStock';
import type { Pages } from './ports';
import { analyticsSources, reasonOf, type AnalyticsSource } from './sources';

/** What is known of some items after their sources were read. */
export type AvailabilityReading =
  /** Items by number; `null`: a record of this item could not be read, so its figures would lack it. */
  | { readonly kind: 'read'; readonly stocks: ReadonlyMap<string, ItemStock | null> }
  /** Business Central gives only totals, now and in a minute. */
  | { readonly kind: 'totalOnly'; readonly reason: UnavailableReason }
  /** It may work in a minute. */
  | { readonly kind: 'failed'; readonly source: AnalyticsSource; readonly error: ServiceError };

type Stocks = Map<string, ItemStock | null>;
type Take<T> = (stock: ItemStock, record: T) => void;

function isLasting(error: ServiceError): boolean {
  return reasonOf(error) !== 'readFailed';
}

/** Why only totals are known; `null` when nothing of the kind was met yet. */
export function totalOnlyReason(run: ItemRun): UnavailableReason | null {
  const reasons = analyticsSources.map((source) => run.failures.reason(source));
  return reasons.find((reason) => reason !== null) ?? null;
}

async function readInto<T extends { readonly itemNumber: string }>(
  run: ItemRun,
  stocks: Stocks,
  source: AnalyticsSource,
  pages: Pages<T>,
  take: Take<T>,
): Promise<AvailabilityReading | null> {
  try {
    for await (const page of pages) {
      for (const record of page.records) {
        const stock = stocks.get(record.itemNumber);
        // An item that came between the two readings is met in the next run.
        if (stock !== undefined && stock !== null) take(stock, record);
      }
      for (const record of page.refused) {
        run.problems.refused(source, record);
        run.progress.failed(1);
        const numbers = record.number === null ? [...stocks.keys()] : [record.number];
        for (const number of numbers) if (stocks.has(number)) stocks.set(number, null);
      }
      run.progress.read(source, page.records.length + page.refused.length);
    }
    return null;
  } catch (error) {
    if (!isServiceError(error, 'permission', 'transient', 'refused', 'protocol')) throw error;
    if (!isLasting(error)) return { kind: 'failed', source, error };
    run.failures.record(source, error);
    return { kind: 'totalOnly', reason: reasonOf(error) };
  }
}

function takeSalesLine(stock: ItemStock, line: OutstandingLineRecord): void {
  const kind = line.isReturn ? 'salesReturn' : 'salesOrder';
  stock.addChange(line.locationCode, kind, line.date, line.documentNumber, line.quantity);
}

function takePurchaseLine(stock: ItemStock, line: OutstandingLineRecord): void {
  const kind = line.isReturn ? 'purchaseReturn' : 'purchaseOrder';
  stock.addChange(line.locationCode, kind, line.date, line.documentNumber, line.quantity);
}

/** Source: Business Central, item fields Trans. Ord. Shipment, Trans. Ord. Receipt and Qty. in Transit. */
function takeTransferLine(stock: ItemStock, line: TransferLineRecord): void {
  const { fromLocationCode: from, toLocationCode: to, documentNumber } = line;
  stock.addChange(from, 'transferShipment', line.shipmentDate, documentNumber, line.outstandingQuantity);
  stock.addChange(to, 'transferReceipt', line.receiptDate, documentNumber, line.outstandingQuantity);
  stock.addChange(to, 'inTransit', line.receiptDate, documentNumber, line.quantityInTransit);
  stock.addInTransitLocation(line.inTransitLocationCode);
}

/**
 * Reads what is on hand and what moves it, for some items at once.
 * @param numbers items with stock
 * @throws {ServiceError} what stops every source alike
 */
export async function readAvailability(
  run: ItemRun,
  numbers: readonly string[],
  filter: ItemFilter,
): Promise<AvailabilityReading> {
  const known = totalOnlyReason(run);
  if (known !== null) return { kind: 'totalOnly', reason: known };
  const stocks: Stocks = new Map(numbers.map((number) => [number, new ItemStock()]));
  if (numbers.length === 0) return { kind: 'read', stocks };
  const { reader, read } = run;
  const failures = await Promise.all([
    readInto(run, stocks, 'itemLedgerEntries', reader.openItemLedgerEntries(filter, read), (stock, entry) => {
      stock.addEntry(entry.locationCode, entry.remainingQuantity);
    }),
    readInto(run, stocks, 'outstandingSalesLines', reader.outstandingSalesLines(filter, read), takeSalesLine),
    readInto(run, stocks, 'outstandingPurchaseLines', reader.outstandingPurchaseLines(filter, read), takePurchaseLine),
    readInto(run, stocks, 'transferLines', reader.transferLines(filter, read), takeTransferLine),
  ]);
  const failure =
    failures.find((one) => one?.kind === 'totalOnly') ?? failures.find((one) => one !== null) ?? undefined;
  return failure ?? { kind: 'read', stocks };
}
