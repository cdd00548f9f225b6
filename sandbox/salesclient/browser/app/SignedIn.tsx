import React from 'react';
import { ListPage } from '../list/ListPage';
import { RecordPage } from '../form/RecordPage';
import { Navigation } from './Navigation';
import { useClient } from './ClientContext';
import type { Route } from './route';

/** The app itself: navigation at the side, the chosen page beside it. */
export function SignedIn({ route }: { readonly route: Route }): React.ReactElement {
  const { session } = useClient();
  return (
    <div className="app">
      <Navigation current={route.table} />
      <main className={`page width-${session.width}`}>
        {route.page === 'list' ? (
          <ListPage key={route.table} table={route.table} viewId={route.view} />
        ) : (
          <RecordPage key={`${route.table} ${route.id ?? ''}`} table={route.table} id={route.id} formId={route.form} />
        )}
      </main>
    </div>
  );
}
