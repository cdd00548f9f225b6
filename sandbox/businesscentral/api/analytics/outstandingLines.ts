import type { BaseQuantity } from '../../ledger/quantities';
import type { CalendarDate } from '../../ledger/dates';
import type { Company } from '../../model/company';
import type { ItemRecord } from '../../model/items';
import { inTransitBase, outstandingBase } from '../../model/stockDocuments';
import type { StockOrderLine, TransferLine } from '../../model/stockDocuments';

/** Outstanding lines of one document that are equal in all but their quantities. */
export interface OutstandingRow {
  readonly documentNumber: string;
  readonly documentType: 'Order' | 'Return Order';
  readonly partnerNumber: string;
  readonly itemNumber: string;
  readonly outstanding: BaseQuantity;
  readonly date: CalendarDate;
  readonly locationCode: string;
  readonly quantityPerUnit: number;
  readonly unitOfMeasureCode: string;
}

/** What customers wait for and what they send back. Source: query 36975. */
export function outstandingSales(company: Company, { item, stock }: ItemRecord): readonly OutstandingRow[] {
  const ordered = company.accounts.indexesOfItem(item.number).flatMap((index): readonly OutstandingRow[] =>
    (company.accounts.at(index)?.orders ?? []).flatMap((document) =>
      document.lines
        .filter(({ type, number }) => type === 'Item' && number === item.number)
        .map((line) => ({
          documentNumber: document.number,
          documentType: 'Order',
          partnerNumber: document.sellToCustomerNumber,
          itemNumber: item.number,
          outstanding: outstandingBase(line, line.shippedQuantity),
          date: line.shipmentDate,
          locationCode: line.locationCode,
          quantityPerUnit: line.quantityPerUnit,
          unitOfMeasureCode: line.unitOfMeasureCode,
        })),
    ),
  );
  return grouped([...ordered, ...linesOf(stock.orderLines, 'Sales Return Order')]);
}

/** What vendors owe us and what they get back. Source: query 36973. */
export function outstandingPurchases(_company: Company, { stock }: ItemRecord): readonly OutstandingRow[] {
  return grouped([
    ...linesOf(stock.orderLines, 'Purchase Order'),
    ...linesOf(stock.orderLines, 'Purchase Return Order'),
  ]);
}

function linesOf(lines: readonly StockOrderLine[], kind: StockOrderLine['kind']): readonly OutstandingRow[] {
  return lines
    .filter((line) => line.kind === kind)
    .map((line) => ({
      documentNumber: line.documentNumber,
      documentType: kind === 'Purchase Order' ? 'Order' : 'Return Order',
      partnerNumber: line.partnerNumber,
      itemNumber: line.itemNumber,
      outstanding: outstandingBase(line, line.handledQuantity),
      date: line.date,
      locationCode: line.locationCode,
      quantityPerUnit: line.quantityPerUnit,
      unitOfMeasureCode: line.unitOfMeasureCode,
    }));
}

/** The fixed filter of the queries, and one row for lines that are equal in all but the sum. */
function grouped(lines: readonly OutstandingRow[]): readonly OutstandingRow[] {
  const open = lines.filter(({ outstanding }) => outstanding > 0);
  if (open.length < 2) {
    return open;
  }
  const groups = new Map<string, OutstandingRow>();
  for (const line of open) {
    const key = JSON.stringify({ ...line, outstanding: 0 });
    const known = groups.get(key);
    groups.set(key, known === undefined ? line : { ...known, outstanding: known.outstanding + line.outstanding });
  }
  return [...groups.values()];
}

/** Lines of one transfer order that are equal in all but their quantities. */
export interface TransferRow {
  readonly line: TransferLine;
  readonly inTransit: BaseQuantity;
  readonly outstanding: BaseQuantity;
}

/**
 * Lines of transfer orders. What a shipment splits off for the in-transit location ("Derived From Line No." not 0)
 * is never kept, so all lines are shown. Source: query 36977.
 */
export function transferRows(_company: Company, { stock }: ItemRecord): readonly TransferRow[] {
  const groups = new Map<string, TransferRow>();
  for (const line of stock.transferLines) {
    const { documentNumber, unitOfMeasureCode, fromCode, toCode, inTransitCode, shipmentDate, receiptDate } = line;
    const key = JSON.stringify([
      documentNumber,
      unitOfMeasureCode,
      fromCode,
      toCode,
      inTransitCode,
      shipmentDate,
      receiptDate,
    ]);
    const known = groups.get(key);
    groups.set(key, {
      line,
      inTransit: (known?.inTransit ?? 0) + inTransitBase(line),
      outstanding: (known?.outstanding ?? 0) + outstandingBase(line, line.shippedQuantity),
    });
  }
  return [...groups.values()];
}
