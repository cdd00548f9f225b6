import { calculated, guid, text } from '../properties';
import type { ApiProperty } from '../properties';
import type { DocumentRow } from '../rows';

/** Who a document was sold to, whose account is not always the one it lies in. */
export function sellTo({ company, account, document }: DocumentRow) {
  return document.sellToCustomerNumber === account.customer.number
    ? account.customer
    : (company.accounts.byNumber(document.sellToCustomerNumber)?.customer ?? account.customer);
}

/** The address of one of the parties; on some pages it cannot be filtered by. */
export function address(prefix: string, state: 'calculated' | 'field'): readonly ApiProperty<DocumentRow>[] {
  const of = (row: DocumentRow) => (prefix === 'billTo' ? row.account.customer : sellTo(row));
  const properties = [
    text<DocumentRow>(`${prefix}AddressLine1`, (row) => of(row).addressLine1),
    text<DocumentRow>(`${prefix}AddressLine2`, (row) => of(row).addressLine2),
    text<DocumentRow>(`${prefix}City`, (row) => of(row).city),
    text<DocumentRow>(`${prefix}Country`, (row) => of(row).country),
    text<DocumentRow>(`${prefix}State`, (row) => of(row).state),
    text<DocumentRow>(`${prefix}PostCode`, (row) => of(row).postalCode),
  ];
  return state === 'calculated' ? properties.map(calculated) : properties;
}

/** Who buys, who pays, who receives: the same on orders and invoices. */
export const PARTIES: readonly ApiProperty<DocumentRow>[] = [
  guid('customerId', (row) => sellTo(row).id),
  text('customerNumber', ({ document }) => document.sellToCustomerNumber),
  text('customerName', (row) => sellTo(row).displayName),
  text('billToName', ({ account }) => account.customer.displayName),
  guid('billToCustomerId', ({ account }) => account.customer.id),
  text('billToCustomerNumber', ({ document }) => document.billToCustomerNumber),
  text('shipToName', (row) => sellTo(row).displayName),
  text('shipToContact', (row) => sellTo(row).contactName),
  ...address('sellTo', 'field'),
];
