import { isCalendarDate, type CalendarDate } from '../domain/calendarDate';
import { UnreadableRowError } from './unreadableRow';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * Reads one row of the Web API, of which nothing is certain. A column that is missing counts as empty:
 * the offline store of the mobile app leaves empty columns out.
 * Every method throws UnreadableRowError when the column holds something else than it should.
 */
export class RowReader {
  readonly #table: string;
  readonly #row: Readonly<Record<string, unknown>>;

  constructor(table: string, row: unknown) {
    if (!isRecord(row)) throw new UnreadableRowError(table, '');
    this.#table = table;
    this.#row = row;
  }

  refuse(column: string): never {
    throw new UnreadableRowError(this.#table, column);
  }

  #optional<T>(column: string, read: (value: unknown) => T | undefined): T | null {
    const value = this.#row[column] ?? null;
    return value === null ? null : (read(value) ?? this.refuse(column));
  }

  text(column: string): string | null {
    return this.#optional(column, textOf);
  }

  requiredText(column: string): string {
    return this.text(column) ?? this.refuse(column);
  }

  number(column: string): number | null {
    return this.#optional(column, (value) => (Number.isFinite(value) ? Number(value) : undefined));
  }

  requiredNumber(column: string): number {
    return this.number(column) ?? this.refuse(column);
  }

  flag(column: string): boolean {
    return this.#optional(column, (value) => (typeof value === 'boolean' ? value : undefined)) ?? false;
  }

  /** A DateOnly column. Some clients append midnight; the day is never moved to another time zone. */
  date(column: string): CalendarDate | null {
    return this.#optional(column, (value) => {
      const day = textOf(value)?.replace(/T00:00:00(\.0+)?Z?$/, '') ?? '';
      return isCalendarDate(day) ? day : undefined;
    });
  }

  /** An instant as ISO 8601. */
  instant(column: string): string | null {
    const text = this.text(column);
    return text !== null && Number.isNaN(Date.parse(text)) ? this.refuse(column) : text;
  }

  /** The name of a choice's value. */
  choice<Name extends string>(column: string, values: Readonly<Record<Name, number>>): Name | null {
    return this.#optional(column, (value) => {
      for (const name in values) if (values[name] === value) return name;
      return undefined;
    });
  }

  /** The row that a lookup leads to, expanded. */
  expanded(navigation: string, table: string): RowReader | null {
    return this.#optional(navigation, (value) => (isRecord(value) ? new RowReader(table, value) : undefined));
  }

  /** The rows of a collection-valued navigation property, expanded. */
  expandedRows(navigation: string, table: string): readonly RowReader[] {
    const rows: unknown = this.#row[navigation];
    if (!Array.isArray(rows)) return this.refuse(navigation);
    return rows.map((row: unknown) => new RowReader(table, row));
  }
}
