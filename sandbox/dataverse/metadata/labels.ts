/** Texts by language code (LCID), e.g. 1033 English, 1031 German. */
export type Labels = ReadonlyMap<number, string>;

/** The organization's base language; the text that is shown when a language has none. */
export const baseLanguage = 1033;

/** The text in `languageCode`, else in the base language, else any text, else undefined. */
export function labelIn(labels: Labels, languageCode: number): string | undefined {
  return labels.get(languageCode) ?? labels.get(baseLanguage) ?? labels.values().next().value;
}

/** Labels with one English text. */
export function englishLabels(text: string): Labels {
  return new Map([[baseLanguage, text]]);
}
