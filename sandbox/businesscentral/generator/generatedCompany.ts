import { demoSetup } from '../demo/setup';
import type { CalendarDate } from '../ledger/dates';
import { Company } from '../model/company';
import type { Clock } from '../model/company';
import type { CompanySetup } from '../model/setup';
import { firstEntryNumber } from './entryNumbers';
import { GeneratedAccounts } from './generatedAccounts';

export interface GeneratedCompanyOptions {
  readonly customers: number;
  readonly seed?: string;
  readonly name?: string;
  /** The company's local currency; GBP when left out. */
  readonly localCurrencyCode?: string;
}

/** A company of any size, whose customers, documents and entries follow from the seed. */
export function generatedCompany(
  { customers, seed = 'seed', name = 'CRONUS Generated Ltd.', localCurrencyCode = 'GBP' }: GeneratedCompanyOptions,
  clock: Clock,
  workDate: CalendarDate | undefined,
): Company {
  const today = workDate ?? new Date(clock()).toISOString().slice(0, 10);
  const base = demoSetup(name, localCurrencyCode, today);
  const setup: CompanySetup = {
    ...base,
    numberSeries: {
      customer: { prefix: 'N', first: 1 },
      order: { prefix: 'NSO', first: 1 },
      invoice: { prefix: 'NSI', first: 1 },
      postedInvoice: { prefix: 'NPSI', first: 1 },
      creditMemo: { prefix: 'NCM', first: 1 },
      payment: { prefix: 'NP', first: 1 },
    },
    // Entry numbers of generated accounts end here.
    firstLedgerEntryNumber: firstEntryNumber(customers),
  };
  return new Company(setup, new GeneratedAccounts(seed, customers, setup, today), clock, workDate);
}
