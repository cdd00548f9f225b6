import { notCovered } from './dataverseError';
import { asReference } from './rowOwner';
import type { RecordStore } from './store';
import type { Row, RowValue } from '../metadata/rows';

/** How a user wants to see dates, numbers and labels. */
export interface UserSettings {
  /** Language of labels (LCID). */
  readonly language: number;
  /** IANA name of the time zone. */
  readonly timeZone: string;
  /** .NET patterns, e.g. `dd/MM/yyyy` and `HH:mm`; `/` and `:` stand for the separators. */
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly decimalSymbol: string;
  readonly groupSeparator: string;
  /** 0 Sunday … 6 Saturday. */
  readonly firstDayOfWeek: number;
}

/** Dataverse's time zone codes (timezonedefinition.timezonecode) that the sandbox knows. */
const timeZones: Readonly<Record<number, string>> = {
  4: 'America/Los_Angeles',
  10: 'America/Denver',
  20: 'America/Chicago',
  35: 'America/New_York',
  85: 'Europe/London',
  92: 'UTC',
  95: 'Europe/Belgrade',
  100: 'Europe/Warsaw',
  105: 'Europe/Paris',
  110: 'Europe/Berlin',
  125: 'Europe/Helsinki',
  190: 'Asia/Kolkata',
  210: 'Asia/Shanghai',
  235: 'Asia/Tokyo',
  255: 'Australia/Sydney',
  290: 'Pacific/Auckland',
};

/** The user's settings row completed with the organization's, and those with Dataverse's defaults. */
export function settingsOf(store: RecordStore, userId: string): UserSettings {
  const own = store.row('usersettings', userId) ?? ownedSettings(store, userId);
  const [shared] = store.rows('organization');
  const text = (name: string, fallback: string): string => textIn(own, name) ?? textIn(shared, name) ?? fallback;
  const code = numberIn(own, 'timezonecode') ?? numberIn(shared, 'defaulttimezonecode') ?? 92;
  const timeZone = timeZones[code];
  if (timeZone === undefined) throw notCovered(`the time zone code ${code}`);
  const ownLanguage = numberIn(own, 'uilanguageid');
  return {
    // 0 means that the user chose none: the organization's language holds.
    language: ownLanguage === undefined || ownLanguage === 0 ? (numberIn(shared, 'languagecode') ?? 1033) : ownLanguage,
    timeZone,
    dateFormat: text('dateformatstring', 'M/d/yyyy'),
    timeFormat: text('timeformatstring', 'h:mm tt'),
    dateSeparator: text('dateseparator', '/'),
    timeSeparator: text('timeseparator', ':'),
    decimalSymbol: text('decimalsymbol', '.'),
    groupSeparator: text('numberseparator', ','),
    firstDayOfWeek: numberIn(own, 'weekstartdaycode') ?? numberIn(shared, 'weekstartdaycode') ?? 0,
  };
}

function ownedSettings(store: RecordStore, userId: string): Row | undefined {
  for (const row of store.rows('usersettings')) {
    if (row.systemuserid === userId || asReference(row.systemuserid)?.id === userId) return row;
  }
  return undefined;
}

function textIn(row: Row | undefined, name: string): string | undefined {
  const value: RowValue | undefined = row?.[name];
  return typeof value === 'string' ? value : undefined;
}

function numberIn(row: Row | undefined, name: string): number | undefined {
  const value: RowValue | undefined = row?.[name];
  return typeof value === 'number' ? value : undefined;
}
