import { agedAmounts } from '../../ledger/figures';
import type { AgedAmounts } from '../../ledger/figures';
import type { Account } from '../../model/account';
import type { Company } from '../../model/company';
import { NULL_GUID } from '../../model/identifiers';
import { dialogError, notEmulated } from '../apiError';
import type { AgedRow } from '../catalogTypes';
import type { Condition } from '../conditions';
import type { PositionedRow, RowSource, SourceQuery } from '../entity';
import { EntitySet } from '../entitySet';
import { amount, date, guid, text } from '../properties';
import type { RequestContext } from '../requestContext';
import { accountSource } from '../accountSource';

/** The balance of each customer by age, with their total at the end. */
export function agedAccountsReceivableSet(): EntitySet<AgedRow> {
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
export function agedRow(
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
