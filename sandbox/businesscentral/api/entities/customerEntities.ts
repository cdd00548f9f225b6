import { toHundredths } from '../../ledger/amounts';
import { addDays, isCalendarDate } from '../../ledger/dates';
import { agedAmounts, balanceDue, balanceLocal, dayBefore, overdueLocal, salesLocal } from '../../ledger/figures';
import type { AgedAmounts } from '../../ledger/figures';
import type { Account, Customer } from '../../model/account';
import type { Company } from '../../model/company';
import { NULL_GUID } from '../../model/identifiers';
import { ApiError, dialogError, notEmulated } from '../apiError';
import type { BodyValues, Writable } from '../body';
import type { AgedRow, Catalog, CatalogReference } from '../catalogTypes';
import type { Condition } from '../conditions';
import { EntitySet } from '../entitySet';
import type { PositionedRow, RowSource, SourceQuery } from '../entity';
import { amount, calculatedText, date, flag, guid, instant, member, text } from '../properties';
import type { RequestContext } from '../requestContext';
import { accountSource } from '../sources';
import type { AccountRow } from '../sources';

/** The GUID of the record with this code; the null GUID for no code. */
export function idOfCode(records: readonly { readonly id: string; readonly code: string }[], code: string): string {
  return records.find((record) => record.code === code)?.id ?? NULL_GUID;
}

/** A blank currency is shown as the local one. */
export function shownCurrency(company: Company, code: string): string {
  return code === '' ? company.setup.localCurrencyCode : code;
}

const WRITABLE: Writable = {
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

export function customerSets(
  catalog: CatalogReference,
): Pick<Catalog, 'customers' | 'customerFinancialDetails' | 'agedAccountsReceivables' | 'customerSales'> {
  return {
    customers: customers(catalog),
    customerFinancialDetails: financialDetails(),
    agedAccountsReceivables: agedAccountsReceivables(),
    customerSales: customerSales(),
  };
}

function customers(catalog: CatalogReference): EntitySet<AccountRow> {
  return new EntitySet<AccountRow>({
    setName: 'customers',
    entityName: 'customer',
    properties: [
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
    ],
    source: accountSource((row) => row, { number: 'number', id: 'id' }),
    idOf: ({ account }) => account.customer.id,
    versionOf: ({ account }) => account.customer.version,
    navigations: () => customerNavigations(catalog),
    writable: WRITABLE,
    create: createCustomer,
    update: updateCustomer,
    remove: removeCustomer,
  });
}

function customerNavigations(catalog: CatalogReference) {
  const { customerFinancialDetails, agedAccountsReceivables, currencies, paymentTerms, shipmentMethods } = catalog();
  const absent = (name: string) => ({
    name,
    open: () => {
      throw notEmulated(`the navigation property '${name}' of customers`);
    },
  });
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
    ...['paymentMethod', 'picture', 'defaultDimensions', 'contactsInformation', 'documentAttachments'].map(absent),
  ];
}

/** The record of a setup list that has this code, with its company. */
export function recordOf<T extends { readonly code: string }>(company: Company, records: readonly T[], code: string) {
  const record = records.find((candidate) => candidate.code === code);
  return record === undefined ? undefined : { company, record };
}

function codeOf(
  records: readonly { readonly id: string; readonly code: string }[],
  id: string | undefined,
  unknown: string,
): string | undefined {
  if (id === undefined || id === NULL_GUID) {
    return id === undefined ? undefined : '';
  }
  const record = records.find((candidate) => candidate.id === id);
  if (record === undefined) {
    throw dialogError(unknown);
  }
  return record.code;
}

/** The currency that a body names by its id, its code or both; empty for the local one. Throws ApiError. */
export function currencyOf(company: Company, body: BodyValues): string | undefined {
  const { currencies, localCurrencyCode } = company.setup;
  const byId = codeOf(currencies, body.text('currencyId'), 'The "currencyId" does not match to a Currency.');
  const code = body.text('currencyCode');
  const byCode = code === localCurrencyCode ? '' : code;
  if (byCode !== undefined && byCode !== '' && !currencies.some((currency) => currency.code === byCode)) {
    throw dialogError('The "currencyCode" does not match to a Currency.');
  }
  if (byId !== undefined && byId !== '' && byCode !== undefined && byCode !== byId) {
    throw dialogError('The currency values do not match to a specific Currency.');
  }
  return byCode ?? byId;
}

/** The terms and the shipment method that a body names by id. Throws ApiError. */
export function conditionsOf(company: Company, body: BodyValues) {
  return {
    paymentTermsCode: codeOf(
      company.setup.paymentTerms,
      body.text('paymentTermsId'),
      'The "paymentTermsId" does not match to a Payment Terms.',
    ),
    shipmentMethodCode: codeOf(
      company.setup.shipmentMethods,
      body.text('shipmentMethodId'),
      'The "shipmentMethodId" does not match to a Shipment Method.',
    ),
  };
}

function createCustomer({ company }: RequestContext, body: BodyValues): AccountRow {
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
  const blank: Customer = {
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
  const account = (version: number): Account => ({
    customer: { ...changedCustomer(company, blank, body), version },
    orders: [],
    invoices: [],
    entries: [],
  });
  company.addAccount(account);
  return rowOf(company, number);
}

function rowOf(company: Company, number: string): AccountRow {
  const account = company.accounts.byNumber(number);
  if (account === undefined) {
    throw new RangeError(`There is no customer ${number}.`);
  }
  return { company, account };
}

function changedCustomer(company: Company, customer: Customer, body: BodyValues): Customer {
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

function updateCustomer({ company }: RequestContext, { account }: AccountRow, body: BodyValues): AccountRow {
  const { number } = account.customer;
  if (body.has('number') && body.text('number') !== number) {
    throw notEmulated('renaming a customer');
  }
  const index = company.accounts.indexOfNumber(number);
  const customer = changedCustomer(company, account.customer, body);
  if (index !== undefined) {
    company.change(index, (version) => ({ ...account, customer: { ...customer, version } }));
  }
  return rowOf(company, number);
}

function removeCustomer({ company }: RequestContext, { account }: AccountRow): void {
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

function financialDetails(): EntitySet<AccountRow> {
  return new EntitySet<AccountRow>({
    setName: 'customerFinancialDetails',
    entityName: 'customerFinancialDetail',
    properties: [
      guid('id', ({ account }) => account.customer.id),
      text('number', ({ account }) => account.customer.number),
      amount('balance', ({ account }) => balanceLocal(account.entries)),
      amount('totalSalesExcludingTax', ({ company, account }) =>
        salesLocal(account.entries, undefined, dayBefore(company.workDate)),
      ),
      amount('overdueAmount', ({ company, account }) => overdueLocal(account.entries, company.workDate)),
      instant('lastModifiedDateTime', ({ account }) => account.customer.modifiedAt),
    ],
    source: accountSource((row) => row, { number: 'number', id: 'id' }),
    idOf: ({ account }) => account.customer.id,
    versionOf: ({ account }) => account.customer.version,
  });
}

function agedAccountsReceivables(): EntitySet<AgedRow> {
  return new EntitySet<AgedRow>({
    setName: 'agedAccountsReceivables',
    entityName: 'agedAccountsReceivable',
    properties: [
      guid('customerId', ({ account }) => account?.customer.id ?? NULL_GUID),
      text('customerNumber', ({ account }) => account?.customer.number ?? ''),
      text('name', ({ account }) => account?.customer.displayName ?? 'Total'),
      text('currencyCode', ({ account }) => account?.customer.currencyCode ?? ''),
      amount('balanceDue', (row) => {
        const aged = row.aged();
        return aged.current + aged.period1 + aged.period2 + aged.period3;
      }),
      amount('currentAmount', (row) => row.aged().current),
      text('period1Label', ({ periodLength }) => periodLabel(periodLength, 1)),
      amount('period1Amount', (row) => row.aged().period1),
      text('period2Label', ({ periodLength }) => periodLabel(periodLength, 2)),
      amount('period2Amount', (row) => row.aged().period2),
      text('period3Label', ({ periodLength }) => periodLabel(periodLength, 3)),
      amount('period3Amount', (row) => row.aged().period3),
      date('agedAsOfDate', ({ asOf }) => asOf),
      text('periodLengthFilter', ({ periodLength }) => periodLength),
    ],
    parameters: ['agedAsOfDate', 'periodLengthFilter'],
    source: agedSource(),
    idOf: ({ account }) => account?.customer.id ?? NULL_GUID,
    versionOf: ({ account, asOf }) => `${account?.customer.version ?? 0} ${asOf}`,
  });
}

/** The row of a customer, or of the total when there is none. */
function agedRow(
  company: Company,
  account: Account | undefined,
  { asOf, periodLength }: Pick<AgedRow, 'asOf' | 'periodLength'>,
): AgedRow {
  let aged: AgedAmounts | undefined;
  return {
    company,
    account,
    asOf,
    periodLength,
    aged: () =>
      (aged ??=
        account === undefined
          ? totalOf(company, asOf, periodLength)
          : agedAmounts(account.entries, asOf, periodLength)),
  };
}

function totalOf({ accounts }: Company, asOf: string, periodLength: string): AgedAmounts {
  const total = { current: 0, period1: 0, period2: 0, period3: 0 };
  for (let index = 0; index < accounts.end; index += 1) {
    const aged = agedAmounts(accounts.at(index)?.entries ?? [], asOf, periodLength);
    total.current += aged.current;
    total.period1 += aged.period1;
    total.period2 += aged.period2;
    total.period3 += aged.period3;
  }
  return total;
}

function periodLabel(periodLength: string, period: 1 | 2 | 3): string {
  const days = /^(\d+)D$/.exec(periodLength)?.[1];
  if (days === undefined) {
    return `Period ${period}`;
  }
  const length = Number(days);
  return period === 3 ? `Over ${length * 2} days` : `${period === 1 ? 0 : length + 1} - ${length * period} days`;
}

/** All customers and, at the end, the row of the total. Source: codeunit Graph Mgt - Reports. */
function agedSource(): RowSource<AgedRow> {
  const customersOf = accountSource<AgedRow>(
    ({ company, account }, { parameters }) => agedRow(company, account, agingParameters(company, parameters)),
    { number: 'customerNumber', id: 'customerId' },
  );
  const total = ({ company }: RequestContext, { parameters }: SourceQuery): AgedRow =>
    agedRow(company, undefined, agingParameters(company, parameters));
  return {
    *rows(context, query): Iterable<PositionedRow<AgedRow>> {
      if (query.after === 'total') {
        return;
      }
      yield* customersOf.rows(context, query);
      yield { position: 'total', row: total(context, query) };
    },
    at: (context, position, query) =>
      position === 'total' ? total(context, query) : customersOf.at(context, position, query),
    find: (context, id) => customersOf.find(context, id),
    count: (context) => context.company.accounts.count + 1,
  };
}

function agingParameters(company: Company, parameters: readonly Condition[]): Pick<AgedRow, 'asOf' | 'periodLength'> {
  const valueOf = (property: string) => {
    const condition = parameters.find((one) => one.property === property);
    if (condition !== undefined && condition.operator !== 'eq') {
      throw notEmulated(`the operator ${condition.operator} on ${property}`);
    }
    return condition?.value;
  };
  const periodLength = valueOf('periodLengthFilter') ?? '30D';
  if (!/^\d{1,3}[DWMY]$/.test(periodLength)) {
    throw dialogError(`The period length '${periodLength}' is not valid.`);
  }
  return { asOf: valueOf('agedAsOfDate') ?? company.workDate, periodLength };
}

function customerSales(): Catalog['customerSales'] {
  return new EntitySet({
    setName: 'customerSales',
    entityName: 'customerSale',
    properties: [
      guid('customerId', ({ account }) => account.customer.id),
      text('customerNumber', ({ account }) => account.customer.number),
      text('name', ({ account }) => account.customer.displayName),
      amount('totalSalesAmount', ({ account, from, to }) => salesLocal(account.entries, from, to)),
      { name: 'dateFilter_FilterOnly', type: 'Date', read: () => null, filterOnly: true },
    ],
    parameters: ['dateFilter_FilterOnly'],
    source: accountSource(
      ({ company, account }, { parameters }) => ({ company, account, ...salesPeriod(parameters) }),
      { number: 'customerNumber', id: 'customerId' },
    ),
    idOf: ({ account }) => account.customer.id,
  });
}

/** The days that the conditions on `dateFilter_FilterOnly` leave, both included. */
function salesPeriod(conditions: readonly Condition[]): { from: string | undefined; to: string | undefined } {
  let from: string | undefined;
  let to: string | undefined;
  for (const { operator, value } of conditions) {
    if (!isCalendarDate(value)) {
      throw new ApiError(400, 'BadRequest', 'Unable to convert value to Date');
    }
    if (operator === 'ge' || operator === 'gt' || operator === 'eq') {
      const day = operator === 'gt' ? addDays(value, 1) : value;
      from = from === undefined || day > from ? day : from;
    }
    if (operator === 'le' || operator === 'lt' || operator === 'eq') {
      const day = operator === 'lt' ? addDays(value, -1) : value;
      to = to === undefined || day < to ? day : to;
    }
    if (operator === 'ne' || operator === 'has') {
      throw notEmulated(`the operator ${operator} on dateFilter_FilterOnly`);
    }
  }
  return { from, to };
}
