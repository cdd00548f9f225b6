/** What a request prefers, from its `Prefer` header (RFC 7240). */
export interface Preferences {
  readonly returnRepresentation: boolean;
  /** Rows per page, 1 to 5,000; undefined when the request does not say. */
  readonly maxPageSize: number | undefined;
  readonly continueOnError: boolean;
  readonly trackChanges: boolean;
  /** Whether an annotation of that name is asked for. */
  readonly includesAnnotation: (name: string) => boolean;
  readonly anyAnnotation: boolean;
  /** The value of `Preference-Applied`; undefined when nothing applies. */
  readonly applied: string | undefined;
}

/** The largest page that Dataverse gives. */
export const largestPage = 5000;

export const formattedValueAnnotation = 'OData.Community.Display.V1.FormattedValue';

/** Reads the `Prefer` header. Unknown preferences are ignored, as RFC 7240 says. */
export function readPreferences(header: string | undefined): Preferences {
  const preferences = new Map<string, string>();
  for (const [, name = '', quoted, bare] of (header ?? '').matchAll(/([\w.-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,;]+)))?/g)) {
    if (!preferences.has(name.toLowerCase())) preferences.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  const annotations = preferences.get('odata.include-annotations') ?? '';
  const size = Number(preferences.get('odata.maxpagesize'));
  const maxPageSize = Number.isInteger(size) && size > 0 ? Math.min(size, largestPage) : undefined;
  const returnRepresentation = preferences.get('return') === 'representation';
  const applied = [
    returnRepresentation ? 'return=representation' : '',
    maxPageSize === undefined ? '' : `odata.maxpagesize=${maxPageSize}`,
    annotations === '' ? '' : `odata.include-annotations="${annotations}"`,
  ].filter(Boolean);
  return {
    returnRepresentation,
    maxPageSize,
    continueOnError:
      preferences.has('odata.continue-on-error') && preferences.get('odata.continue-on-error') !== 'false',
    trackChanges: preferences.has('odata.track-changes'),
    includesAnnotation: annotationTest(annotations),
    anyAnnotation: annotations !== '',
    applied: applied.length === 0 ? undefined : applied.join(','),
  };
}

function annotationTest(list: string): (name: string) => boolean {
  const names = list.split(',').map((name) => name.trim());
  return (name) =>
    names.some((wanted) =>
      wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : wanted !== '' && wanted === name,
    );
}
