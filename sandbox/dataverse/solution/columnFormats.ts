import type { RequiredLevel, StringFormat } from '../metadata/columns';

/** RequiredLevel as the file writes it, in lower case. */
export const requiredLevels: Readonly<Record<string, RequiredLevel>> = {
  none: 'none',
  recommended: 'recommended',
  required: 'required',
  systemrequired: 'systemRequired',
};

/** Format of text columns, in lower case. */
export const stringFormats: Readonly<Record<string, StringFormat>> = {
  text: 'text',
  textarea: 'textArea',
  email: 'email',
  url: 'url',
  phone: 'phone',
  tickersymbol: 'tickerSymbol',
  phoneticguide: 'phoneticGuide',
  versionnumber: 'versionNumber',
  json: 'json',
  richtext: 'richText',
};

/** Format of whole number columns. */
export const integerFormats = { none: 'none', duration: 'duration', timezone: 'timeZone', language: 'language', locale: 'locale' } as const;

/** Behavior of date columns. */
export const behaviors = { '1': 'userLocal', '2': 'dateOnly', '3': 'timeZoneIndependent' } as const;

/** Greatest whole number. */
export const integerLimit = 2_147_483_647;
