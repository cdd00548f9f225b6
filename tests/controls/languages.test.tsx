import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen } from '@testing-library/react';
import type { LanguageCode } from './fakePlatform';
import { mount, NOW, platformWith } from './mountedControl';
import { customerStatisticsStrings } from './resx';

const languages: readonly LanguageCode[] = [1033, 1031, 1030, 1036];
const english = customerStatisticsStrings(1033);
const controls = join(__dirname, '../../controls');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' ? [] : sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const code = sources(controls).map((path) => readFileSync(path, 'utf8'));
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('the languages', () => {
  it.each(languages)('%i has every text, none empty, with the same placeholders', (language) => {
    const strings = customerStatisticsStrings(language);
    expect([...strings.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of strings) {
      expect(text.trim()).not.toBe('');
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? '')]);
    }
  });

  it.each(languages.filter((language) => language !== 1033))('%i is translated', (language) => {
    const strings = customerStatisticsStrings(language);
    const same = [...strings].filter(([key, text]) => text === english.get(key)).map(([key]) => key);
    // "Total" is French, too; an announcement is nothing but its placeholders.
    expect(same.filter((key) => !['Announcement', 'Total'].includes(key))).toEqual([]);
  });

  it('have no text that nothing uses', () => {
    const manifest = readFileSync(join(controls, 'CustomerStatistics/ControlManifest.Input.xml'), 'utf8');
    const used = [...code, manifest].join('\n');
    // Reasons, outcomes of a refresh and states are named by what happened.
    const isNamedByCase = (key: string): boolean => /^(Reason|Refresh)_[a-z]|^[a-z]/.test(key);
    const isUsed = (key: string): boolean => used.includes(`-key="${key}"`) || used.includes(`texts('${key}')`);
    expect([...english.keys()].filter((key) => !isNamedByCase(key) && !isUsed(key))).toEqual([]);
  });
});

describe('the code', () => {
  it('holds no text that a user could read', () => {
    // What stands between tags, and what attributes say aloud.
    const betweenTags = />\s*([A-Za-z][^<>{}=;()]*[a-z])\s*<\//g;
    const spoken = /(?:aria-label|title|alt|placeholder)="([^"]+)"/g;
    const found = code.flatMap((text) =>
      [...text.matchAll(betweenTags), ...text.matchAll(spoken)].map(([, word]) => word),
    );
    expect(found).toEqual([]);
  });
});

describe('a language that is longer and has accents', () => {
  it('is shown whole: every word on the form comes from the resources', async () => {
    const pseudo = new Map(
      [...english].map(([key, text]) => [key, key === 'LanguageTag' ? text : `[${text} ẽẽẽẽẽẽẽẽ]`]),
    );
    await mount(platformWith({ bci_blocked: 727000001, bci_total: 80000, bci_stale: true }, { strings: pseudo }));
    fireEvent.click(screen.getByRole('button', { name: /31–60/ }));
    const data =
      /Adatum Corporation|CRONUS International Ltd\.|GBP|Jim Olive|30 days net|Sept?|Oct|Nov|Jan|\d|[£·–.,:!-]/g;
    let outside = document.body.textContent;
    // Texts stand within texts: the innermost first.
    while (/\[[^[\]]*\]/.test(outside)) outside = outside.replace(/\[[^[\]]*\]/g, '');
    outside = outside.replace(data, '');
    expect(outside.replace(/[\s()]+/g, '')).toBe('');
  });
});

describe('each language', () => {
  it.each([
    [1031, '12.340,00 £ sind überfällig in 7 Rechnungen, die älteste seit 74 Tagen.', '83 % von 70.000,00 £ genutzt'],
    [1030, '12.340,00 £ er forfaldne i 7 fakturaer, den ældste med 74 dage.', '83 % af 70.000,00 £ brugt'],
    [
      1036,
      '12 340,00 £GB sont échus sur 7 factures, la plus ancienne depuis 74 jours.',
      '83 % de 70 000,00 £GB utilisés',
    ],
  ] as const)('%i writes amounts and plurals its own way', async (language, banner, credit) => {
    await mount(platformWith({}, { language }));
    const text = document.body.textContent.replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain(banner);
    expect(text).toContain(credit);
  });
});
