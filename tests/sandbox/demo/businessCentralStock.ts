import { isCalendarDate, type CalendarDate } from '../../../domain/calendarDate';
import type { LocationAvailability, ScheduledChange, ScheduleKind } from '../../../domain/itemAvailability';
import { addQuantities, quantity, ZERO, type Quantity } from '../../../domain/quantity';
import type { LocalBusinessCentral } from '../../../sandbox/businesscentral/server';

type Row = Readonly<Record<string, unknown>>;

const text = (row: Row, name: string): string => String(row[name]);
const amount = (row: Row, name: string): Quantity => quantity(String(row[name]));

/** Business Central's empty date is no date. */
function dateOf(row: Row, name: string): CalendarDate | null {
  const value = text(row, name);
  return value !== '0001-01-01' && isCalendarDate(value) ? value : null;
}

async function rowsOf(businessCentral: LocalBusinessCentral, api: string, set: string): Promise<readonly Row[]> {
  const company = businessCentral.companies[0]?.setup.id ?? '';
  const address = businessCentral.apiUrl().replace('/api/v2.0', `/api/${api}`);
  const response = await fetch(`${address}/companies(${company})/${set}`, {
    headers: { authorization: 'Bearer sandbox-business-central' },
  });
  const answer: unknown = await response.json();
  const rows: unknown = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  if (!Array.isArray(rows)) throw new Error(`Business Central does not list ${set}.`);
  return rows.filter((row): row is Row => typeof row === 'object' && row !== null);
}

export interface BusinessCentralItem {
  readonly name: string;
  readonly type: string;
  readonly baseUnit: string;
  /** In all locations. */
  readonly inventory: Quantity;
}

/** Items of the demo company, and their stock by location. */
export interface BusinessCentralStock {
  /** By number. */
  readonly items: ReadonlyMap<string, BusinessCentralItem>;
  locations(itemNumber: string): readonly LocationAvailability[];
}

/** Adds up the lines of Business Central's analytics queries for each item and location, as its pages do. */
export async function businessCentralStock(businessCentral: LocalBusinessCentral): Promise<BusinessCentralStock> {
  const analytics = (set: string): Promise<readonly Row[]> => rowsOf(businessCentral, 'microsoft/analytics/v1.0', set);
  const items = await rowsOf(
    businessCentral,
    'v2.0',
    'items?$select=number,displayName,type,baseUnitOfMeasureCode,inventory',
  );
  const entries = await analytics('itemLedgerEntries?$select=itemNo,locationCode,quantity');
  const sales = await analytics('outstandingSalesLines');
  const purchases = await analytics('outstandingPurchaseLines');
  const transfers = await analytics('transferLines');
  const inTransit = new Set(transfers.map((row) => text(row, 'inTransitLocationCode')));

  return {
    items: new Map(
      items.map((row) => [
        text(row, 'number'),
        {
          type: text(row, 'type'),
          baseUnit: text(row, 'baseUnitOfMeasureCode'),
          name: text(row, 'displayName'),
          inventory: amount(row, 'inventory'),
        },
      ]),
    ),
    locations: (itemNumber) => {
      const found = new Map<string, { inventory: Quantity; schedule: ScheduledChange[] }>();
      const at = (code: string): { inventory: Quantity; schedule: ScheduledChange[] } => {
        const place = found.get(code) ?? { inventory: ZERO, schedule: [] };
        found.set(code, place);
        return place;
      };
      const schedule = (row: Row, code: string, kind: ScheduleKind, column: string, date: string): void => {
        const change = {
          kind,
          quantity: amount(row, column),
          date: dateOf(row, date),
          documentNumber: text(row, 'documentNo'),
        };
        if (change.quantity > 0) at(text(row, code)).schedule.push(change);
      };
      const own = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => text(row, 'itemNo') === itemNumber);
      const isReturn = (row: Row): boolean => text(row, 'documentType').startsWith('Return');
      for (const row of own(entries)) {
        const place = at(text(row, 'locationCode'));
        place.inventory = addQuantities(place.inventory, amount(row, 'quantity'));
      }
      for (const row of own(sales)) {
        schedule(
          row,
          'locationCode',
          isReturn(row) ? 'salesReturn' : 'salesOrder',
          'outstandingQtyBase',
          'shipmentDate',
        );
      }
      for (const row of own(purchases)) {
        schedule(
          row,
          'locationCode',
          isReturn(row) ? 'purchaseReturn' : 'purchaseOrder',
          'outstandingQtyBase',
          'expectedReceiptDate',
        );
      }
      for (const row of own(transfers)) {
        schedule(row, 'transferFromLocationCode', 'transferShipment', 'outstandingQtyBase', 'shipmentDate');
        schedule(row, 'transferToLocationCode', 'transferReceipt', 'outstandingQtyBase', 'receiptDate');
        schedule(row, 'transferToLocationCode', 'inTransit', 'qtyInTransitBase', 'receiptDate');
      }
      return [...found].map(([code, place]) => ({ code, name: code, isInTransit: inTransit.has(code), ...place }));
    },
  };
}
