import { balanceDue } from '../../ledger/figures';
import { NULL_GUID } from '../../model/identifiers';
import type { CatalogReference } from '../catalogTypes';
import { EntitySet } from '../entitySet';
import { amount, calculatedText, flag, guid, instant, member, text } from '../properties';
import type { ApiProperty } from '../properties';
import type { RequestContext } from '../requestContext';
import { accountSource } from '../accountSource';
import type { AccountRow } from '../rows';
import { agedRow } from './agedAccountsReceivableSet';
import { CUSTOMER_WRITABLE } from './customerBody';
import { createCustomer, removeCustomer, updateCustomer } from './customerWrites';
import { absentNavigations } from './notEmulatedMembers';
import { idOfCode, recordOf, shownCurrency } from './setupReferences';

const CUSTOMER_PROPERTIES: readonly ApiProperty<AccountRow>[] = [
  guid('id', ({ account }) => account.customer.id),
  text('number', ({ account }) => account.customer.number),
  text('displayName', ({ account }) => account.customer.displayName),
  member('type', ({ account }) => account.customer.type),
  text('addressLine1', ({ account }) => account.customer.addressLine1),
  text('addressLine2', ({ account }) => account.customer.addressLine2),
  text('city', ({ account }) => account.customer.city),
  text('state', ({ account }) => account.customer.state),
  text('country', ({ account }) => account.customer.country),
  text('postalCode', ({ account }) => account.customer.postalCode),
  text('phoneNumber', ({ account }) => account.customer.phoneNumber),
  text('email', ({ account }) => account.customer.email),
  text('website', ({ account }) => account.customer.website),
  text('salespersonCode', ({ account }) => account.customer.salespersonCode),
  amount('balanceDue', ({ account }) => balanceDue(account.entries)),
  amount('creditLimit', ({ account }) => account.customer.creditLimit),
  flag('taxLiable', ({ account }) => account.customer.taxLiable),
  guid('taxAreaId', () => NULL_GUID),
  calculatedText('taxAreaDisplayName', () => ''),
  calculatedText('taxRegistrationNumber', ({ account }) => account.customer.taxRegistrationNumber),
  guid('currencyId', ({ company, account }) => idOfCode(company.setup.currencies, account.customer.currencyCode)),
  calculatedText('currencyCode', ({ company, account }) => shownCurrency(company, account.customer.currencyCode)),
  guid('paymentTermsId', ({ company, account }) =>
    idOfCode(company.setup.paymentTerms, account.customer.paymentTermsCode),
  ),
  guid('shipmentMethodId', ({ company, account }) =>
    idOfCode(company.setup.shipmentMethods, account.customer.shipmentMethodCode),
  ),
  guid('paymentMethodId', () => NULL_GUID),
  member('blocked', ({ account }) => account.customer.blocked),
  instant('lastModifiedDateTime', ({ account }) => account.customer.modifiedAt),
];

/** Customers, which can be read and written. */
export function customerSet(catalog: CatalogReference): EntitySet<AccountRow> {
  return new EntitySet<AccountRow>({
    setName: 'customers',
    entityName: 'customer',
    properties: CUSTOMER_PROPERTIES,
    source: accountSource((row) => row, { number: 'number', id: 'id' }),
    idOf: ({ account }) => account.customer.id,
    versionOf: ({ account }) => account.customer.version,
    navigations: () => customerNavigations(catalog),
    writable: CUSTOMER_WRITABLE,
    create: createCustomer,
    update: updateCustomer,
    remove: removeCustomer,
  });
}

function customerNavigations(catalog: CatalogReference) {
  const { customerFinancialDetails, agedAccountsReceivables, currencies, paymentTerms, shipmentMethods } = catalog();
  return [
    {
      name: 'customerFinancialDetail',
      open: (row: AccountRow, context: RequestContext) => customerFinancialDetails.bindOne(context, row),
    },
    {
      name: 'agedAccountsReceivable',
      open: ({ company, account }: AccountRow, context: RequestContext) =>
        agedAccountsReceivables.bindOne(
          context,
          agedRow(company, account, { asOf: company.workDate, periodLength: '30D' }),
        ),
    },
    {
      name: 'currency',
      open: ({ company, account }: AccountRow, context: RequestContext) =>
        currencies.bindOne(context, recordOf(company, company.setup.currencies, account.customer.currencyCode)),
    },
    {
      name: 'paymentTerm',
      open: ({ company, account }: AccountRow, context: RequestContext) =>
        paymentTerms.bindOne(context, recordOf(company, company.setup.paymentTerms, account.customer.paymentTermsCode)),
    },
    {
      name: 'shipmentMethod',
      open: ({ company, account }: AccountRow, context: RequestContext) =>
        shipmentMethods.bindOne(
          context,
          recordOf(company, company.setup.shipmentMethods, account.customer.shipmentMethodCode),
        ),
    },
    ...absentNavigations('customers', [
      'paymentMethod',
      'picture',
      'defaultDimensions',
      'contactsInformation',
      'documentAttachments',
    ]),
  ];
}
