import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen } from '@testing-library/react';
import { boundProperty } from '../../controls/ItemAvailability/manifestNames';
import type { Inputs } from '../../controls/ItemAvailability/manifestTypes';
import type { LanguageCode } from './fakePlatform';
import { itemFolder, itemStrings, mountItem, platformWithItem } from './itemPlatform';
import { NOW } from './mountedControl';

const languages: readonly LanguageCode[] = [1033, 1031, 1030, 1036];
const english = itemStrings(1033);
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const manifestText = readFileSync(join(itemFolder, 'ControlManifest.Input.xml'), 'utf8');
const manifest = new DOMParser().parseFromString(manifestText, 'text/xml');
const attributes = (element: string, attribute: string): string[] =>
  Array.from(manifest.getElementsByTagName(element), (found) => found.getAttribute(attribute) ?? '');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' ? [] : sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('the languages', () => {
  it.each(languages)('%i has every text, none empty, with the same placeholders', (language) => {
    const strings = itemStrings(language);
    expect([...strings.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of strings) {
      expect(text.trim()).not.toBe('');
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? '')]);
    }
  });

  it.each(languages.filter((language) => language !== 1033))('%i is translated', (language) => {
    const same = [...itemStrings(language)].filter(([key, text]) => text === english.get(key));
    const words = same.filter(([, text]) => /[a-z]{3}/i.test(text.replace(/\{\w+\}/g, ''))).map(([, text]) => text);
    // "Date" and "Document" are French, too.
    expect(words.filter((text) => !['Date', 'Document'].includes(text))).toEqual([]);
  });

  it('have no text that nothing uses', () => {
    const folders = [itemFolder, join(itemFolder, '../shared')];
    const code = folders.flatMap(sources).map((path) => readFileSync(path, 'utf8'));
    const used = [...code, manifestText].join('\n');
    // Named by what happened or what it is: `Reason_${reason}`.
    const isNamedByCase = (key: string): boolean => /^(Reason|Refresh|Schedule|Try)_[a-z]|^[a-z]/.test(key);
    const isUsed = (key: string): boolean => used.includes(`-key="${key}"`) || used.includes(`'${key}'`);
    expect([...english.keys()].filter((key) => !isNamedByCase(key) && !isUsed(key))).toEqual([]);
  });

  it.each([
    [1031, '100 PCS heute verfügbar; 120 mehr am 4. Dezember. 32 vom Bestand sind für später zugesagt.'],
    [1030, '100 PCS disponible i dag; 120 mere den 4. december. 32 på lager er lovet til senere.'],
    [1036, '100 PCS disponibles aujourd’hui ; 120 de plus le 4 décembre. 32 en stock sont promis pour plus tard.'],
  ] as const)('%i answers in its own words', async (language, sentence) => {
    await mountItem(platformWithItem({}, { language }));
    expect(document.querySelector('.bci-first')?.textContent.replace(/\u00a0/g, ' ')).toBe(sentence);
  });
});

describe('a language that is longer and has accents', () => {
  it('is shown whole: every word on the form comes from the resources', async () => {
    const pseudo = new Map(
      [...english].map(([key, text]) => [key, key === 'LanguageTag' ? text : `[${text} ẽẽẽẽẽẽẽẽ]`]),
    );
    await mountItem(platformWithItem({ bci_blocked: true, bci_stale: true }, { strings: pseudo }));
    fireEvent.change(screen.getByLabelText(/Quantity/), { target: { value: '999' } });
    fireEvent.click(screen.getByRole('button', { name: /Show as a table/ }));
    let outside = document.body.textContent;
    while (/\[[^[\]]*\]/.test(outside)) outside = outside.replace(/\[[^[\]]*\]/g, '');
    const data =
      /LONDON Swivel Chair, blue|1900-S|CRONUS International Ltd\.|PCS|(MAIN|EAST|WEST|OWN LOG\.) warehouse|November|December|Nov|Dec|\d|[·+.,:!;-]/g;
    expect(outside.replace(data, '').replace(/[\s()]+/g, '')).toBe('');
  });
});

describe('the manifest', () => {
  it('declares a virtual control under the name that the solution packs', () => {
    expect(attributes('control', 'namespace')).toEqual(['BusinessCentral']);
    expect(attributes('control', 'constructor')).toEqual(['ItemAvailability']);
    expect(attributes('control', 'control-type')).toEqual(['virtual']);
    expect(attributes('external-service-usage', 'enabled')).toEqual(['false']);
  });

  it('declares the properties that the code reads, as its types say', () => {
    const types: Record<keyof Inputs, string> = {
      item: 'Lookup.Simple',
      quantity: 'Decimal',
      date: 'DateAndTime.DateOnly',
      location: 'SingleLine.Text',
    };
    expect(attributes('property', 'name')).toEqual(Object.keys(types));
    expect(attributes('property', 'of-type')).toEqual(Object.values(types));
    expect(attributes('property', 'usage')).toEqual(['bound', 'input', 'input', 'input']);
    expect(attributes('property', 'required')).toEqual(['true', 'false', 'false', 'false']);
    expect(boundProperty).toBe('item');
  });

  it('names files that exist and texts that every language has', () => {
    const files = ['code', 'css', 'resx'].flatMap((element) => attributes(element, 'path'));
    expect(files).toHaveLength(6);
    for (const file of files) expect(existsSync(join(itemFolder, file))).toBe(true);
    const keys = ['control', 'property'].flatMap((element) =>
      ['display-name-key', 'description-key'].flatMap((attribute) => attributes(element, attribute)),
    );
    expect(keys).toHaveLength(10);
    for (const key of keys) expect(english.get(key)).toBeDefined();
  });
});
