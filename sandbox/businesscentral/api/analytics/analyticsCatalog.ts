import { EMPTY_DATE } from '../../ledger/dates';
import { fromBaseQuantity } from '../../ledger/quantities';
import type { Company } from '../../model/company';
import type { EntitySet } from '../entitySet';
import { companySet } from '../entities/companySets';
import { entryRows } from '../entities/itemSets';
import { rowsOfItems } from '../itemSource';
import { amount, date, decimal, flag, member, text, whole } from '../properties';
import type { ItemEntryRow } from '../rows';
import { items, locations } from './masterData';
import { outstandingPurchases, outstandingSales, transferRows } from './outstandingLines';
import type { OutstandingRow, TransferRow } from './outstandingLines';
import { query } from './query';

/** Entity sets of `api/microsoft/analytics/v1.0` that this emulation does not have. */
export const NOT_EMULATED_ANALYTICS: ReadonlySet<string> = new Set([
  'assemblyHeaders',
  'assemblyLines',
  'customerLedgerEntries',
  'customers',
  'inventoryProdOrderComponentLines',
  'inventoryProdOrderLines',
  'itemCategories',
  'itemJobPlanningLines',
  'itemOutstandingSalesLines',
  'itemShippedNotInvoicedSalesLines',
  'orderServiceLines',
  'planningComponentLines',
  'requisitionLines',
  'salesLines',
  'salespersonPurchasers',
  'vendors',
  'warehouseEntries',
]);

/** The emulated entity sets of `api/microsoft/analytics/v1.0`: queries without keys, read-only. */
export function createAnalyticsCatalog(companies: readonly Company[]) {
  return {
    companies: companySet(companies),
    itemLedgerEntries: itemLedgerEntries(),
    outstandingSalesLines: outstandingSalesLines(),
    outstandingPurchaseLines: outstandingPurchaseLines(),
    transferLines: transferLines(),
    locations: locations(),
    items: items(),
  };
}

function itemLedgerEntries(): EntitySet<ItemEntryRow> {
  return query<ItemEntryRow>({
    setName: 'itemLedgerEntries',
    entityName: 'itemLedgerEntry',
    properties: [
      whole('entryNo', ({ entry }) => entry.number),
      member('entryType', ({ entry }) => entry.type),
      member('sourceType', ({ entry }) => entry.sourceType),
      text('sourceNo', ({ entry }) => entry.sourceNumber),
      text('documentNo', ({ entry }) => entry.documentNumber),
      member('documentType', ({ entry }) => entry.documentType),
      date('postingDate', ({ entry }) => entry.postingDate),
      text('itemNo', ({ record }) => record.item.number),
      text('locationCode', ({ entry }) => entry.locationCode),
      text('serialNo', () => ''),
      date('expirationDate', () => EMPTY_DATE),
      text('lotNo', () => ''),
      decimal('quantity', ({ entry }) => fromBaseQuantity(entry.quantity)),
      text('unitOfMeasureCode', ({ entry }) => entry.unitOfMeasureCode),
      decimal('remainingQuantity', ({ entry }) => fromBaseQuantity(entry.remainingQuantity)),
      amount('costAmountActual', ({ entry }) => entry.costAmount),
      amount('salesAmountActual', ({ entry }) => entry.salesAmount),
      whole('dimensionSetID', () => 0),
      flag('open', ({ entry }) => entry.remainingQuantity !== 0),
      flag('positive', ({ entry }) => entry.quantity > 0),
      decimal('invoicedQuantity', ({ entry }) => fromBaseQuantity(entry.invoicedQuantity)),
      decimal('qtyPerUnitOfMeasure', ({ entry }) => entry.quantityPerUnit),
    ],
    source: rowsOfItems('itemNo', entryRows),
  });
}

function outstandingSalesLines(): EntitySet<OutstandingRow> {
  return query<OutstandingRow>({
    setName: 'outstandingSalesLines',
    entityName: 'outstandingSalesLine',
    properties: [
      text('documentNo', ({ documentNumber }) => documentNumber),
      member('documentType', ({ documentType }) => documentType),
      text('sellToCustomerNo', ({ partnerNumber }) => partnerNumber),
      text('itemNo', ({ itemNumber }) => itemNumber),
      decimal('outstandingQtyBase', ({ outstanding }) => fromBaseQuantity(outstanding)),
      date('shipmentDate', (row) => row.date),
      text('locationCode', ({ locationCode }) => locationCode),
      whole('dimensionSetID', () => 0),
      decimal('qtyPerUnitOfMeasure', ({ quantityPerUnit }) => quantityPerUnit),
      text('unitOfMeasureCode', ({ unitOfMeasureCode }) => unitOfMeasureCode),
    ],
    source: rowsOfItems('itemNo', outstandingSales),
  });
}

function outstandingPurchaseLines(): EntitySet<OutstandingRow> {
  return query<OutstandingRow>({
    setName: 'outstandingPurchaseLines',
    entityName: 'outstandingPurchaseLine',
    properties: [
      text('itemNo', ({ itemNumber }) => itemNumber),
      decimal('outstandingQtyBase', ({ outstanding }) => fromBaseQuantity(outstanding)),
      date('expectedReceiptDate', (row) => row.date),
      text('locationCode', ({ locationCode }) => locationCode),
      text('buyFromVendorNo', ({ partnerNumber }) => partnerNumber),
      text('documentNo', ({ documentNumber }) => documentNumber),
      member('documentType', ({ documentType }) => documentType),
      whole('dimensionSetID', () => 0),
      decimal('qtyPerUnitOfMeasure', ({ quantityPerUnit }) => quantityPerUnit),
      text('unitOfMeasureCode', ({ unitOfMeasureCode }) => unitOfMeasureCode),
    ],
    source: rowsOfItems('itemNo', outstandingPurchases),
  });
}

function transferLines(): EntitySet<TransferRow> {
  return query<TransferRow>({
    setName: 'transferLines',
    entityName: 'transferLine',
    properties: [
      text('documentNo', ({ line }) => line.documentNumber),
      text('itemNo', ({ line }) => line.itemNumber),
      text('inTransitLocationCode', ({ line }) => line.inTransitCode),
      text('transferToLocationCode', ({ line }) => line.toCode),
      text('transferFromLocationCode', ({ line }) => line.fromCode),
      decimal('qtyInTransitBase', ({ inTransit }) => fromBaseQuantity(inTransit)),
      decimal('outstandingQtyBase', ({ outstanding }) => fromBaseQuantity(outstanding)),
      date('receiptDate', ({ line }) => line.receiptDate),
      date('shipmentDate', ({ line }) => line.shipmentDate),
      whole('dimensionSetID', () => 0),
      decimal('qtyPerUnitOfMeasure', ({ line }) => line.quantityPerUnit),
      text('unitOfMeasureCode', ({ line }) => line.unitOfMeasureCode),
    ],
    source: rowsOfItems('itemNo', transferRows),
  });
}
