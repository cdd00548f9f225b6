import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen } from '@testing-library/react';
import { dataSetName } from '../../controls/QuoteAvailability/manifestNames';
import type { LanguageCode } from './fakePlatform';
import { NOW } from './mountedControl';
import { mountQuote, QuotePlatform, quoteStrings } from './quotePlatform';
import { change, fill, line, stocked } from './quoteSample';

const languages: readonly LanguageCode[] = [1033, 1031, 1030, 1036];
const english = quoteStrings(1033);
const folder = join(__dirname, '../../controls/QuoteAvailability');
const manifest = new DOMParser().parseFromString(
  readFileSync(join(folder, 'ControlManifest.Input.xml'), 'utf8'),
  'text/xml',
);
const attributes = (element: string, attribute: string): string[] =>
  Array.from(manifest.getElementsByTagName(element)).map((found) => found.getAttribute(attribute) ?? '');
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe('the manifest', () => {
  it('declares a virtual control over one data set, without services outside', () => {
    expect(attributes('control', 'constructor')).toEqual(['QuoteAvailability']);
    expect(attributes('control', 'control-type')).toEqual(['virtual']);
    expect(attributes('data-set', 'name')).toEqual([dataSetName]);
    expect(attributes('external-service-usage', 'enabled')).toEqual(['false']);
    expect(attributes('platform-library', 'version')).toEqual(['16.14.0', '8.121.1']);
  });

  it('names files that exist and texts that every language has', () => {
    for (const file of ['code', 'css', 'resx'].flatMap((element) => attributes(element, 'path'))) {
      expect(existsSync(join(folder, file))).toBe(true);
    }
    const keys = ['control', 'data-set'].flatMap((element) =>
      ['display-name-key', 'description-key'].flatMap((attribute) => attributes(element, attribute)),
    );
    expect(keys).toHaveLength(4);
    for (const key of keys) expect(english.get(key)).toBeDefined();
  });
});

describe('the languages', () => {
  it.each(languages)('%i has every text, none empty, with the same placeholders', (language) => {
    const strings = quoteStrings(language);
    expect([...strings.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of strings) {
      expect(text.trim()).not.toBe('');
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? '')]);
    }
  });

  it.each(languages.filter((language) => language !== 1033))('%i is translated', (language) => {
    const same = [...quoteStrings(language)].filter(([key, text]) => text === english.get(key)).map(([key]) => key);
    // Nothing but placeholders, or the same word in both languages.
    const alike = ['Schedule_Document', 'Change', 'Location_InTransit', 'Column_product'];
    expect(same.filter((key) => !alike.includes(key))).toEqual([]);
  });
});

describe('each language', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  const arriving = [change('purchaseOrder', '2026-12-04', 120, '106012')];

  it.each([
    [
      1031,
      /Das Angebot kann nicht vollständig geliefert werden: bei Product 1 fehlen 1\.015,5, und nichts/,
      '4. Dezember',
    ],
    [1030, /Tilbuddet kan ikke leveres samlet: Product 1 mangler 1\.015,5, og intet/, '4. december'],
    [1036, /Le devis ne peut pas être expédié en entier : il manque 1 015,5 de Product 1, et rien/, '4 décembre'],
  ] as const)('%i writes quantities and days its own way', async (language, summary, day) => {
    const items = [
      stocked(1, { MAIN: { inventory: 25 } }),
      stocked(2, { MAIN: { inventory: 80, schedule: arriving } }),
    ];
    await mountQuote(fill(new QuotePlatform({ language }), items, [line(1, 1, 1040.5), line(2, 2, 120)]));
    const text = screen.getByRole('status').textContent.replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toMatch(summary);
    expect(text).toContain(day);
  });

  it('shows nothing that does not come from the resources', async () => {
    const strings = new Map([...english].map(([key, text]) => [key, key === 'LanguageTag' ? text : `[${text} ẽẽẽẽ]`]));
    const items = [stocked(1, { MAIN: { inventory: 25 } }, { bci_blocked: true })];
    await mountQuote(fill(new QuotePlatform({ strings }), items, [line(1, 1, 40), line(2, null, 1)]));
    let outside = document.body.textContent;
    // Texts stand within texts: the innermost first.
    while (/\[[^[\]]*\]/.test(outside)) outside = outside.replace(/\[[^[\]]*\]/g, '');
    outside = outside.replace(/Product \d|MAIN warehouse|PCS|[\d!?√,.-]/g, '');
    expect(outside.replace(/\s+/g, '')).toBe('');
  });
});
