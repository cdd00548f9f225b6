/** Texts by key, in the user's language. */
export type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** Resolves every text once: the platform looks a text up anew at each call. */
export function readTexts<Key extends string>(keys: readonly Key[], getString: (key: string) => string): Texts<Key> {
  const texts = Object.fromEntries(keys.map((key) => [key, getString(key)]));
  const isComplete = (value: Record<string, string>): value is Record<Key, string> => keys.every((key) => key in value);
  if (!isComplete(texts)) throw new Error('A text is missing.');
  return texts;
}

/** Puts values where the text names them: `fill('{count} invoices', { count: '7' })`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
