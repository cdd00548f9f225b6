import { isFormRecordSaved } from './formRecord';
import { mayRead } from './privileges';
import type { Subject } from './readState';

type LookupProperty = ComponentFramework.PropertyTypes.LookupProperty;

/** Lookups deliver GUIDs with braces and in upper case on some forms. */
export function normalizedId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/** The platform gives null for an empty lookup although it is typed as an array. */
function firstId(values: readonly ComponentFramework.LookupValue[] | null): string {
  return normalizedId(values?.[0]?.id ?? '');
}

/** The lookup that a control is bound to. */
export interface BoundLookup {
  /** What the form asks for: the record in the lookup, or the state that stands in its place. */
  readonly subject: Subject;
  /** Whether this user may put a record into it. */
  readonly mayChoose: boolean;
  /** Lets the user pick a record in the platform's own dialog; `null` when it was closed without a choice. */
  readonly choose: () => Promise<ComponentFramework.LookupValue | null>;
}

function subjectOf({ security, raw }: LookupProperty, isReadable: boolean, isSaved: boolean): Subject {
  if (security?.readable === false) return { kind: 'forbidden', by: 'column' };
  const id = firstId(raw);
  if (id !== '') return { kind: 'record', id };
  if (!isReadable) return { kind: 'forbidden', by: 'role' };
  return isSaved ? { kind: 'notCoupled', missing: false } : { kind: 'notSaved' };
}

/** @param table logical name of the table that the lookup leads to */
export function boundLookup<Inputs>(
  lookup: LookupProperty,
  table: string,
  { mode, utils }: ComponentFramework.Context<Inputs>,
): BoundLookup {
  const isReadable = mayRead(utils, table);
  return {
    subject: subjectOf(lookup, isReadable, isFormRecordSaved(mode)),
    mayChoose: !mode.isControlDisabled && lookup.security?.editable !== false && isReadable,
    choose: async () => {
      const defaultViewId = lookup.getViewId();
      try {
        const [chosen] = await utils.lookupObjects({
          entityTypes: [table],
          defaultEntityType: table,
          allowMultiSelect: false,
          ...(defaultViewId !== '' && { defaultViewId }),
        });
        return chosen ?? null;
      } catch {
        // Some clients reject when the dialog is closed.
        return null;
      }
    },
  };
}
