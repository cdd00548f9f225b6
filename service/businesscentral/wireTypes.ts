import { LosslessNumber } from 'lossless-json';
import { z } from 'zod';
import { isCalendarDate, type CalendarDate } from '../../domain/calendarDate';

/** How API v2.0 writes values, and what they become. Source: Business Central API v2.0, data types. */

const NULL_GUID = '00000000-0000-0000-0000-000000000000';
const EMPTY_DATE = '0001-01-01';

/** The exact digits that were sent. */
export const decimal = z
  .union([z.number(), z.instanceof(LosslessNumber)], { error: 'expected a number' })
  .transform(String);

/** In lower case; all zeros is an id that is missing. */
export const guid = z
  .guid('expected a GUID')
  .transform((text) => text.toLowerCase())
  .refine((text) => text !== NULL_GUID, 'expected a GUID, found none');

/** All zeros means "none". */
export const guidOrNull = z
  .guid('expected a GUID')
  .transform((text) => (text === NULL_GUID ? null : text.toLowerCase()));

/** 0001-01-01 means "no date". */
export const dayOrNull = z.string().transform((text, context): CalendarDate | null => {
  if (text === '' || text === EMPTY_DATE) return null;
  if (isCalendarDate(text)) return text;
  context.addIssue({ code: 'custom', message: 'expected a date' });
  return z.NEVER;
});

export const day = dayOrNull.transform((date, context): CalendarDate => {
  if (date !== null) return date;
  context.addIssue({ code: 'custom', message: 'expected a date, found none' });
  return z.NEVER;
});

/** `_x0020_` is a blank: characters that XML names do not allow are written `_xHHHH_`; older answers write them plain. */
export function decodeEnum(text: string): string {
  return text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_match, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .trim();
}

/** The name of an enum's member; '' for the blank one. */
export const enumName = z.string().transform(decodeEnum);

/** "30D" in days. */
export const periodInDays = z
  .string()
  .regex(/^\d{1,4}D$/, 'expected a period in days, such as 30D')
  .transform((text) => Number.parseInt(text, 10));

/** "2:2" are the lowest and highest number of decimal places. */
export const decimalPlaces = z
  .string()
  .regex(/^(\d:)?\d$/, 'expected decimal places, such as 2:2')
  .transform((text) => Number(text.slice(-1)));
