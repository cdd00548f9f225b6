/** Asked for by the language or the tools of a browser, not by scripts: an object without them is what they expect. */
const askedByTheLanguage: ReadonlySet<string> = new Set(['then', 'toJSON', '$$typeof', 'nodeType']);

/**
 * An object of the client API: what it does not have throws and says so, instead of being undefined and failing far away.
 * @param name what it is called in the documentation, e.g. `formContext.data`
 */
export function emulated<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || askedByTheLanguage.has(key)) return Reflect.get(target, key);
      throw new Error(`The sandbox does not emulate ${name}.${key}.`);
    },
  });
}
