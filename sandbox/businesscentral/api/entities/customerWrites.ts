import { balanceLocal } from '../../ledger/figures';
import { accountWith } from '../../model/account';
import type { Account, Customer } from '../../model/account';
import type { Company } from '../../model/company';
import { ApiError, dialogError, notEmulated } from '../apiError';
import type { BodyValues } from '../body';
import type { RequestContext } from '../requestContext';
import type { AccountRow } from '../rows';
import { changedCustomer } from './customerBody';

/** Makes a customer without documents. Throws ApiError. */
export function createCustomer({ company }: RequestContext, body: BodyValues): AccountRow {
  const displayName = body.text('displayName');
  if (displayName === undefined) {
    throw dialogError('A "displayName" must be provided.');
  }
  const number = body.text('number') ?? company.nextNumber('customer');
  if (company.accounts.indexOfNumber(number) !== undefined) {
    throw new ApiError(
      400,
      'Internal_EntityWithSameKeyExists',
      `The Customer already exists. Identification fields and values: No.='${number}'`,
    );
  }
  const blank = blankCustomer(company, number, displayName);
  const account = (version: number): Account => ({
    customer: { ...changedCustomer(company, blank, body), version },
    orders: [],
    invoices: [],
    entries: [],
  });
  company.addAccount(account);
  return rowOf(company, number);
}

function blankCustomer(company: Company, number: string, displayName: string): Customer {
  return {
    id: company.newId('customer'),
    number,
    displayName,
    type: 'Company',
    addressLine1: '',
    addressLine2: '',
    city: '',
    state: '',
    country: '',
    postalCode: '',
    contactName: '',
    phoneNumber: '',
    email: '',
    website: '',
    salespersonCode: '',
    creditLimit: 0,
    taxLiable: false,
    taxRegistrationNumber: '',
    taxPercent: 0,
    currencyCode: '',
    paymentTermsCode: '',
    shipmentMethodCode: '',
    blocked: ' ',
    billToCustomerNumber: '',
    modifiedAt: company.now(),
    version: 0,
  };
}

function rowOf(company: Company, number: string): AccountRow {
  const account = company.accounts.byNumber(number);
  if (account === undefined) {
    throw new RangeError(`There is no customer ${number}.`);
  }
  return { company, account };
}

/** Changes a customer; its number stays. Throws ApiError. */
export function updateCustomer({ company }: RequestContext, { account }: AccountRow, body: BodyValues): AccountRow {
  const { number } = account.customer;
  if (body.has('number') && body.text('number') !== number) {
    throw notEmulated('renaming a customer');
  }
  const index = company.accounts.indexOfNumber(number);
  const customer = changedCustomer(company, account.customer, body);
  if (index !== undefined) {
    company.change(index, (version) => accountWith(account, { customer: { ...customer, version } }));
  }
  return rowOf(company, number);
}

/** Deletes a customer that has no unposted documents and owes nothing. Throws ApiError. */
export function removeCustomer({ company }: RequestContext, { account }: AccountRow): void {
  const { number } = account.customer;
  const open =
    account.orders.length > 0 || account.invoices.some(({ ledgerEntryNumber }) => ledgerEntryNumber === undefined);
  if (open) {
    throw dialogError(
      `You cannot delete Customer ${number} because there is at least one outstanding Sales Order for this customer.`,
    );
  }
  if (balanceLocal(account.entries) !== 0) {
    throw dialogError(
      `You cannot delete Customer ${number} because this customer has ledger entries in an open accounting period.`,
    );
  }
  const index = company.accounts.indexOfNumber(number);
  if (index !== undefined) {
    company.change(index, () => undefined);
  }
}
