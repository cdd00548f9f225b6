import { z } from 'zod';
import { itemSources } from '../businesscentral/itemSources';
import { pathOf, sources } from '../businesscentral/sources';
import type { HttpClient } from '../http/httpClient';
import type { BusinessCentralEnvironment, CompanyRecord, ReadOptions } from '../sync/ports';
import {
  examine,
  failed,
  passed,
  sentence,
  skipped,
  warning,
  type Check,
  type CheckSubject,
  type Finding,
} from './check';

const ACCESS = { id: 'businessCentral.access', title: 'Business Central accepts the sign-in' };
const COMPANY = { id: 'businessCentral.company', title: 'Business Central company' };

/** What each entity set is read for: when it is missing, that is what stays "not available". */
const PURPOSES: Readonly<Record<string, string>> = {
  companyInformation: 'local currency',
  accountingPeriods: 'fiscal years',
  currencies: 'rounding of foreign currencies',
  currencyExchangeRates: 'orders and invoices in foreign currency',
  paymentTerms: 'payment terms',
  salespeoplePurchasers: 'salespeople',
  customers: 'everything',
  customerFinancialDetails: 'balance and overdue amount',
  agedAccountsReceivables: 'ageing',
  customerSales: 'sales of this and last fiscal year',
  salesOrders: 'outstanding orders',
  salesInvoices: 'open invoices',
  items: 'items and the total of each',
  locations: 'names of locations',
  itemLedgerEntries: 'stock by location',
  outstandingSalesLines: 'quantities on sales orders',
  outstandingPurchaseLines: 'quantities on purchase orders',
  transferLines: 'quantities on transfer orders',
};

const ANALYTICS_CURE =
  'Give the application the permission set "PowerBi Report Basic", in a version of Business Central with the API microsoft/analytics/v1.0. Until then only the total of each item is known.';

const allSources = [...Object.values(sources), ...Object.values(itemSources)];

export function permissionSubject(entitySet: string): CheckSubject {
  return { id: `businessCentral.read.${entitySet}`, title: `Business Central may read ${entitySet}` };
}

export const entitySets: readonly string[] = [...new Set(allSources.map(({ entitySet }) => entitySet))];

export function checkAccess(
  environment: BusinessCentralEnvironment,
  options: ReadOptions,
): Promise<Finding<readonly CompanyRecord[]>> {
  return examine(ACCESS, async () => {
    const companies = await environment.companies(options);
    const count = companies.length === 1 ? '1 company' : `${companies.length} companies`;
    return { check: passed(ACCESS, `${count} can be seen.`), value: companies };
  });
}

/** The company that BCI_COMPANY names, or the only one, or the first of several. */
export function checkCompany(companies: readonly CompanyRecord[], wanted: string | null): Finding<CompanyRecord> {
  const names = companies.map(({ name }) => name).join(', ');
  if (wanted === null) {
    const [first] = companies;
    if (first === undefined) {
      const cure = 'Give the application a permission set in at least one company.';
      return { checks: [failed(COMPANY, 'permission', 'No company can be seen.', cure)], value: null };
    }
    return { checks: [passed(COMPANY, sentence(companies.length === 1 ? names : `One of: ${names}`))], value: first };
  }
  const text = wanted.toLowerCase();
  const found = companies.find((company) =>
    [company.id, company.name, company.displayName].some((name) => name.toLowerCase() === text),
  );
  if (found !== undefined) return { checks: [passed(COMPANY, sentence(found.name))], value: found };
  const what = 'BCI_COMPANY names no company that can be seen.';
  const cure = sentence(`Set BCI_COMPANY to one of: ${names === '' ? '(none can be seen)' : names}`);
  return { checks: [failed(COMPANY, 'config', what, cure)], value: null };
}

const anyPage = z.object({ value: z.array(z.unknown()) });

/** Reads one row of every entity set, one by one: which of them are permitted. */
export async function checkEntitySets(
  client: HttpClient,
  company: CompanyRecord,
  { lane, signal }: ReadOptions,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const source of allSources) {
    const subject = permissionSubject(source.entitySet);
    if (checks.some(({ id }) => id === subject.id)) continue;
    const finding = await examine(subject, async () => {
      await client.send({
        method: 'GET',
        path: pathOf(company.id, source, { top: 1 }),
        lane,
        signal,
        headers: { 'Accept-Language': 'en-US' },
        parse: (body) => anyPage.parse(body),
      });
      return { check: passed(subject, `Read for: ${PURPOSES[source.entitySet] ?? source.entitySet}.`), value: true };
    });
    checks.push(...finding.checks.map((check) => ('root' in source ? asTotalOnly(check) : check)));
  }
  return checks;
}

/** Without the analytics API everything works but stock by location. */
function asTotalOnly(check: Check): Check {
  const isLasting = check.kind === 'permission' || check.kind === 'refused';
  return check.state === 'failed' && isLasting ? warning(check, check.what, ANALYTICS_CURE, check.why) : check;
}

export function skipEntitySets(why: string): readonly Check[] {
  return entitySets.map((entitySet) => skipped(permissionSubject(entitySet), why));
}

export function skipCompany(why: string): Check {
  return skipped(COMPANY, why);
}

export function skipAccess(why: string): Check {
  return skipped(ACCESS, why);
}
