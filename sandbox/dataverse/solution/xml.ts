import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { SolutionRefused } from './refusal';
import type { Labels } from '../metadata/labels';

export type { Element } from '@xmldom/xmldom';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads bytes as UTF-8 text; a byte order mark is passed over. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new SolutionRefused('notWellFormed', `The part '${name}' is not UTF-8 text.`);
  }
}

/**
 * Parses XML without document type: entities and external references are refused, not resolved.
 * @param name the part or component, for the refusal's words
 */
export function parseXml(text: string, name: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) {
    throw new SolutionRefused('invalidXml', `'${name}' has a document type definition, which is not allowed.`);
  }
  let document: Document;
  try {
    document = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason';
    throw new SolutionRefused('notWellFormed', `'${name}' is not well-formed XML: ${reason}`);
  }
  const root = document.documentElement;
  if (!root) throw new SolutionRefused('notWellFormed', `'${name}' has no root element.`);
  return root;
}

/** The element as text, exactly as deep as it is in the file. */
export function toText(element: Element): string {
  return new XMLSerializer().serializeToString(element);
}

/** Child elements, all or those of one name. */
export function children(parent: Element | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.nodeName === name)) found.push(node);
  }
  return found;
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

export function child(parent: Element | undefined, name: string): Element | undefined {
  return children(parent, name)[0];
}

/** The element that a path of child names leads to. */
export function at(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((element, name) => child(element, name), parent);
}

/** All elements of the name at any depth below, in document order. */
export function descendants(parent: Element, name: string): Element[] {
  return children(parent).flatMap((element) => [...(element.nodeName === name ? [element] : []), ...descendants(element, name)]);
}

/** Text of a child element without surrounding space; undefined when there is none, it is empty or nil. */
export function textOf(parent: Element | undefined, name: string): string | undefined {
  const value = child(parent, name)?.textContent?.trim();
  return value === undefined || value === '' ? undefined : value;
}

export function numberOf(parent: Element | undefined, name: string): number | undefined {
  const value = textOf(parent, name);
  const number = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** True for `1` and `true`. */
export function flagOf(parent: Element | undefined, name: string, fallback = false): boolean {
  const value = textOf(parent, name)?.toLowerCase();
  return value === undefined ? fallback : value === '1' || value === 'true';
}

export function attribute(element: Element, name: string): string | undefined {
  return element.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined;
}

/** Labels such as `<displaynames><displayname description="Name" languagecode="1033"/></displaynames>`; empty texts are left out. */
export function labelsOf(parent: Element | undefined, list: string, item: string): Labels {
  const labels = new Map<number, string>();
  for (const element of children(child(parent, list), item)) {
    const language = Number(attribute(element, 'languagecode'));
    const text = attribute(element, 'description') ?? '';
    if (Number.isInteger(language) && text !== '') labels.set(language, text);
  }
  return labels;
}
