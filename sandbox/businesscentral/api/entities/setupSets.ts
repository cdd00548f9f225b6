import { addMonths } from '../../ledger/dates';
import type { Company } from '../../model/company';
import { NULL_GUID, stableId } from '../../model/identifiers';
import type { AccountingPeriod, Catalog, SetupRow } from '../catalogTypes';
import { EntitySet } from '../entitySet';
import { date, decimal, flag, guid, instant, text } from '../properties';
import type { ApiProperty } from '../properties';
import { listSource } from '../listSource';

type Identified<T> = T & { readonly id: string };

/** A set of records of the company's setup: `id` first, `lastModifiedDateTime` last. */
function setupSet<T>(
  setName: string,
  entityName: string,
  list: (company: Company) => readonly Identified<T>[],
  properties: readonly ApiProperty<SetupRow<Identified<T>>>[],
): EntitySet<SetupRow<Identified<T>>> {
  return new EntitySet({
    setName,
    entityName,
    properties: [
      guid('id', ({ record }) => record.id),
      ...properties,
      instant('lastModifiedDateTime', ({ company }) => company.setup.createdAt),
    ],
    source: listSource(
      (company) => list(company).map((record) => ({ company, record })),
      ({ record }) => record.id,
    ),
    idOf: ({ record }) => record.id,
    versionOf: () => 1,
  });
}

/** The lists of a company's setup. */
export function setupSets(): Pick<
  Catalog,
  | 'salespeoplePurchasers'
  | 'paymentTerms'
  | 'shipmentMethods'
  | 'currencies'
  | 'currencyExchangeRates'
  | 'accountingPeriods'
  | 'itemVariants'
  | 'locations'
  | 'unitsOfMeasure'
> {
  return {
    salespeoplePurchasers: setupSet('salespeoplePurchasers', 'salespersonPurchaser', ({ setup }) => setup.salespeople, [
      text('code', ({ record }) => record.code),
      text('displayName', ({ record }) => record.displayName),
      text('email', ({ record }) => record.email),
      text('email2', () => ''),
      text('phoneNo', ({ record }) => record.phoneNumber),
      text('jobTitle', ({ record }) => record.jobTitle),
      decimal('commisionPercent', ({ record }) => record.commissionPercent),
      flag('privacyBlocked', () => false),
      flag('blocked', ({ record }) => record.blocked),
    ]),
    paymentTerms: setupSet('paymentTerms', 'paymentTerm', ({ setup }) => setup.paymentTerms, [
      text('code', ({ record }) => record.code),
      text('displayName', ({ record }) => record.displayName),
      text('dueDateCalculation', ({ record }) => record.dueDateCalculation),
      text('discountDateCalculation', ({ record }) => record.discountDateCalculation),
      decimal('discountPercent', ({ record }) => record.discountPercent),
      flag('calculateDiscountOnCreditMemos', ({ record }) => record.calculateDiscountOnCreditMemos),
    ]),
    shipmentMethods: setupSet('shipmentMethods', 'shipmentMethod', ({ setup }) => setup.shipmentMethods, [
      text('code', ({ record }) => record.code),
      text('displayName', ({ record }) => record.displayName),
    ]),
    currencies: setupSet('currencies', 'currency', ({ setup }) => setup.currencies, [
      text('code', ({ record }) => record.code),
      text('displayName', ({ record }) => record.displayName),
      text('symbol', ({ record }) => record.symbol),
      text('amountDecimalPlaces', ({ record }) => record.amountDecimalPlaces),
      decimal('amountRoundingPrecision', ({ record }) => record.amountRoundingPrecision),
    ]),
    currencyExchangeRates: setupSet(
      'currencyExchangeRates',
      'currencyExchangeRate',
      ({ setup }) => setup.exchangeRates,
      [
        text('currencyCode', ({ record }) => record.currencyCode),
        date('startingDate', ({ record }) => record.startingDate),
        decimal('exchangeRateAmount', ({ record }) => record.exchangeRateAmount),
        text('relationalCurrencyCode', () => ''),
        decimal('relationalExchangeRateAmount', ({ record }) => record.relationalExchangeRateAmount),
      ],
    ),
    accountingPeriods: setupSet('accountingPeriods', 'accountingPeriod', accountingPeriodsOf, [
      date('startingDate', ({ record }) => record.startingDate),
      text('name', ({ record }) => record.name),
      flag('newFiscalYear', ({ record }) => record.newFiscalYear),
      flag('closed', () => false),
      flag('dateLocked', () => false),
    ]),
    ...stockSetupSets(),
  };
}

/** The lists that stock is kept by. */
function stockSetupSets(): Pick<Catalog, 'itemVariants' | 'locations' | 'unitsOfMeasure'> {
  return {
    itemVariants: setupSet('itemVariants', 'itemVariant', ({ setup }) => setup.itemVariants, [
      guid('itemId', ({ company, record }) => company.items.byNumber(record.itemNumber)?.item.id ?? NULL_GUID),
      text('itemNumber', ({ record }) => record.itemNumber),
      text('code', ({ record }) => record.code),
      text('description', ({ record }) => record.description),
    ]),
    locations: setupSet('locations', 'location', ({ setup }) => setup.locations, [
      text('code', ({ record }) => record.code),
      text('displayName', ({ record }) => record.displayName),
      text('contact', ({ record }) => record.contact),
      text('addressLine1', ({ record }) => record.addressLine1),
      text('addressLine2', ({ record }) => record.addressLine2),
      text('city', ({ record }) => record.city),
      text('state', () => ''),
      text('country', ({ record }) => record.country),
      text('postalCode', ({ record }) => record.postalCode),
      text('phoneNumber', ({ record }) => record.phoneNumber),
      text('email', () => ''),
      text('website', () => ''),
    ]),
    unitsOfMeasure: setupSet('unitsOfMeasure', 'unitOfMeasure', ({ setup }) => setup.unitsOfMeasure, [
      text('code', ({ record }) => record.code),
      text('displayName', ({ record }) => record.displayName),
      text('internationalStandardCode', ({ record }) => record.internationalStandardCode),
      text('symbol', ({ record }) => record.symbol),
    ]),
  };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Monthly periods from the beginning of the year before last to the end of next year, and one more that closes it. */
function accountingPeriodsOf(company: Company): readonly AccountingPeriod[] {
  const first = addMonths(company.fiscalYearStart(company.workDate), -24);
  return Array.from({ length: 49 }, (_period, index) => {
    const startingDate = addMonths(first, index);
    return {
      id: stableId(company.setup.id, 'accounting period', startingDate),
      startingDate,
      name: MONTHS[Number(startingDate.slice(5, 7)) - 1] ?? '',
      newFiscalYear: index % 12 === 0,
    };
  });
}
