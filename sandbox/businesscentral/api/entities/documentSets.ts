import { cancelInvoice, postInvoice } from '../../posting/invoices';
import { shipAndInvoiceOrder } from '../../posting/orders';
import { dialogError } from '../apiError';
import type { CatalogReference } from '../catalogTypes';
import { EntitySet } from '../entitySet';
import { documentSource } from '../documentSource';
import type { DocumentRow } from '../rows';
import { DOCUMENT_WRITABLE } from './documentBody';
import { documentNavigations } from './documentNavigations';
import { INVOICE_PROPERTIES, ORDER_PROPERTIES } from './documentProperties';
import { createSalesDocument, removeSalesDocument, updateSalesDocument } from './documentWrites';
import { absentActions } from './notEmulatedMembers';

/** Orders that are not wholly invoiced. Without the right to read them there is an error of its own. */
export function salesOrderSet(catalog: CatalogReference): EntitySet<DocumentRow> {
  return new EntitySet<DocumentRow>({
    setName: 'salesOrders',
    entityName: 'salesOrder',
    properties: ORDER_PROPERTIES,
    source: documentSource('orders', () => true),
    idOf: ({ document }) => document.id,
    versionOf: ({ document }) => document.version,
    navigations: () => documentNavigations(catalog, 'Order'),
    checkRead: ({ permissions }) => {
      if (permissions.denied.has('salesOrders')) {
        throw dialogError('You do not have permissions to read Sales Orders.');
      }
    },
    writable: { ...DOCUMENT_WRITABLE, orderDate: {}, requestedDeliveryDate: {} },
    create: ({ company }, body) => createSalesDocument(company, 'Order', body),
    update: (_context, row, body) => updateSalesDocument(row, body),
    remove: (_context, row) => removeSalesDocument(row),
    actions: { shipAndInvoice: ({ company }, { document }) => shipAndInvoiceOrder(company, document.id) },
  });
}

/** Drafts and posted invoices. Without the right to read them the list is empty. */
export function salesInvoiceSet(catalog: CatalogReference): EntitySet<DocumentRow> {
  return new EntitySet<DocumentRow>({
    setName: 'salesInvoices',
    entityName: 'salesInvoice',
    properties: INVOICE_PROPERTIES,
    source: documentSource('invoices', (_document, { permissions }) => !permissions.denied.has('salesInvoices')),
    idOf: ({ document }) => document.id,
    versionOf: ({ document, account }) =>
      `${document.version} ${account.entries.find(({ number }) => number === document.ledgerEntryNumber)?.details.length ?? 0}`,
    navigations: () => documentNavigations(catalog, 'Invoice'),
    writable: {
      ...DOCUMENT_WRITABLE,
      invoiceDate: {},
      dueDate: {},
      customerPurchaseOrderReference: { length: 35 },
    },
    create: ({ company }, body) => createSalesDocument(company, 'Invoice', body),
    update: (_context, row, body) => updateSalesDocument(row, body),
    remove: (_context, row) => removeSalesDocument(row),
    actions: {
      post: ({ company }, { document }) => postInvoice(company, document.id),
      cancel: ({ company }, { document }) => cancelInvoice(company, document.id),
      ...absentActions(['postAndSend', 'send', 'cancelAndSend', 'makeCorrectiveCreditMemo']),
    },
  });
}
