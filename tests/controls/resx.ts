import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageCode } from './fakePlatform';

const folder = join(__dirname, '../../controls/CustomerStatistics');

function text(element: Element): string {
  return element.getElementsByTagName('value')[0]?.textContent ?? '';
}

const known = new Map<LanguageCode, ReadonlyMap<string, string>>();

/** The texts of one language, by key. */
export function customerStatisticsStrings(language: LanguageCode): ReadonlyMap<string, string> {
  const strings = known.get(language) ?? readStrings(language);
  known.set(language, strings);
  return strings;
}

function readStrings(language: LanguageCode): ReadonlyMap<string, string> {
  const file = readFileSync(join(folder, `strings/CustomerStatistics.${language}.resx`), 'utf8');
  const resx = new DOMParser().parseFromString(file, 'text/xml');
  return new Map(
    Array.from(resx.getElementsByTagName('data')).map((data) => [data.getAttribute('name') ?? '', text(data)]),
  );
}

export function customerStatisticsManifest(): Document {
  return new DOMParser().parseFromString(readFileSync(join(folder, 'ControlManifest.Input.xml'), 'utf8'), 'text/xml');
}
