import { emulated } from './emulated';

export type Matching<T> = (item: T, index: number) => boolean;

export interface Collection<T> {
  forEach(work: (item: T, index: number) => void): void;
  /** All, the one at an index or with a name (null when there is none), or those that match. */
  get(which?: number | string | Matching<T>): T | T[] | null;
  getLength(): number;
}

/** One of the items by name or index (null when there is none), those that match, or all of them. */
export function pick<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  which: number | string | Matching<T> | undefined,
): T | T[] | null {
  if (which === undefined) return [...items];
  if (typeof which === 'function') return items.filter(which);
  return (typeof which === 'number' ? items[which] : items.find((item) => nameOf(item) === which)) ?? null;
}

/** Source: learn.microsoft.com, "Collections (Client API reference)". */
export function collection<T>(name: string, items: readonly T[], nameOf: (item: T) => string): Collection<T> {
  return emulated(name, {
    forEach: (work: (item: T, index: number) => void) => items.forEach((item, index) => work(item, index)),
    get: (which?: number | string | Matching<T>) => pick(items, nameOf, which),
    getLength: () => items.length,
  });
}
