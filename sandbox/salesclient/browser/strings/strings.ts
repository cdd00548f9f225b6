import type { Language } from '../app/session';
import danish from './1030.json';
import german from './1031.json';
import english from './1033.json';
import french from './1036.json';

/** The client's own words. English decides which there are: a missing one in another language does not compile. */
export type Strings = typeof english;

const byLanguage: Readonly<Record<Language, Strings>> = { 1030: danish, 1031: german, 1033: english, 1036: french };

export function stringsOf(language: Language): Strings {
  return byLanguage[language];
}
