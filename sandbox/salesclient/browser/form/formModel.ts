import type { ColumnDefinition, TableDefinition } from '../dataverse/metadata';
import type { Changes, Entered } from '../dataverse/record';
import { lookupOf } from '../dataverse/values';
import type { Row } from '../dataverse/webApi';

export type SubmitMode = 'always' | 'dirty' | 'never';
export type RequiredLevel = 'none' | 'recommended' | 'required';

/** Required columns that Dataverse fills by itself when a record is created without them. */
const filledByDataverse: ReadonlySet<string> = new Set(['ownerid', 'transactioncurrencyid']);

function isEmpty(value: Entered): boolean {
  return value === null || value === '' || (typeof value === 'object' && value.lookup === null);
}

function isSame(one: Entered, other: Entered): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  return one.lookup?.id === other.lookup?.id && one.lookup?.entityType === other.lookup?.entityType;
}

function storedValue(row: Row, column: ColumnDefinition): Entered {
  if (column.kind === 'lookup') return { lookup: lookupOf(row, column.name) };
  const value = row[column.name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The record of an open form: what is stored and what was changed. Fields, code components and scripts share it. */
export class FormModel {
  private readonly submitModes = new Map<string, SubmitMode>();
  private readonly requiredLevels = new Map<string, RequiredLevel>();
  private readonly listeners = new Set<() => void>();
  private changed: Changes = new Map();

  constructor(
    readonly table: TableDefinition,
    /** Undefined until the record has been created. */
    readonly id: string | undefined,
    private stored: Row,
    /** Columns that the form shows or binds: those that scripts can reach. */
    readonly columns: readonly string[],
  ) {}

  get row(): Row {
    return this.stored;
  }

  /** What was changed and is not saved. */
  get changes(): Changes {
    return this.changed;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The column when the form has it. */
  column(name: string): ColumnDefinition | undefined {
    return this.columns.includes(name) ? this.table.columns.get(name) : undefined;
  }

  value(name: string): Entered {
    const entered = this.changed.get(name);
    if (entered !== undefined) return entered;
    const column = this.table.columns.get(name);
    return column ? storedValue(this.stored, column) : null;
  }

  /** Takes a value; one that equals what is stored is no change. @returns whether the value is another than before */
  set(name: string, value: Entered): boolean {
    const column = this.table.columns.get(name);
    if (!column || isSame(this.value(name), value)) return false;
    const changes = new Map(this.changed);
    if (isSame(storedValue(this.stored, column), value)) changes.delete(name);
    else changes.set(name, value);
    this.changed = changes;
    this.notify();
    return true;
  }

  isDirty(name: string): boolean {
    return this.changed.has(name);
  }

  submitMode(name: string): SubmitMode {
    return this.submitModes.get(name) ?? 'dirty';
  }

  setSubmitMode(name: string, mode: SubmitMode): void {
    this.submitModes.set(name, mode);
  }

  requiredLevel(name: string): RequiredLevel {
    return this.requiredLevels.get(name) ?? (this.table.columns.get(name)?.required === true ? 'required' : 'none');
  }

  setRequiredLevel(name: string, level: RequiredLevel): void {
    this.requiredLevels.set(name, level);
    this.notify();
  }

  /** Display names of the columns on the form that must be filled in and are not: forms see to that, the Web API does not. */
  missing(): readonly string[] {
    return this.columns.flatMap((name) => {
      const column = this.table.columns.get(name);
      return column && this.isAskedFor(column) && isEmpty(this.value(name)) ? [column.displayName] : [];
    });
  }

  /** What a save sends: the dirty columns, more or less by their submit modes. */
  submission(): Changes {
    const always = this.columns.filter((name) => this.submitMode(name) === 'always' && this.table.columns.has(name));
    const names = [...new Set([...this.changed.keys(), ...always])];
    return new Map(
      names.filter((name) => this.submitMode(name) !== 'never').map((name) => [name, this.value(name)] as const),
    );
  }

  /** Takes the record as Dataverse has it now; of the changes only those stay that were made after `sent`. */
  take(row: Row, sent: Changes = new Map()): void {
    this.stored = row;
    this.changed = new Map([...this.changed].filter(([name, value]) => sent.get(name) !== value));
    this.notify();
  }

  /** What is stored without a value was not asked for when it was stored; emptying it now is another matter. */
  private isAskedFor(column: ColumnDefinition): boolean {
    if (this.requiredLevel(column.name) !== 'required') return false;
    if (this.requiredLevels.has(column.name) || this.changed.has(column.name)) return true;
    const isAsked = column.kind === 'text' || (column.kind === 'lookup' && !filledByDataverse.has(column.name));
    return isAsked && column.canUpdate && this.id === undefined;
  }

  private notify(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
