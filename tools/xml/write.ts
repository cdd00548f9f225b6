import type { XmlElement } from './element';

/** Writes an element and all below it as a UTF-8 document with declaration, two spaces a level, LF. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${lines(root, '').join('\n')}\n`;
}

function lines(element: XmlElement, indent: string): string[] {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const opening = `${indent}<${element.name}${attributes.join('')}`;
  if (element.children.length > 0) {
    const inner = element.children.flatMap((child) => lines(child, `${indent}  `));
    return [`${opening}>`, ...inner, `${indent}</${element.name}>`];
  }
  if (element.text === '') return [`${opening} />`];
  return [`${opening}>${escapeText(element.text)}</${element.name}>`];
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');
}

// Line ends and tabs in an attribute become spaces when they are read again unless they are written as references.
function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#xA;').replace(/\t/g, '&#x9;');
}
