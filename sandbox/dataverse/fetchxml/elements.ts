import { DOMParser } from '@xmldom/xmldom';

import { invalidArgument, notCovered } from '../records/dataverseError';
import type { Element } from '@xmldom/xmldom';

/** Attributes that each element may have; those whose meaning is not covered are not listed. */
const known: Readonly<Record<string, readonly string[]>> = {
  fetch:
    'aggregate distinct top count page paging-cookie returntotalrecordcount version mapping output-format no-lock utc-offset latematerialize min-active-row-version savedqueryid options useraworderby'.split(
      ' ',
    ),
  entity: ['name', 'enableprefiltering', 'prefilterparametername'],
  attribute: 'name alias aggregate groupby dategrouping distinct usertimezone build addedby'.split(' '),
  'all-attributes': [],
  filter: [
    'type',
    'isquickfindfields',
    'overridequickfindrecordlimitenabled',
    'overridequickfindrecordlimitdisabled',
    'hint',
  ],
  condition: 'attribute operator value entityname valueof column alias uiname uitype uihidden'.split(' '),
  value: ['uiname', 'uitype'],
  'link-entity': 'name from to alias link-type intersect visible enableprefiltering prefilterparametername'.split(' '),
  order: ['attribute', 'alias', 'descending', 'entityname'],
};

/** The root element of an XML text. Throws 400 when it is not well formed. */
export function parseRoot(text: string): Element {
  let reason = 'it is empty';
  try {
    const parser = new DOMParser({
      onError: (_level, message) => {
        reason = message;
        throw new Error(message);
      },
    });
    const root = parser.parseFromString(text, 'text/xml').documentElement;
    if (root !== null) return root;
  } catch {
    // The reason was noted; the parser's own error says no more.
  }
  throw invalidArgument(`Invalid XML: ${reason.split('\n')[0] ?? ''}`);
}

/** The elements directly inside. */
export function children(element: Element): Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node)) found.push(node);
  }
  return found;
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

/** Refuses elements and attributes that FetchXML does not have or the sandbox does not read. */
export function check(element: Element): void {
  const allowed = known[element.tagName];
  if (allowed === undefined) throw invalidArgument(`Invalid XML: FetchXML has no element '${element.tagName}'.`);
  for (const { name } of element.attributes) {
    if (!allowed.includes(name)) throw notCovered(`the attribute '${name}' of '${element.tagName}' in FetchXML`);
  }
}

/** An attribute's value, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  return element.getAttribute(name) ?? undefined;
}

/** An attribute that must be there. Throws 400. */
export function required(element: Element, name: string): string {
  const value = attribute(element, name);
  if (value === undefined || value === '') throw invalidArgument(`Invalid XML: '${element.tagName}' needs '${name}'.`);
  return value;
}

/** True for `true` and `1`. */
export function flag(element: Element, name: string): boolean {
  const value = attribute(element, name)?.toLowerCase();
  return value === 'true' || value === '1';
}

/** A whole number, or undefined. Throws 400 for anything else. */
export function whole(element: Element, name: string): number | undefined {
  const value = attribute(element, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw invalidArgument(`Invalid XML: '${name}' must be a whole number, not '${value}'.`);
  return Number(value);
}
