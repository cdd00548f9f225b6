import * as openInvoice from '../../dataverse/generated/bciOpenInvoice';
import * as customer from '../../dataverse/generated/bciCustomer';
import type { OpenInvoiceSnapshot } from '../sync/snapshotStore';
import type { TableDescription } from './tableDescription';

export const openInvoiceTable: TableDescription<OpenInvoiceSnapshot> = {
  entitySetName: openInvoice.entitySetName,
  logicalName: openInvoice.logicalName,
  primaryKey: openInvoice.primaryKey,
  columns: [
    openInvoice.systemId,
    openInvoice.customerIdValue,
    openInvoice.name,
    openInvoice.invoiceDate,
    openInvoice.postingDate,
    openInvoice.dueDate,
    openInvoice.currencyCode,
    openInvoice.totalAmount,
    openInvoice.remainingAmount,
    openInvoice.remainingAmountLocal,
  ],
  connectionIdValue: openInvoice.connectionIdValue,
  customerIdFilter: openInvoice.customerIdValue,
  keyOf: (row) => ({ [openInvoice.systemId]: row.systemId }),
  read: (row) => ({
    systemId: row.text(openInvoice.systemId) ?? '',
    customerId: row.text(openInvoice.customerIdValue) ?? '',
    invoice: {
      number: row.text(openInvoice.name) ?? '',
      invoiceDate: row.date(openInvoice.invoiceDate),
      postingDate: row.date(openInvoice.postingDate),
      dueDate: row.date(openInvoice.dueDate),
      currencyCode: row.text(openInvoice.currencyCode) ?? '',
      totalAmount: row.number(openInvoice.totalAmount) ?? 0,
      remainingAmount: row.number(openInvoice.remainingAmount) ?? 0,
      remainingAmountLocal: row.number(openInvoice.remainingAmountLocal),
    },
  }),
  write: ({ customerId, invoice }) => ({
    [openInvoice.customerIdBind]: `/${customer.entitySetName}(${customerId})`,
    [openInvoice.name]: invoice.number,
    [openInvoice.invoiceDate]: invoice.invoiceDate,
    [openInvoice.postingDate]: invoice.postingDate,
    [openInvoice.dueDate]: invoice.dueDate,
    [openInvoice.currencyCode]: invoice.currencyCode,
    [openInvoice.totalAmount]: invoice.totalAmount,
    [openInvoice.remainingAmount]: invoice.remainingAmount,
    [openInvoice.remainingAmountLocal]: invoice.remainingAmountLocal,
  }),
};
