import type { SalesDocument } from '../../model/documents';
import type { CatalogReference } from '../catalogTypes';
import type { RequestContext } from '../requestContext';
import { linesOf } from '../lineSource';
import type { DocumentRow } from '../rows';
import { createLine } from './lineWrites';
import { absentNavigations } from './notEmulatedMembers';
import { recordOf } from './setupReferences';

/** What a sales document leads to: its lines, its customer and its conditions. */
export function documentNavigations(catalog: CatalogReference, kind: SalesDocument['kind']) {
  const { customers, currencies, paymentTerms, shipmentMethods, salesOrderLines, salesInvoiceLines } = catalog();
  const [name, lines] =
    kind === 'Order'
      ? (['salesOrderLines', salesOrderLines] as const)
      : (['salesInvoiceLines', salesInvoiceLines] as const);
  return [
    {
      name,
      open: (row: DocumentRow, context: RequestContext) =>
        lines.bindMany(
          context,
          () => linesOf(row),
          (_context, body) => createLine(row, body),
        ),
    },
    {
      name: 'customer',
      open: (row: DocumentRow, context: RequestContext) => {
        const account = row.company.accounts.byNumber(row.document.sellToCustomerNumber);
        return customers.bindOne(context, account === undefined ? undefined : { company: row.company, account });
      },
    },
    {
      name: 'currency',
      open: ({ company, document }: DocumentRow, context: RequestContext) =>
        currencies.bindOne(context, recordOf(company, company.setup.currencies, document.currencyCode)),
    },
    {
      name: 'paymentTerm',
      open: ({ company, document }: DocumentRow, context: RequestContext) =>
        paymentTerms.bindOne(context, recordOf(company, company.setup.paymentTerms, document.paymentTermsCode)),
    },
    {
      name: 'shipmentMethod',
      open: ({ company, document }: DocumentRow, context: RequestContext) =>
        shipmentMethods.bindOne(context, recordOf(company, company.setup.shipmentMethods, document.shipmentMethodCode)),
    },
    ...absentNavigations(kind === 'Order' ? 'salesOrders' : 'salesInvoices', [
      'dimensionSetLines',
      'pdfDocument',
      'attachments',
      'documentAttachments',
      'dimensionValue',
    ]),
  ];
}
