import { isFormRecordSaved } from './formRecord';
import type { Subject } from './readState';

type Lookup = ComponentFramework.PropertyTypes.LookupProperty;

/** Lookups deliver GUIDs with braces and in upper case on some forms. */
export function normalizedId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/** The platform gives null for an empty lookup although it is typed as an array. */
function firstId(values: readonly ComponentFramework.LookupValue[] | null): string {
  return normalizedId(values?.[0]?.id ?? '');
}

/**
 * What the form asks for: the record in the bound lookup, or the state that stands in its place.
 * @param mayRead whether this user may read the lookup's table
 */
export function lookupSubject(lookup: Lookup, mode: ComponentFramework.Mode, mayRead: boolean): Subject {
  if (lookup.security?.readable === false) return { kind: 'forbidden', by: 'column' };
  const id = firstId(lookup.raw);
  if (id !== '') return { kind: 'record', id };
  if (!mayRead) return { kind: 'forbidden', by: 'role' };
  return isFormRecordSaved(mode) ? { kind: 'notCoupled', missing: false } : { kind: 'notSaved' };
}

/** Whether this user may put a record into the bound lookup. */
export function mayChoose(lookup: Lookup, mode: ComponentFramework.Mode, mayRead: boolean): boolean {
  return !mode.isControlDisabled && lookup.security?.editable !== false && mayRead;
}
