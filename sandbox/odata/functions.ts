import type { Dialect, FunctionDefinition, PropertyType, Value } from './evaluation';

const TEXT = ['String', 'Enum'] as const;
const NUMBER = ['Integer', 'Decimal'] as const;
const INSTANT = ['DateTimeOffset', 'Date'] as const;
const CLOCK = ['DateTimeOffset', 'TimeOfDay'] as const;

function text(value: Value | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function textTest(test: (whole: string, part: string) => boolean): FunctionDefinition {
  return {
    parameters: [TEXT, TEXT],
    result: 'Boolean',
    evaluate: ([whole, part], dialect) => test(dialect.fold(text(whole)), dialect.fold(text(part))),
  };
}

function ofText(result: PropertyType, evaluate: (whole: string) => Value): FunctionDefinition {
  return { parameters: [TEXT], result, evaluate: ([whole]) => evaluate(text(whole)) };
}

function ofNumber(evaluate: (value: number) => number): FunctionDefinition {
  return { parameters: [NUMBER], result: 'Decimal', evaluate: ([value]) => evaluate(Number(value)) };
}

/** A part of a date or time, by where it stands in `yyyy-mm-ddThh:mm:ss`. */
function part(types: FunctionDefinition['parameters'][number], start: number): FunctionDefinition {
  return {
    parameters: [types],
    result: 'Integer',
    evaluate: ([value]) => {
      const written = text(value);
      const whole = written.includes('T') ? new Date(written).toISOString() : written;
      const offset = whole.includes('-') ? start : start - 11;
      return Number(whole.slice(offset, offset + (start === 0 ? 4 : 2)));
    },
  };
}

function constant(result: PropertyType, evaluate: (dialect: Dialect) => Value): FunctionDefinition {
  return { parameters: [], result, evaluate: (_values, dialect) => evaluate(dialect) };
}

/** Half away from zero, as the standard's `round` says. */
function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

/** The functions of OData 4.01 that servers choose from. Source: OData 4.01 Part 2, 5.1.1.5 to 5.1.1.9. */
export const STANDARD_FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map<string, FunctionDefinition>([
  ['contains', textTest((whole, piece) => whole.includes(piece))],
  ['startswith', textTest((whole, piece) => whole.startsWith(piece))],
  ['endswith', textTest((whole, piece) => whole.endsWith(piece))],
  ['tolower', ofText('String', (whole) => whole.toLowerCase())],
  ['toupper', ofText('String', (whole) => whole.toUpperCase())],
  ['trim', ofText('String', (whole) => whole.trim())],
  ['length', ofText('Integer', (whole) => whole.length)],
  [
    'indexof',
    {
      parameters: [TEXT, TEXT],
      result: 'Integer',
      evaluate: ([whole, piece], dialect) => dialect.fold(text(whole)).indexOf(dialect.fold(text(piece))),
    },
  ],
  [
    'concat',
    { parameters: [TEXT, TEXT], result: 'String', evaluate: ([left, right]) => `${text(left)}${text(right)}` },
  ],
  [
    'substring',
    {
      parameters: [TEXT, NUMBER, NUMBER],
      required: 2,
      result: 'String',
      evaluate: ([whole, start, length]) => {
        const from = Math.max(0, Number(start));
        return text(whole).slice(from, length === undefined ? undefined : from + Math.max(0, Number(length)));
      },
    },
  ],
  ['year', part(INSTANT, 0)],
  ['month', part(INSTANT, 5)],
  ['day', part(INSTANT, 8)],
  ['hour', part(CLOCK, 11)],
  ['minute', part(CLOCK, 14)],
  ['second', part(CLOCK, 17)],
  [
    'date',
    { parameters: [INSTANT], result: 'Date', evaluate: ([value]) => new Date(text(value)).toISOString().slice(0, 10) },
  ],
  ['now', constant('DateTimeOffset', (dialect) => dialect.now())],
  ['mindatetime', constant('DateTimeOffset', () => '0001-01-01T00:00:00Z')],
  ['maxdatetime', constant('DateTimeOffset', () => '9999-12-31T23:59:59Z')],
  ['round', ofNumber(roundHalfAway)],
  ['floor', ofNumber(Math.floor)],
  ['ceiling', ofNumber(Math.ceil)],
]);

/** A choice of the standard's functions, for a dialect. */
export function functionsNamed(names: readonly string[]): ReadonlyMap<string, FunctionDefinition> {
  return new Map([...STANDARD_FUNCTIONS].filter(([name]) => names.includes(name)));
}
