import { asReference } from '../records/rowOwner';
import { settingsOf } from '../records/userSettings';
import type { Preferences } from './preferences';
import type { ConditionContext } from '../records/conditions';
import type { FormattingContext } from '../records/formattedValues';
import type { Session } from '../records/session';

/** What the operations of one request share. */
export interface ApiContext {
  readonly session: Session;
  readonly preferences: Preferences;
  readonly conditions: ConditionContext;
  readonly formatting: FormattingContext;
  /** Address of the service root with its version. */
  readonly root: string;
}

/** Makes the context of a request; the user's settings are read from their rows. */
export function contextOf(session: Session, preferences: Preferences, root: string): ApiContext {
  const { store, clock, access } = session.organization;
  const { userId } = session.caller;
  const settings = settingsOf(store, userId);
  return {
    session,
    preferences,
    root,
    formatting: { catalog: session.catalog, store, settings },
    conditions: {
      userId,
      businessUnitId: asReference(store.row('systemuser', userId)?.businessunitid)?.id,
      teamIds: [...access.ownerIds(userId)].filter((id) => id !== userId),
      now: clock(),
      settings,
    },
  };
}
