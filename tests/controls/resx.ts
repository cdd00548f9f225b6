import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageCode } from './fakePlatform';
import { stringsOf } from './resxStrings';

const folder = join(__dirname, '../../controls/CustomerStatistics');
const known = new Map<LanguageCode, ReadonlyMap<string, string>>();

/** The texts of one language, by key. */
export function customerStatisticsStrings(language: LanguageCode): ReadonlyMap<string, string> {
  const path = join(folder, `strings/CustomerStatistics.${language}.resx`);
  const strings = known.get(language) ?? stringsOf(readFileSync(path, 'utf8'));
  known.set(language, strings);
  return strings;
}

export function customerStatisticsManifest(): Document {
  return new DOMParser().parseFromString(readFileSync(join(folder, 'ControlManifest.Input.xml'), 'utf8'), 'text/xml');
}
