/** The texts of a resource file, by key. */
export function stringsOf(resx: string): ReadonlyMap<string, string> {
  const root = new DOMParser().parseFromString(resx, 'text/xml');
  return new Map(
    Array.from(root.getElementsByTagName('data')).map((data) => [
      data.getAttribute('name') ?? '',
      data.getElementsByTagName('value')[0]?.textContent ?? '',
    ]),
  );
}
