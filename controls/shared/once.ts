/** Making one of Intl's objects costs more than using it a hundred times. */
export function once<Key, T>(known: Map<Key, T>, key: Key, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
