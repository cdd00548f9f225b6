import { localeOf, type Language } from '../app/session';
import { dayOf, storedDay } from '../dataverse/days';
import type { ColumnDefinition } from '../dataverse/metadata';
import type { Entered } from '../dataverse/record';
import { textOf, type Row } from '../dataverse/webApi';

function symbolOf(language: Language, type: 'decimal' | 'group'): string {
  const parts = new Intl.NumberFormat(localeOf[language]).formatToParts(12345.6);
  return parts.find((part) => part.type === type)?.value ?? '';
}

/** What an editor of the cell begins with: the whole value, not its rounded form. */
export function editText(column: ColumnDefinition, row: Row, language: Language): string {
  const stored = row[column.name];
  if (typeof stored === 'number') return String(stored).replace('.', symbolOf(language, 'decimal'));
  const text = textOf(row, column.name);
  return column.kind === 'date' ? (dayOf(column, text) ?? '') : text;
}

/** A number in the user's notation; undefined when it is none. */
export function parseNumber(text: string, language: Language): number | undefined {
  const decimal = symbolOf(language, 'decimal');
  const group = symbolOf(language, 'group');
  // French groups by a narrow space that no keyboard has.
  const plain = text
    .replace(/\s/g, '')
    .split(group.trim() === '' ? ' ' : group)
    .join('')
    .split(decimal)
    .join('.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** What was typed as a value of the column; undefined when it is no number but has to be. */
export function enteredText(column: ColumnDefinition, text: string, language: Language): Entered | undefined {
  if (text.trim() === '') return null;
  if (column.kind === 'number') return parseNumber(text, language);
  return column.kind === 'date' ? storedDay(column, text) : text;
}
