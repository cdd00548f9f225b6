import type { XmlElement } from './element';

/** Writes an element and all below it as a UTF-8 document with declaration, two spaces a level, LF. */
export function writeXml(root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="utf-8"?>'];
  appendLines(lines, root, '');
  return `${lines.join('\n')}\n`;
}

function appendLines(lines: string[], element: XmlElement, indent: string): void {
  let opening = `${indent}<${element.name}`;
  for (const [name, value] of Object.entries(element.attributes)) opening += ` ${name}="${escapeAttribute(value)}"`;
  if (element.children.length > 0) {
    lines.push(`${opening}>`);
    for (const child of element.children) appendLines(lines, child, `${indent}  `);
    lines.push(`${indent}</${element.name}>`);
  } else {
    lines.push(element.text === '' ? `${opening} />` : `${opening}>${escapeText(element.text)}</${element.name}>`);
  }
}

function escapeText(text: string): string {
  if (!/[&<>\r]/.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');
}

// Line ends and tabs in an attribute become spaces when they are read again unless they are written as references.
function escapeAttribute(text: string): string {
  if (!/[&<>"\r\n\t]/.test(text)) return text;
  return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#xA;').replace(/\t/g, '&#x9;');
}
