/**
 * An XML element of a solution file: attributes, and either child elements or text, never both
 * (no solution file mixes them). `line` is where it starts in its file, from 1; 0 when it was made here.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly line: number;
}

/** Makes an element that holds other elements. */
export function elementOf(
  name: string,
  children: readonly XmlElement[],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return { name, attributes, children, text: '', line: 0 };
}

/** The first child of that name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

/** Every child of that name. */
export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** Follows one child per name; undefined as soon as one is missing. */
export function elementAt(start: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce(childOf, start);
}

/** The text of the element at that path; empty when there is none. */
export function textAt(start: XmlElement | undefined, ...path: string[]): string {
  return elementAt(start, ...path)?.text.trim() ?? '';
}

/** The element itself and everything below it, in document order. */
export function withDescendants(start: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const add = (element: XmlElement): void => {
    found.push(element);
    element.children.forEach(add);
  };
  add(start);
  return found;
}

/** Every element of that name at or below `start`. */
export function descendantsOf(start: XmlElement | undefined, name: string): XmlElement[] {
  return start === undefined ? [] : withDescendants(start).filter((element) => element.name === name);
}

/** An attribute's value, whatever the case of its name (exports write `Id` and `id`); empty when it is missing. */
export function attributeOf(element: XmlElement | undefined, name: string): string {
  if (element === undefined) return '';
  const key = Object.keys(element.attributes).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? '' : (element.attributes[key] ?? '');
}
