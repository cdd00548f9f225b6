import { formatDate, formatInstant, formatMoney, formatNumber } from './formatting';
import { asReference } from './rowOwner';
import type { RecordStore } from './store';
import type { UserSettings } from './userSettings';
import { labelIn } from '../metadata/labels';
import type { Column, MoneyColumn } from '../metadata/columns';
import type { CatalogReader } from '../metadata/catalog';
import type { Row, RowReference, RowValue } from '../metadata/rows';

/** What formatting needs to know besides the value. */
export interface FormattingContext {
  readonly catalog: CatalogReader;
  readonly store: RecordStore;
  readonly settings: UserSettings;
}

/**
 * The value as the user reads it (annotation OData.Community.Display.V1.FormattedValue); undefined for columns that
 * have none, such as text. Source: learn.microsoft.com, "Select columns using OData", Formatted values.
 */
export function formattedValue(
  context: FormattingContext,
  column: Column,
  value: RowValue,
  row: Row,
): string | undefined {
  if (value === null) return undefined;
  const { settings } = context;
  switch (column.type) {
    case 'lookup':
    case 'customer':
    case 'owner': {
      const reference = asReference(value);
      return reference === undefined ? undefined : nameOf(context, reference);
    }
    case 'picklist':
    case 'state':
    case 'status':
    case 'multiselect':
      return optionLabels(column.optionSet.options, value, settings.language);
    case 'boolean':
      return labelIn((value === true ? column.trueOption : column.falseOption).label, settings.language);
    case 'datetime':
      if (typeof value !== 'string') return undefined;
      return column.behavior === 'dateOnly'
        ? formatDate(value, settings)
        : formatInstant(
            value,
            column.format === 'dateOnly',
            column.behavior === 'timeZoneIndependent' ? { ...settings, timeZone: 'UTC' } : settings,
          );
    case 'integer':
    case 'bigint':
      return typeof value === 'number' ? formatNumber(value, 0, settings) : undefined;
    case 'decimal':
    case 'double':
      return typeof value === 'number' ? formatNumber(value, column.precision, settings) : undefined;
    case 'money':
      return typeof value === 'number' ? amount(context, column, value, row) : undefined;
    default:
      return undefined;
  }
}

/** The primary name of the row that a reference points to; an empty text when it is gone or has none. */
export function nameOf(context: FormattingContext, reference: RowReference): string | undefined {
  const column = context.catalog.table(reference.table)?.primaryNameColumn;
  const name = column === undefined ? undefined : context.store.row(reference.table, reference.id)?.[column];
  return typeof name === 'string' ? name : undefined;
}

function optionLabels(
  options: readonly { readonly value: number; readonly label: ReadonlyMap<number, string> }[],
  value: RowValue,
  language: number,
): string | undefined {
  const values = Array.isArray(value) ? value : [value];
  const labels = values.map((one) => {
    const option = options.find((candidate) => candidate.value === one);
    return option === undefined ? undefined : labelIn(option.label, language);
  });
  const known = labels.filter((label) => label !== undefined);
  return known.length === 0 ? undefined : known.join('; ');
}

function amount(context: FormattingContext, column: MoneyColumn, value: number, row: Row): string {
  const reference = asReference(row.transactioncurrencyid);
  const isBase = column.calculationOf !== undefined;
  const [organization] = context.store.rows('organization');
  const currencyId = isBase ? asReference(organization?.basecurrencyid)?.id : reference?.id;
  const currency = currencyId === undefined ? undefined : context.store.row('transactioncurrency', currencyId);
  const symbol = currency?.currencysymbol;
  const own = currency?.currencyprecision;
  const places = column.precisionSource === 2 && typeof own === 'number' ? own : column.precision;
  return formatMoney(value, places, typeof symbol === 'string' ? symbol : '', context.settings);
}
