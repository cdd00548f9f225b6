import { toHundredths } from '../../ledger/amounts';
import type { Customer } from '../../model/account';
import type { Company } from '../../model/company';
import { dialogError } from '../apiError';
import type { BodyValues, Writable } from '../body';
import { conditionsOf, currencyOf } from './setupReferences';

/** What POST and PATCH take of a customer. */
export const CUSTOMER_WRITABLE: Writable = {
  number: { length: 20 },
  displayName: { length: 100 },
  type: { members: ['Company', 'Person'] },
  addressLine1: { length: 100 },
  addressLine2: { length: 50 },
  city: { length: 30 },
  state: { length: 30 },
  country: { length: 10 },
  postalCode: { length: 20 },
  phoneNumber: { length: 30 },
  email: { length: 80 },
  website: {},
  salespersonCode: { length: 20 },
  creditLimit: {},
  taxLiable: {},
  taxRegistrationNumber: { length: 50 },
  currencyId: {},
  currencyCode: { length: 10 },
  paymentTermsId: {},
  shipmentMethodId: {},
  blocked: { members: [' ', 'Ship', 'Invoice', 'All'] },
};

/** The customer as a body changes it, under its old version. Throws ApiError. */
export function changedCustomer(company: Company, customer: Customer, body: BodyValues): Customer {
  if (body.text('displayName') === '') {
    throw dialogError('The blank "displayName" is not allowed.');
  }
  const { paymentTermsCode, shipmentMethodCode } = conditionsOf(company, body);
  const creditLimit = body.number('creditLimit');
  const blocked = ([' ', 'Ship', 'Invoice', 'All'] as const).find((one) => one === body.text('blocked'));
  const textOf = (name: keyof Customer, old: string) => body.text(name) ?? old;
  return {
    ...customer,
    displayName: textOf('displayName', customer.displayName),
    type: body.text('type') === 'Person' ? 'Person' : body.has('type') ? 'Company' : customer.type,
    addressLine1: textOf('addressLine1', customer.addressLine1),
    addressLine2: textOf('addressLine2', customer.addressLine2),
    city: textOf('city', customer.city),
    state: textOf('state', customer.state),
    country: textOf('country', customer.country),
    postalCode: textOf('postalCode', customer.postalCode),
    phoneNumber: textOf('phoneNumber', customer.phoneNumber),
    email: textOf('email', customer.email),
    website: textOf('website', customer.website),
    salespersonCode: textOf('salespersonCode', customer.salespersonCode),
    taxRegistrationNumber: textOf('taxRegistrationNumber', customer.taxRegistrationNumber),
    creditLimit: creditLimit === undefined ? customer.creditLimit : toHundredths(creditLimit),
    taxLiable: body.flag('taxLiable') ?? customer.taxLiable,
    currencyCode: currencyOf(company, body) ?? customer.currencyCode,
    paymentTermsCode: paymentTermsCode ?? customer.paymentTermsCode,
    shipmentMethodCode: shipmentMethodCode ?? customer.shipmentMethodCode,
    blocked: blocked ?? customer.blocked,
    modifiedAt: company.now(),
  };
}
