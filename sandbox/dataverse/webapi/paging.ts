import { badQuery } from '../records/dataverseError';
import { isLookup } from '../metadata/columns';
import type { OrderColumn } from '../records/query';
import type { Column } from '../metadata/columns';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** Where a page begins: behind a row, of which its id and the values it is ordered by are known. */
export interface PageStart {
  /** 2 for the page behind the first. */
  readonly pageNumber: number;
  /** The last row of the page before; undefined when pages can only be counted. */
  readonly after: Row | undefined;
}

/**
 * The `$skiptoken` of the page behind this one, as Dataverse writes it: a cookie in a cookie.
 * @param order the columns of the order; undefined when it follows lookups, where only the number of the page counts
 */
export function pageCookie(
  table: Table,
  order: readonly OrderColumn[] | undefined,
  pageNumber: number,
  first: Row,
  last: Row,
): string {
  const cookie = innerCookie(table, order, pageNumber - 1, first, last);
  return `<cookie pagenumber="${pageNumber}" pagingcookie="${cookie}" istracking="False" />`;
}

/** Reads a `$skiptoken`. Throws 400 for one that this server did not write. */
export function readPageCookie(table: Table, token: string): PageStart {
  const outer = /^<cookie pagenumber="(\d{1,9})" pagingcookie="([^"]*)" istracking="False" \/>$/.exec(token.trim());
  const pageNumber = Number(outer?.[1]);
  if (outer === null || pageNumber < 2) throw malformed();
  return { pageNumber, after: readInnerCookie(table, decode(outer[2] ?? '')) };
}

/** Reads the inner cookie, `<cookie page="1"><name last="…" first="…" />…</cookie>`: the last row of that page. */
export function readInnerCookie(table: Table, text: string): Row | undefined {
  const inner = /^<cookie page="\d+">(.*)<\/cookie>$/s.exec(text.trim())?.[1];
  if (inner === undefined) throw malformed();
  const after: Record<string, RowValue> = {};
  for (const [, name = '', last] of inner.matchAll(/<(\w+) (?:last="([^"]*)"|lastnull="1")[^>]*\/>/g)) {
    const column = table.columns.get(name);
    if (column === undefined) throw malformed();
    after[name] = last === undefined ? null : readBound(column, unescape(last));
  }
  return Object.keys(after).length === 0 ? undefined : after;
}

/** The inner cookie of a page, encoded once. */
export function innerCookie(
  table: Table,
  order: readonly OrderColumn[] | undefined,
  page: number,
  first: Row,
  last: Row,
): string {
  const columns = order === undefined ? [] : [...order.map(({ column }) => column), table.primaryIdColumn];
  return encode(
    `<cookie page="${page}">${columns.map((column) => bound(table, column, first, last)).join('')}</cookie>`,
  );
}

function malformed(): Error {
  return badQuery('Malformed XML in the paging cookie.');
}

function bound(table: Table, name: string, first: Row, last: Row): string {
  const column = table.columns.get(name);
  if (column === undefined) return '';
  const side = (word: string, row: Row): string => {
    const text = boundText(column, row[name] ?? null);
    return text === undefined ? `${word}null="1"` : `${word}="${escape(text)}"`;
  };
  return `<${name} ${side('last', last)} ${side('first', first)} />`;
}

function boundText(column: Column, value: RowValue): string | undefined {
  if (value === null) return undefined;
  if (isLookup(column)) return typeof value === 'object' && 'id' in value ? `{${value.id.toUpperCase()}}` : undefined;
  if (column.type === 'uniqueidentifier') return `{${typeof value === 'string' ? value.toUpperCase() : ''}}`;
  return typeof value === 'object' ? undefined : String(value);
}

function readBound(column: Column, text: string): RowValue {
  const id = text.replace(/[{}]/g, '').toLowerCase();
  if (isLookup(column)) return { table: column.targets[0]?.table ?? '', id };
  switch (column.type) {
    case 'uniqueidentifier':
      return id;
    case 'boolean':
      return text === 'true';
    case 'integer':
    case 'bigint':
    case 'decimal':
    case 'double':
    case 'money':
    case 'picklist':
    case 'state':
    case 'status':
      return Number(text);
    default:
      return text;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed();
  }
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function unescape(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
}
