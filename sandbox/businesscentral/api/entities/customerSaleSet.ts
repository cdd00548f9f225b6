import { addDays, isCalendarDate } from '../../ledger/dates';
import { salesLocal } from '../../ledger/figures';
import { ApiError, notEmulated } from '../apiError';
import type { SalesRow } from '../catalogTypes';
import type { Condition } from '../conditions';
import { EntitySet } from '../entitySet';
import { amount, guid, text } from '../properties';
import { accountSource } from '../accountSource';

/** What was sold to each customer between the days that the filter names. */
export function customerSaleSet(): EntitySet<SalesRow> {
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
