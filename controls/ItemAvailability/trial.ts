import { isCalendarDate, utcDay, type CalendarDate } from '../../domain/calendarDate';
import { parseQuantity, type Quantity } from '../../domain/quantity';
import type { QuantityFormats } from '../shared/quantityFormats';
import type { Inputs } from './manifestTypes';

const MILLISECONDS_PER_MINUTE = 60_000;

/** What the seller tries out, as it stands in the fields. */
export interface Trial {
  /** As typed, in the user's own way of writing numbers. */
  readonly quantity: string;
  /** YYYY-MM-DD; '' for today. */
  readonly date: string;
  /** `null`: all locations. '' is the blank location. */
  readonly location: string | null;
}

/** @returns `undefined` for a text that is no quantity above zero, `null` for none at all */
export function triedQuantity(text: string, decimalSeparator: string): Quantity | null | undefined {
  const typed = text.replace(/\s/g, '');
  if (typed === '') return null;
  const [whole = '', fraction = '', ...rest] = typed.split(decimalSeparator);
  // Separators of thousands only where they belong: "1,5" is no way to write 15.
  const isGrouped = /^\d{1,3}([.,'’٬]\d{3})+$/.test(whole);
  const digits = isGrouped ? whole.replace(/\D/g, '') : whole;
  const value = rest.length > 0 ? null : parseQuantity(`${digits || 0}.${fraction || 0}`);
  return value !== null && value > 0 ? value : undefined;
}

/** @returns `undefined` for a text that is no day; a day that is past counts as today */
export function triedDate(text: string, today: CalendarDate): CalendarDate | undefined {
  if (text === '') return today;
  if (!isCalendarDate(text)) return undefined;
  return text < today ? today : text;
}

/** A DateOnly value arrives as midnight of the user's day in the browser's time zone. */
function dayOf(date: Date | null | undefined): string {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) return '';
  return utcDay(date.getTime() - date.getTimezoneOffset() * MILLISECONDS_PER_MINUTE);
}

/** What the form gives to try. Inputs that are not configured are empty. */
export function givenTrial({ quantity, date, location }: Inputs, quantities: QuantityFormats): Trial {
  const amount = quantity.raw === null ? null : parseQuantity(quantity.raw);
  const code = location.raw?.trim().toUpperCase() ?? '';
  return {
    quantity: amount !== null && amount > 0 ? quantities.plain(amount) : '',
    date: dayOf(date.raw),
    location: code === '' ? null : code,
  };
}
