import { isFormRecordSaved } from '../shared/formRecord';
import { mayReadCustomers } from '../shared/privileges';
import type { Subject } from '../shared/readState';
import { boundProperty } from './manifestNames';
import type { ControlContext } from './manifestTypes';

/** Lookups deliver GUIDs with braces and in upper case on some forms. */
function normalizedId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/** The platform gives null for an empty lookup although it is typed as an array. */
function firstId(values: readonly ComponentFramework.LookupValue[] | null): string {
  return normalizedId(values?.[0]?.id ?? '');
}

/** What the form asks for: the customer in the bound lookup, or the state that stands in its place. */
export function customerSubject(context: ControlContext): Subject {
  const property = context.parameters[boundProperty];
  if (property.security?.readable === false) return { kind: 'forbidden', by: 'column' };
  const id = firstId(property.raw);
  if (id !== '') return { kind: 'record', id };
  if (!mayReadCustomers(context.utils)) return { kind: 'forbidden', by: 'role' };
  return isFormRecordSaved(context.mode) ? { kind: 'notCoupled', missing: false } : { kind: 'notSaved' };
}

/** Whether this user may put a customer into the bound lookup. */
export function mayChooseCustomer(context: ControlContext): boolean {
  const { security } = context.parameters[boundProperty];
  return !context.mode.isControlDisabled && security?.editable !== false && mayReadCustomers(context.utils);
}
