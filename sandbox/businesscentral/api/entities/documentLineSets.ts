import { discountOf } from '../../ledger/amounts';
import { amountsOfLine, roundQuantity } from '../../model/documents';
import type { SalesDocument } from '../../model/documents';
import { NULL_GUID } from '../../model/identifiers';
import type { CatalogReference } from '../catalogTypes';
import { EntitySet } from '../entitySet';
import { amount, date, decimal, flag, guid, member, text, whole } from '../properties';
import type { ApiProperty } from '../properties';
import type { RequestContext } from '../requestContext';
import { lineSource } from '../lineSource';
import type { LineRow } from '../rows';
import { LINE_WRITABLE } from './lineBody';
import { removeLine, updateLine } from './lineWrites';
import { absentNavigations } from './notEmulatedMembers';
import { idOfCode, recordOf } from './setupReferences';

/** The lines of orders or of invoices. */
export function lineSet(catalog: CatalogReference, kind: SalesDocument['kind']): EntitySet<LineRow> {
  const setName = kind === 'Order' ? 'salesOrderLines' : 'salesInvoiceLines';
  return new EntitySet<LineRow>({
    setName,
    entityName: setName.slice(0, -1),
    properties: lineProperties(kind),
    source: lineSource(kind === 'Order' ? 'orders' : 'invoices'),
    idOf: ({ line }) => line.id,
    versionOf: ({ document }) => document.version,
    navigations: () => [
      {
        name: kind === 'Order' ? 'salesOrder' : 'salesInvoice',
        open: (row: LineRow, context: RequestContext) =>
          (kind === 'Order' ? catalog().salesOrders : catalog().salesInvoices).bindOne(context, row),
      },
      {
        name: 'item',
        open: ({ company, line }: LineRow, context: RequestContext) => {
          const record = line.type === 'Item' ? company.items.byNumber(line.number) : undefined;
          return catalog().items.bindOne(context, record === undefined ? undefined : { company, record });
        },
      },
      {
        name: 'location',
        open: ({ company, line }: LineRow, context: RequestContext) =>
          catalog().locations.bindOne(context, recordOf(company, company.setup.locations, line.locationCode)),
      },
      ...absentNavigations(setName, ['account', 'unitOfMeasure', 'itemVariant', 'dimensionSetLines']),
    ],
    writable: LINE_WRITABLE,
    update: (_context, row, body) => updateLine(row, body),
    remove: (_context, row) => removeLine(row),
  });
}

function lineProperties(kind: SalesDocument['kind']): readonly ApiProperty<LineRow>[] {
  const precision = ({ company, document }: LineRow) => company.precisionOf(document.currencyCode);
  const amounts = (row: LineRow) => amountsOfLine(row.line, precision(row));
  const quantities: readonly ApiProperty<LineRow>[] = [
    decimal('shippedQuantity', ({ line }) => line.shippedQuantity),
    decimal('invoicedQuantity', ({ line }) => line.invoicedQuantity),
    decimal('invoiceQuantity', ({ line }) => roundQuantity(line.quantity - line.invoicedQuantity)),
    decimal('shipQuantity', ({ line }) => roundQuantity(line.quantity - line.shippedQuantity)),
  ];
  return [
    guid('id', ({ line }) => line.id),
    guid('documentId', ({ document }) => document.id),
    whole('sequence', ({ line }) => line.sequence),
    guid(
      'itemId',
      ({ company, line }) =>
        (line.type === 'Item' ? company.items.byNumber(line.number)?.item.id : undefined) ?? NULL_GUID,
    ),
    guid('accountId', () => NULL_GUID),
    member('lineType', ({ line }) => line.type),
    text('lineObjectNumber', ({ line }) => line.number),
    text('description', ({ line }) => line.description),
    text('description2', ({ line }) => line.description2),
    guid('unitOfMeasureId', ({ company, line }) => idOfCode(company.setup.unitsOfMeasure, line.unitOfMeasureCode)),
    text('unitOfMeasureCode', ({ line }) => line.unitOfMeasureCode),
    decimal('quantity', ({ line }) => line.quantity),
    decimal('unitPrice', ({ line }) => line.unitPrice),
    amount('discountAmount', ({ line }) => discountOf(line.quantity, line.unitPrice, line.discountPercent)),
    decimal('discountPercent', ({ line }) => line.discountPercent),
    flag('discountAppliedBeforeTax', () => false),
    amount('amountExcludingTax', (row) => amounts(row).withoutTax),
    text('taxCode', ({ line }) => (line.type === 'Comment' ? '' : 'STANDARD')),
    decimal('taxPercent', ({ line }) => line.taxPercent),
    amount('totalTaxAmount', (row) => amounts(row).tax),
    amount('amountIncludingTax', (row) => amounts(row).withTax),
    amount('invoiceDiscountAllocation', () => 0),
    amount('netAmount', (row) => amounts(row).withoutTax),
    amount('netTaxAmount', (row) => amounts(row).tax),
    amount('netAmountIncludingTax', (row) => amounts(row).withTax),
    date('shipmentDate', ({ line }) => line.shipmentDate),
    ...(kind === 'Order' ? quantities : []),
    guid('itemVariantId', () => NULL_GUID),
    guid('locationId', ({ company, line }) => idOfCode(company.setup.locations, line.locationCode)),
  ];
}
