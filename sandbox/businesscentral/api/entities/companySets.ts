import type { Company } from '../../model/company';
import { NULL_GUID, stableId } from '../../model/identifiers';
import type { Catalog } from '../catalogTypes';
import { EntitySet } from '../entitySet';
import { calculatedText, date, flag, guid, instant, text } from '../properties';
import type { ApiProperty } from '../properties';
import { listSource } from '../listSource';

const SYSTEM_VERSION = '26.0.0.0';

/** The companies of the environment; they stand at the root of every API. */
export function companySet(companies: readonly Company[]): EntitySet<Company> {
  return new EntitySet<Company>({
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
  });
}

/** The sets that show the company itself. */
export function companySets(
  companies: readonly Company[],
): Pick<Catalog, 'companies' | 'generalLedgerSetup' | 'companyInformation'> {
  return {
    companies: companySet(companies),
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
