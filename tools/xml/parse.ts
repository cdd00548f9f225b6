import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import type { XmlElement } from './element';

/** A file that is not well-formed, or mixes text and elements. */
export class XmlError extends Error {
  override readonly name = 'XmlError';

  constructor(
    readonly file: string,
    readonly line: number,
    reason: string,
  ) {
    super(`${file}:${line}: ${reason}`);
  }
}

const nodeType = { element: 1, text: 3, cdata: 4 };

/** What was read already: the build and the checks read the same files again and again. */
const known = new WeakMap<Uint8Array, XmlElement>();

/**
 * Reads one XML file. Comments and the white space between elements are dropped; text is kept as it is.
 * @throws XmlError when the file is not well-formed or an element holds both text and elements.
 */
export function parseXml(content: Uint8Array | string, file: string): XmlElement {
  if (typeof content === 'string') return parseText(content, file);
  const earlier = known.get(content);
  if (earlier !== undefined) return earlier;
  const root = parseText(new TextDecoder().decode(content), file);
  known.set(content, root);
  return root;
}

function parseText(text: string, file: string): XmlElement {
  return convert(readDocument(text.replace(/^\uFEFF/, ''), file), file);
}

function readDocument(source: string, file: string): Element {
  const parser = new DOMParser({
    onError: (_level, message) => {
      throw new Error(message);
    },
  });
  try {
    const root = parser.parseFromString(source, 'text/xml').documentElement;
    if (root === null) throw new Error('no root element');
    return root;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /line[: ](\d+)/i.exec(message)?.[1];
    throw new XmlError(file, line === undefined ? 1 : Number(line), `not well-formed XML: ${firstLine(message)}`);
  }
}

function convert(element: Element, file: string): XmlElement {
  const line = element.lineNumber ?? 0;
  const children: XmlElement[] = [];
  let text = '';
  for (const node of Array.from(element.childNodes)) {
    if (isElement(node)) children.push(convert(node, file));
    else if (node.nodeType === nodeType.text || node.nodeType === nodeType.cdata) text += node.nodeValue ?? '';
  }
  if (children.length > 0 && text.trim() !== '') {
    throw new XmlError(file, line, `<${element.nodeName}> holds both text and elements`);
  }
  const attributes = Array.from(element.attributes).map((attribute) => [attribute.name, attribute.value] as const);
  return {
    name: element.nodeName,
    attributes: Object.fromEntries(attributes),
    children,
    text: children.length > 0 ? '' : text,
    line,
  };
}

function isElement(node: Node): node is Element {
  return node.nodeType === nodeType.element;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
