/** What a control's manifest says about it. */
export interface ControlManifest {
  /** `<Namespace>.<Constructor>`, the name under which its script registers. */
  readonly registeredName: string;
  readonly script: string;
  /** Paths of the resource files, one for each language. */
  readonly strings: readonly string[];
  readonly styles: readonly string[];
  readonly properties: readonly ControlProperty[];
  /** Names of the data sets. */
  readonly dataSets: readonly string[];
}

export interface ControlProperty {
  readonly name: string;
  readonly usage: string;
  readonly type: string;
}

function attributes(root: Document, element: string, attribute: string): string[] {
  return Array.from(root.getElementsByTagName(element)).map((found) => found.getAttribute(attribute) ?? '');
}

/** @throws {Error} when the text is not a control's manifest */
export function parseManifest(text: string): ControlManifest {
  const root = new DOMParser().parseFromString(text, 'text/xml');
  const control = root.getElementsByTagName('control')[0];
  if (!control) throw new Error('The control cannot be loaded: its manifest is not readable.');
  return {
    registeredName: `${control.getAttribute('namespace') ?? ''}.${control.getAttribute('constructor') ?? ''}`,
    script: attributes(root, 'code', 'path')[0] ?? 'bundle.js',
    strings: attributes(root, 'resx', 'path'),
    styles: attributes(root, 'css', 'path'),
    properties: Array.from(root.getElementsByTagName('property')).map((property) => ({
      name: property.getAttribute('name') ?? '',
      usage: property.getAttribute('usage') ?? '',
      type: property.getAttribute('of-type') ?? '',
    })),
    dataSets: attributes(root, 'data-set', 'name'),
  };
}
