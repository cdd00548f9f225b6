import { once } from './once';

const rules = new Map<string, Intl.PluralRules>();

/** Whether a language says a count in the singular: 0 in French, too. The platform does not format plurals. */
export function isOne(count: number, languageTag: string): boolean {
  return once(rules, languageTag, () => new Intl.PluralRules(languageTag)).select(count) === 'one';
}
