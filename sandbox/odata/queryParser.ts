import { parseApply } from './applyParser';
import { readExpression } from './expressionParser';
import { parseFilter, parseParameterValue } from './filterParser';
import { DEFAULT_SYNTAX_LIMITS, ODataSyntaxError } from './syntax';
import type { ExpandItem, Expression, OrderByItem, QueryOptions, SelectItem, SyntaxLimits } from './syntax';
import { Scanner } from './tokens';

/** Reads the value of `$orderby`. Throws ODataSyntaxError. */
export function parseOrderBy(text: string, limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS): readonly OrderByItem[] {
  const scanner = new Scanner(text, limits);
  const items: OrderByItem[] = [];
  do {
    scanner.space();
    const position = scanner.position;
    const expression = readExpression(scanner);
    const direction = scanner.match(/[ \t]+(asc|desc)(?=[ \t,]|$)/y)?.[1];
    items.push({ expression, direction: direction === 'desc' ? 'desc' : 'asc', position });
    scanner.space();
  } while (scanner.take(','));
  scanner.expectEnd("'asc', 'desc', ',' or the end");
  return items;
}

/** Reads the value of `$select`. Throws ODataSyntaxError. */
export function parseSelect(text: string, limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS): readonly SelectItem[] {
  const scanner = new Scanner(text, limits);
  const items: SelectItem[] = [];
  do {
    scanner.space();
    const position = scanner.position;
    items.push({ path: scanner.take('*') ? ['*'] : readPath(scanner), position });
    scanner.space();
  } while (scanner.take(','));
  scanner.expectEnd("',' or the end");
  return items;
}

/** Reads the value of `$expand`, nested options included. Throws ODataSyntaxError. */
export function parseExpand(text: string, limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS): readonly ExpandItem[] {
  const scanner = new Scanner(text, limits);
  const items = readExpandItems(scanner, limits);
  scanner.expectEnd("',' or the end");
  return items;
}

function readExpandItems(scanner: Scanner, limits: SyntaxLimits): readonly ExpandItem[] {
  const items: ExpandItem[] = [];
  do {
    scanner.space();
    items.push(readExpandItem(scanner, limits));
    scanner.space();
  } while (scanner.take(','));
  return items;
}

function readExpandItem(scanner: Scanner, limits: SyntaxLimits): ExpandItem {
  const position = scanner.position;
  const path = scanner.take('*') ? ['*'] : readPath(scanner);
  const last = path.at(-1);
  const suffix = path.length > 1 && (last === '$ref' || last === '$count') ? last : undefined;
  if (suffix !== undefined) {
    path.pop();
  } else if (path[0] === '*' && scanner.take('/')) {
    scanner.expect('$ref');
    return { path, suffix: '$ref', options: noOptions(), position };
  }
  if (!scanner.take('(')) {
    return { path, suffix, options: noOptions(), position };
  }
  const options = scanner.nested(() => readNestedOptions(scanner, limits));
  return { path, suffix, options, position };
}

function noOptions(): QueryOptions {
  return { custom: new Map(), aliases: new Map() };
}

/** `$select=a;$filter=b eq 1)`: the options of one expanded property, up to its closing parenthesis. */
function readNestedOptions(scanner: Scanner, limits: SyntaxLimits): QueryOptions {
  const parts: [string, string][] = [];
  const offsets = new Map<string, number>();
  do {
    scanner.space();
    const name = scanner.match(/[$@]?[\w.]+/y)?.[0] ?? scanner.fail('a query option');
    scanner.expect('=');
    const start = scanner.position;
    const value = readBalanced(scanner);
    offsets.set(name, start);
    parts.push([name, value]);
  } while (scanner.take(';'));
  if (!scanner.take(')')) {
    scanner.fail("';' or ')'");
  }
  const depth = Math.max(0, limits.depth - 1);
  return readOptions(parts, { ...limits, depth }, (name, read) => {
    try {
      return read();
    } catch (error) {
      if (error instanceof ODataSyntaxError) {
        throw new ODataSyntaxError(error.expected, (offsets.get(name) ?? 0) + error.position, scanner.text);
      }
      throw error;
    }
  });
}

/** The text up to the `;` or `)` that ends a nested option; quotes and parentheses inside it are skipped whole. */
function readBalanced(scanner: Scanner): string {
  const start = scanner.position;
  let open = 0;
  for (;;) {
    if (scanner.atEnd) {
      return scanner.fail("';' or ')'");
    }
    if (scanner.peek("'")) {
      scanner.quoted();
    } else if (open === 0 && (scanner.peek(';') || scanner.peek(')'))) {
      return scanner.text.slice(start, scanner.position);
    } else {
      open += scanner.peek('(') ? 1 : scanner.peek(')') ? -1 : 0;
      scanner.position += 1;
    }
  }
}

function readPath(scanner: Scanner): string[] {
  const path: string[] = [];
  do {
    path.push(scanner.qualifiedName() ?? scanner.fail('a property name'));
  } while (scanner.take('/'));
  return path;
}

/** What parseQueryOptions reads besides the options of the standard. */
export interface QueryParserOptions {
  readonly limits?: SyntaxLimits;
}

/**
 * Reads the query options of a request; `parameters` are decoded name-value pairs, such as a URLSearchParams.
 * The `$` of a system option is required, and an unknown `$` option stays in `custom` for the server to refuse.
 * Throws ODataSyntaxError, with a position inside the option's own value.
 */
export function parseQueryOptions(
  parameters: Iterable<readonly [string, string]>,
  { limits = DEFAULT_SYNTAX_LIMITS }: QueryParserOptions = {},
): QueryOptions {
  return readOptions(parameters, limits, (_name, read) => read());
}

type Located = <T>(name: string, read: () => T) => T;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type MutableOptions = Writable<QueryOptions>;

function readOptions(
  parameters: Iterable<readonly [string, string]>,
  limits: SyntaxLimits,
  located: Located,
): QueryOptions {
  const custom = new Map<string, string>();
  const aliases = new Map<string, Expression>();
  const options: MutableOptions = { custom, aliases };
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    located(name, () => {
      if (seen.has(name) && (name.startsWith('$') || name.startsWith('@'))) {
        throw new ODataSyntaxError(`${name} only once`, 0, value);
      }
      seen.add(name);
      if (name.startsWith('@')) {
        aliases.set(name, parseParameterValue(value, limits));
      } else if (!readSystemOption(options, name, value, limits)) {
        custom.set(name, value);
      }
    });
  }
  return options;
}

function readSystemOption(options: MutableOptions, name: string, value: string, limits: SyntaxLimits): boolean {
  const readers: Record<string, () => void> = {
    $select: () => (options.select = parseSelect(value, limits)),
    $filter: () => (options.filter = parseFilter(value, limits)),
    $orderby: () => (options.orderby = parseOrderBy(value, limits)),
    $expand: () => (options.expand = parseExpand(value, limits)),
    $apply: () => (options.apply = parseApply(value, limits)),
    $top: () => (options.top = parseWhole(value)),
    $skip: () => (options.skip = parseWhole(value)),
    $count: () => (options.count = parseFlag(value)),
    $search: () => (options.search = value),
    $skiptoken: () => (options.skiptoken = value),
    $format: () => (options.format = value),
  };
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  reader?.();
  return reader !== undefined;
}

function parseWhole(text: string): number {
  if (!/^\d{1,9}$/.test(text.trim())) {
    throw new ODataSyntaxError('a whole number, 0 or more', 0, text);
  }
  return Number(text);
}

function parseFlag(text: string): boolean {
  const flag = text.trim().toLowerCase();
  if (flag !== 'true' && flag !== 'false') {
    throw new ODataSyntaxError('true or false', 0, text);
  }
  return flag === 'true';
}
