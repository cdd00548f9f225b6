import React from 'react';
import type { SignedInUser } from '../dataverse/user';
import type { Strings } from '../strings/strings';
import type { Dialogs } from './dialogs';
import type { Route } from './route';
import type { Session } from './session';

/** What every page of the client needs. */
export interface Client {
  readonly session: Session;
  readonly user: SignedInUser;
  readonly strings: Strings;
  readonly dialogs: Dialogs;
  readonly go: (route: Route) => void;
}

const ClientContext = React.createContext<Client | undefined>(undefined);

export const ClientProvider = ClientContext.Provider;

/** @throws {Error} outside of the client's page */
export function useClient(): Client {
  const client = React.useContext(ClientContext);
  if (!client) throw new Error('useClient is for components inside the client.');
  return client;
}
