import { isRightToLeft, localeOf, type Session } from '../app/session';
import type { RegionFormats, SignedInUser } from '../dataverse/user';

function names(locale: string, options: Intl.DateTimeFormatOptions, dates: readonly Date[]): string[] {
  return dates.map((date) => new Intl.DateTimeFormat(locale, options).format(date));
}

const days = [0, 1, 2, 3, 4, 5, 6].map((day) => new Date(2023, 0, 1 + day));
const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => new Date(2023, month, 1));

function patternOf({ type, value }: Intl.DateTimeFormatPart): string {
  if (type === 'day') return 'dd';
  if (type === 'month') return 'MM';
  if (type === 'year') return value.length === 4 ? 'yyyy' : 'yy';
  return value;
}

/** The .NET pattern of the locale's short date, e.g. `dd/MM/yyyy`. */
function shortDatePattern(locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short' })
    .formatToParts(new Date(2023, 10, 22))
    .map(patternOf)
    .join('');
}

function dateFormatting(locale: string): ComponentFramework.UserSettingApi.DateFormattingInfo {
  const monthNames = names(locale, { month: 'long' }, months);
  const shortMonths = names(locale, { month: 'short' }, months);
  return {
    amDesignator: 'AM',
    pmDesignator: 'PM',
    abbreviatedDayNames: names(locale, { weekday: 'short' }, days),
    abbreviatedMonthGenitiveNames: shortMonths,
    abbreviatedMonthNames: shortMonths,
    calendarWeekRule: 2,
    calendar: {
      minSupportedDateTime: new Date(1, 0, 1),
      maxSupportedDateTime: new Date(9999, 11, 31),
      algorithmType: 1,
      calendarType: 1,
      twoDigitYearMax: 2029,
    },
    dateSeparator: /\W/.exec(shortDatePattern(locale))?.[0] ?? '/',
    dayNames: names(locale, { weekday: 'long' }, days),
    firstDayOfWeek: 1,
    fullDateTimePattern: 'dddd, d MMMM yyyy HH:mm:ss',
    longDatePattern: 'd MMMM yyyy',
    longTimePattern: 'HH:mm:ss',
    monthDayPattern: 'd MMMM',
    monthGenitiveNames: monthNames,
    monthNames,
    shortDatePattern: shortDatePattern(locale),
    shortTimePattern: 'HH:mm',
    shortestDayNames: names(locale, { weekday: 'narrow' }, days),
    sortableDateTimePattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    timeSeparator: ':',
    universalSortableDateTimePattern: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
    yearMonthPattern: 'MMMM yyyy',
  };
}

function numberFormatting(locale: string): ComponentFramework.UserSettingApi.NumberFormattingInfo {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  const group = parts.find((part) => part.type === 'group')?.value ?? ',';
  return {
    currencyDecimalDigits: 2,
    currencyDecimalSeparator: decimal,
    currencyGroupSeparator: group,
    currencyGroupSizes: [3],
    currencyNegativePattern: 1,
    currencyPositivePattern: 0,
    currencySymbol: '£',
    nanSymbol: 'NaN',
    nativeDigits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    negativeInfinitySymbol: '-∞',
    negativeSign: '-',
    numberDecimalDigits: 2,
    numberDecimalSeparator: decimal,
    numberGroupSeparator: group,
    numberGroupSizes: [3],
    numberNegativePattern: 1,
    perMilleSymbol: '‰',
    percentDecimalDigits: 2,
    percentDecimalSeparator: decimal,
    percentGroupSeparator: group,
    percentGroupSizes: [3],
    percentNegativePattern: 0,
    percentPositivePattern: 0,
    percentSymbol: '%',
    positiveInfinitySymbol: '∞',
    positiveSign: '+',
  };
}

/** Windows' number of a region's formats. */
const localeIds: Readonly<Record<string, number>> = { 'en-GB': 2057, 'de-DE': 1031, 'da-DK': 1030, 'fr-FR': 1036 };

/** The formats of a region as Dataverse keeps them for a user; `/` in a pattern stands for the separator. */
export function regionFormats(locale: string): RegionFormats {
  const dates = dateFormatting(locale);
  const numbers = numberFormatting(locale);
  return {
    localeid: localeIds[locale] ?? 1033,
    dateformatstring: dates.shortDatePattern.split(dates.dateSeparator).join('/'),
    dateseparator: dates.dateSeparator,
    timeformatstring: dates.shortTimePattern,
    decimalsymbol: numbers.numberDecimalSeparator,
    numberseparator: numbers.numberGroupSeparator,
  };
}

/** `context.userSettings` of the signed-in user. */
export function controlUserSettings(session: Session, user: SignedInUser): ComponentFramework.UserSettings {
  const locale = localeOf[session.language];
  return {
    dateFormattingInfo: dateFormatting(locale),
    numberFormattingInfo: numberFormatting(locale),
    isRTL: isRightToLeft(session),
    languageId: session.language,
    securityRoles: user.roles.map((role) => role.id),
    userId: `{${user.id.toUpperCase()}}`,
    userName: user.name,
    getTimeZoneOffsetMinutes: (date = new Date()) => -date.getTimezoneOffset(),
  };
}
