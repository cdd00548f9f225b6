import { once } from './once';

/** The text of a key, in the user's language. */
export type Texts<Key extends string> = (key: Key) => string;

/** Looks every text up once: the platform goes through all resources at each call. */
export function textsOf<Key extends string>(getString: (key: string) => string): Texts<Key> {
  const known = new Map<Key, string>();
  return (key) => once(known, key, () => getString(key));
}

/** Puts values where the text names them: `fill('{count} invoices', { count: '7' })`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
