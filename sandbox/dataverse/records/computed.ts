import { asReference } from './rowOwner';
import { roundTo } from './values';
import type { RecordStore } from './store';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** Columns that the platform fills from others of the same row: full names, composite addresses, base amounts. */
export function computedValues(store: RecordStore, table: Table, row: Row): Row {
  return { ...fullName(table, row), ...compositeAddresses(table, row), ...baseAmounts(store, table, row) };
}

function fullName(table: Table, row: Row): Row {
  if (!table.columns.has('fullname') || !table.columns.has('lastname')) return {};
  const parts = [row.firstname, row.lastname].filter((part): part is string => typeof part === 'string' && part !== '');
  return { fullname: parts.length === 0 ? null : parts.join(' ') };
}

function compositeAddresses(table: Table, row: Row): Row {
  const values: Record<string, RowValue> = {};
  for (const name of ['address1', 'address2', 'address3']) {
    if (!table.columns.has(`${name}_composite`)) continue;
    const part = (suffix: string): string => {
      const value = row[`${name}_${suffix}`];
      return typeof value === 'string' ? value : '';
    };
    const region = [part('stateorprovince'), part('postalcode')].filter(Boolean).join(' ');
    const place = [part('city'), region].filter(Boolean).join(', ');
    const lines = [part('line1'), part('line2'), part('line3'), place, part('country')].filter(Boolean);
    values[`${name}_composite`] = lines.length === 0 ? null : lines.join('\r\n');
  }
  return values;
}

/** Amounts in the organization's base currency: the amount divided by the row's exchange rate. */
function baseAmounts(store: RecordStore, table: Table, row: Row): Row {
  if (!table.columns.has('transactioncurrencyid')) return {};
  const values: Record<string, RowValue> = {};
  const currency = asReference(row.transactioncurrencyid) ?? baseCurrency(store, table, row);
  if (currency === undefined) return values;
  const rate = store.row('transactioncurrency', currency.id)?.exchangerate;
  const exchangeRate = typeof rate === 'number' && rate > 0 ? rate : 1;
  values.transactioncurrencyid = currency;
  if (table.columns.has('exchangerate')) values.exchangerate = exchangeRate;
  for (const column of table.columns.values()) {
    if (column.type !== 'money' || column.calculationOf === undefined) continue;
    const amount = row[column.calculationOf];
    values[column.logicalName] = typeof amount === 'number' ? roundTo(amount / exchangeRate, 4) : null;
  }
  return values;
}

/** The currency of a row that holds an amount but names no currency. */
function baseCurrency(store: RecordStore, table: Table, row: Row): ReturnType<typeof asReference> {
  const holdsAmount = [...table.columns.values()].some(
    (column) => column.type === 'money' && typeof row[column.logicalName] === 'number',
  );
  if (!holdsAmount) return undefined;
  for (const organization of store.rows('organization')) return asReference(organization.basecurrencyid);
  return undefined;
}
