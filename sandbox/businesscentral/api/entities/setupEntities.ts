import { addMonths } from '../../ledger/dates';
import type { Company } from '../../model/company';
import { NULL_GUID, stableId } from '../../model/identifiers';
import type { AccountingPeriod, Catalog, SetupRow } from '../catalogTypes';
import { EntitySet } from '../entitySet';
import { calculatedText, date, decimal, flag, guid, instant, text } from '../properties';
import type { ApiProperty } from '../properties';
import { listSource } from '../sources';

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

export function setupSets(): Pick<
  Catalog,
  | 'salespeoplePurchasers'
  | 'paymentTerms'
  | 'shipmentMethods'
  | 'currencies'
  | 'currencyExchangeRates'
  | 'accountingPeriods'
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

const SYSTEM_VERSION = '26.0.0.0';

/** The sets that show the company itself. */
export function companySets(
  companies: readonly Company[],
): Pick<Catalog, 'companies' | 'generalLedgerSetup' | 'companyInformation'> {
  return {
    companies: new EntitySet<Company>({
      setName: 'companies',
      entityName: 'company',
      properties: [
        guid('id', ({ setup }) => setup.id),
        text('systemVersion', () => SYSTEM_VERSION),
        { name: 'timestamp', type: 'Int64', read: (company) => companies.indexOf(company) + 1 },
        text('name', ({ setup }) => setup.name),
        text('displayName', ({ setup }) => setup.displayName),
        text('businessProfileId', () => ''),
        instant('systemCreatedAt', ({ setup }) => setup.createdAt),
        guid('systemCreatedBy', () => NULL_GUID),
        instant('systemModifiedAt', ({ setup }) => setup.createdAt),
        guid('systemModifiedBy', () => NULL_GUID),
      ],
      source: listSource(
        () => companies,
        ({ setup }) => setup.id,
      ),
      idOf: ({ setup }) => setup.id,
    }),
    generalLedgerSetup: new EntitySet<Company>({
      setName: 'generalLedgerSetup',
      entityName: 'generalLedgerSetup',
      properties: [
        guid('id', ({ setup }) => stableId(setup.id, 'general ledger setup')),
        date('allowPostingFrom', () => '0001-01-01'),
        date('allowPostingTo', () => '0001-01-01'),
        text('additionalReportingCurrency', () => ''),
        text('localCurrencyCode', ({ setup }) => setup.localCurrencyCode),
        text('localCurrencySymbol', ({ setup }) => setup.localCurrencySymbol),
        instant('lastModifiedDateTime', ({ setup }) => setup.createdAt),
        flag('allowQueryFromConsolidation', () => false),
      ],
      source: listSource(
        (company) => [company],
        ({ setup }) => stableId(setup.id, 'general ledger setup'),
      ),
      idOf: ({ setup }) => stableId(setup.id, 'general ledger setup'),
      versionOf: () => 1,
    }),
    companyInformation: new EntitySet<Company>({
      setName: 'companyInformation',
      entityName: 'companyInformation',
      properties: companyInformationProperties(),
      source: listSource(
        (company) => [company],
        ({ setup }) => stableId(setup.id, 'company information'),
      ),
      idOf: ({ setup }) => stableId(setup.id, 'company information'),
      versionOf: () => 1,
    }),
  };
}

function companyInformationProperties(): readonly ApiProperty<Company>[] {
  return [
    guid('id', ({ setup }) => stableId(setup.id, 'company information')),
    text('displayName', ({ setup }) => setup.displayName),
    text('addressLine1', ({ setup }) => setup.address.addressLine1),
    text('addressLine2', ({ setup }) => setup.address.addressLine2),
    text('city', ({ setup }) => setup.address.city),
    text('state', ({ setup }) => setup.address.state),
    text('country', ({ setup }) => setup.address.country),
    text('postalCode', ({ setup }) => setup.address.postalCode),
    text('phoneNumber', ({ setup }) => setup.address.phoneNumber),
    text('faxNumber', ({ setup }) => setup.address.faxNumber),
    text('email', ({ setup }) => setup.address.email),
    text('website', ({ setup }) => setup.address.website),
    calculatedText('taxRegistrationNumber', ({ setup }) => setup.address.taxRegistrationNumber),
    calculatedText('currencyCode', ({ setup }) => setup.localCurrencyCode),
    {
      name: 'currentFiscalYearStartDate',
      type: 'Date',
      read: (company) => company.fiscalYearStart(company.workDate),
      calculated: true,
    },
    text('industry', () => ''),
    calculatedText('experience', () => 'Premium'),
    instant('lastModifiedDateTime', ({ setup }) => setup.createdAt),
  ];
}
