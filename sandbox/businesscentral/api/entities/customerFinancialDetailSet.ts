import { balanceLocal, dayBefore, overdueLocal, salesLocal } from '../../ledger/figures';
import { EntitySet } from '../entitySet';
import { amount, guid, instant, text } from '../properties';
import { accountSource } from '../accountSource';
import type { AccountRow } from '../rows';

/** What each customer owes, what of it is overdue, and all sales. */
export function customerFinancialDetailSet(): EntitySet<AccountRow> {
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
