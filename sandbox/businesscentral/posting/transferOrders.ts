import type { CalendarDate } from '../ledger/dates';
import { toBaseQuantity } from '../ledger/quantities';
import type { Company } from '../model/company';
import { roundQuantity } from '../model/documents';
import { stockWith } from '../model/items';
import type { TransferLine } from '../model/stockDocuments';
import { itemOf, itemUnit, locationOf, stockedItem } from './itemPlaces';
import { postMovement } from './itemPosting';
import { PostingError } from './postingError';
import { positiveQuantity, shareOut } from './shares';

export interface NewTransferOrder {
  readonly fromCode: string;
  readonly toCode: string;
  /** The company's first in-transit location when left out. */
  readonly inTransitCode?: string;
  /** The work date when left out. */
  readonly shipmentDate?: CalendarDate;
  /** The shipment date when left out. */
  readonly receiptDate?: CalendarDate;
  readonly lines: readonly {
    readonly itemNumber: string;
    readonly quantity: number;
    readonly unitOfMeasureCode?: string;
  }[];
}

/** Makes a transfer order and returns its number. Throws PostingError. */
export function createTransferOrder(company: Company, order: NewTransferOrder): string {
  return company.transaction(() => {
    const route = routeOf(company, order);
    const shipmentDate = order.shipmentDate ?? company.workDate;
    const documentNumber = company.nextNumber('transferOrder');
    for (const [place, { itemNumber, quantity, unitOfMeasureCode }] of order.lines.entries()) {
      const item = stockedItem(company, itemNumber);
      const unit = itemUnit(item, unitOfMeasureCode);
      const line: TransferLine = {
        ...route,
        id: company.newId('transfer line'),
        documentNumber,
        lineNumber: (place + 1) * 10_000,
        itemNumber: item.number,
        unitOfMeasureCode: unit.code,
        quantityPerUnit: unit.quantityPerUnit,
        quantity: positiveQuantity(quantity),
        shipmentDate,
        receiptDate: order.receiptDate ?? shipmentDate,
        shippedQuantity: 0,
        receivedQuantity: 0,
      };
      changeLines(company, item.number, (lines) => [...lines, line]);
    }
    return documentNumber;
  });
}

function routeOf(company: Company, order: NewTransferOrder) {
  const { locations } = company.setup;
  const [fromCode, toCode] = [locationOf(company, order.fromCode), locationOf(company, order.toCode)];
  const inTransitCode = locationOf(
    company,
    order.inTransitCode ?? locations.find(({ isInTransit }) => isInTransit)?.code ?? '',
  );
  const isInTransit = (code: string) => locations.find((location) => location.code === code)?.isInTransit === true;
  if (fromCode === '' || toCode === '' || fromCode === toCode) {
    throw new PostingError('Transfer-from Code and Transfer-to Code must be two different locations.');
  }
  if (!isInTransit(inTransitCode) || isInTransit(fromCode) || isInTransit(toCode)) {
    throw new PostingError(
      `Use As In-Transit must be equal to 'Yes' for the in-transit location '${inTransitCode}' and to 'No' for the others.`,
    );
  }
  return { fromCode, toCode, inTransitCode };
}

/** Ships an order into its in-transit location: so much of its lines, or all. Throws PostingError. */
export function shipTransferOrder(company: Company, number: string, quantity?: number): string {
  return company.transaction(() => {
    const voucher = company.nextNumber('transferShipment');
    const lines = linesOfTransfer(company, number);
    for (const [line, share] of shareOut(lines, (one) => one.quantity - one.shippedQuantity, quantity)) {
      const shipped = { ...line, shippedQuantity: roundQuantity(line.shippedQuantity + share) };
      move(company, line, baseOf(line, shipped.shippedQuantity) - baseOf(line, line.shippedQuantity), {
        documentType: 'Transfer Shipment',
        documentNumber: voucher,
        from: line.fromCode,
        to: line.inTransitCode,
      });
      replaceLine(company, shipped);
    }
    return voucher;
  });
}

/** Receives what is in transit: so much of its lines, or all. A finished order goes. Throws PostingError. */
export function receiveTransferOrder(company: Company, number: string, quantity?: number): string {
  return company.transaction(() => {
    const voucher = company.nextNumber('transferReceipt');
    const lines = linesOfTransfer(company, number);
    for (const [line, share] of shareOut(lines, (one) => one.shippedQuantity - one.receivedQuantity, quantity)) {
      const received = { ...line, receivedQuantity: roundQuantity(line.receivedQuantity + share) };
      move(company, line, baseOf(line, received.receivedQuantity) - baseOf(line, line.receivedQuantity), {
        documentType: 'Transfer Receipt',
        documentNumber: voucher,
        from: line.inTransitCode,
        to: line.toCode,
      });
      replaceLine(company, received);
    }
    removeFinished(company, number);
    return voucher;
  });
}

function linesOfTransfer(company: Company, number: string): readonly TransferLine[] {
  const lines = company.items
    .indexesOfDocument(number)
    .flatMap((index) => company.items.at(index)?.stock.transferLines ?? [])
    .filter(({ documentNumber }) => documentNumber === number)
    .sort((left, right) => left.lineNumber - right.lineNumber);
  if (lines.length === 0) {
    throw new PostingError(`The Transfer Order ${number} does not exist.`);
  }
  return lines;
}

function baseOf(line: TransferLine, quantity: number): number {
  return toBaseQuantity(quantity, line.quantityPerUnit);
}

function move(
  company: Company,
  { itemNumber, unitOfMeasureCode, quantityPerUnit }: TransferLine,
  quantity: number,
  way: {
    readonly documentType: 'Transfer Shipment' | 'Transfer Receipt';
    readonly documentNumber: string;
    readonly from: string;
    readonly to: string;
  },
): void {
  const { documentType, documentNumber, from, to } = way;
  for (const [locationCode, sign] of [
    [from, -1],
    [to, 1],
  ] as const) {
    postMovement(company, {
      itemNumber,
      type: 'Transfer',
      documentType,
      documentNumber,
      sourceType: 'Item',
      sourceNumber: itemNumber,
      postingDate: company.workDate,
      locationCode,
      quantity: sign * quantity,
      unitOfMeasureCode,
      quantityPerUnit,
    });
  }
}

function replaceLine(company: Company, line: TransferLine): void {
  changeLines(company, line.itemNumber, (lines) => lines.map((one) => (one.id === line.id ? line : one)));
}

/** Business Central deletes a transfer order when all of it has been received. */
function removeFinished(company: Company, number: string): void {
  const lines = linesOfTransfer(company, number);
  if (lines.some(({ quantity, receivedQuantity }) => receivedQuantity < quantity)) {
    return;
  }
  for (const itemNumber of new Set(lines.map((line) => line.itemNumber))) {
    changeLines(company, itemNumber, (all) => all.filter(({ documentNumber }) => documentNumber !== number));
  }
}

function changeLines(
  company: Company,
  itemNumber: string,
  change: (lines: readonly TransferLine[]) => readonly TransferLine[],
): void {
  const { index, record } = itemOf(company, itemNumber);
  const transferLines = change(record.stock.transferLines);
  company.changeItem(index, () => ({ item: record.item, stock: stockWith(record.stock, { transferLines }) }));
}
