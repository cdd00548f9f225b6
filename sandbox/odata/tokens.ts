import { DEFAULT_SYNTAX_LIMITS, ODataSyntaxError } from './syntax';
import type { Literal, SyntaxLimits } from './syntax';

const GUID = /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![\w-])/y;
const DATE_TIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})?(?!\w)/iy;
const DATE = /\d{4}-\d{2}-\d{2}(?![\w-])/y;
const TIME = /\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?!\w)/y;
const DURATION = /duration'([+-]?P[0-9DTHMS.]+)'/iy;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w])/y;
const QUOTED = /'((?:[^']|'')*)'/y;
const DOUBLE_QUOTED = /"(?:[^"\\]|\\.)*"/y;
const IDENTIFIER = /[\p{L}\p{Nl}_$][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*/uy;
const QUALIFIED_NAME = /[\p{L}_$][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)*/uy;
const ALIAS = /@[A-Za-z_][\w.]*/y;
const SPACE = /[ \t]+/y;

/** Reads one text from left to right; every reading method either moves on or leaves the position alone. */
export class Scanner {
  position = 0;
  private depth = 0;

  constructor(
    readonly text: string,
    private readonly limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS,
  ) {
    if (text.length > limits.length) {
      throw new ODataSyntaxError(`at most ${limits.length} characters`, limits.length, text);
    }
  }

  fail(expected: string, position = this.position): never {
    throw new ODataSyntaxError(expected, position, this.text);
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Runs `read` one level deeper. Throws ODataSyntaxError when the text nests deeper than the limit. */
  nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > this.limits.depth) {
      this.fail(`at most ${this.limits.depth} levels of nesting`);
    }
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** The match of a sticky pattern here, or undefined. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found === null) {
      return undefined;
    }
    this.position = pattern.lastIndex;
    return found;
  }

  space(): boolean {
    return this.match(SPACE) !== undefined;
  }

  peek(symbol: string): boolean {
    return this.text.startsWith(symbol, this.position);
  }

  /** Takes `symbol` if it stands here. */
  take(symbol: string): boolean {
    if (!this.peek(symbol)) {
      return false;
    }
    this.position += symbol.length;
    return true;
  }

  expect(symbol: string): void {
    if (!this.take(symbol)) {
      this.fail(`'${symbol}'`);
    }
  }

  /** Takes an operator word with space around it: ` and `, ` eq `. */
  word(words: readonly string[]): string | undefined {
    const start = this.position;
    if (this.space() || this.text[start - 1] === ')') {
      const name = this.match(IDENTIFIER)?.[0];
      if (
        name !== undefined &&
        words.includes(name) &&
        (this.atEnd || this.peek(' ') || this.peek('\t') || this.peek('('))
      ) {
        this.space();
        return name;
      }
    }
    this.position = start;
    return undefined;
  }

  identifier(expected: string): string {
    return this.match(IDENTIFIER)?.[0] ?? this.fail(expected);
  }

  qualifiedName(): string | undefined {
    return this.match(QUALIFIED_NAME)?.[0];
  }

  alias(): string | undefined {
    return this.match(ALIAS)?.[0];
  }

  expectEnd(expected: string): void {
    if (!this.atEnd) {
      this.fail(expected);
    }
  }

  /** A literal of any type but Null, Boolean and Enum, which begin like a name. */
  literal(): Literal | undefined {
    const position = this.position;
    const guid = this.match(GUID);
    if (guid !== undefined) {
      return { kind: 'literal', type: 'Guid', value: guid[0].toLowerCase(), position };
    }
    const dateTime = this.match(DATE_TIME);
    if (dateTime !== undefined) {
      return { kind: 'literal', type: 'DateTimeOffset', value: dateTime[0].toUpperCase(), position };
    }
    for (const [type, pattern] of [
      ['Date', DATE],
      ['TimeOfDay', TIME],
    ] as const) {
      const found = this.match(pattern);
      if (found !== undefined) {
        return { kind: 'literal', type, value: found[0], position };
      }
    }
    const number = this.match(NUMBER);
    if (number !== undefined) {
      const type = /^-?\d+$/.test(number[0]) ? 'Integer' : 'Decimal';
      return { kind: 'literal', type, value: number[0], position };
    }
    const duration = this.match(DURATION);
    if (duration?.[1] !== undefined) {
      return { kind: 'literal', type: 'Duration', value: duration[1].toUpperCase(), position };
    }
    const text = this.quoted();
    return text === undefined ? undefined : { kind: 'literal', type: 'String', value: text, position };
  }

  /** `'O''Neil'` without its quotes. Throws when the text ends inside the quotes. */
  quoted(): string | undefined {
    if (!this.peek("'")) {
      return undefined;
    }
    const found = this.match(QUOTED) ?? this.fail("a closing '", this.text.length);
    return (found[1] ?? '').replaceAll("''", "'");
  }

  /** A JSON string, which Dataverse accepts in the collections of its query functions. */
  doubleQuoted(): string | undefined {
    const position = this.position;
    const found = this.match(DOUBLE_QUOTED)?.[0];
    if (found === undefined) {
      return undefined;
    }
    try {
      const value: unknown = JSON.parse(found);
      return typeof value === 'string' ? value : this.fail('a JSON string', position);
    } catch {
      return this.fail('a JSON string', position);
    }
  }
}
