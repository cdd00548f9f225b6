import React from 'react';
import { tableDefinition } from '../dataverse/metadata';
import type { SignedInUser } from '../dataverse/user';
import { get, rowsOf, textOf } from '../dataverse/webApi';
import { useClient } from './ClientContext';
import { hashOf } from './route';
import { useLoaded } from './useLoaded';

/** Sales' own tables, which the Sales Hub shows. */
const salesTables = ['account', 'product', 'quote'];

/** An app is for the users who have one of its roles; its site map has its name. */
async function openableApps(user: SignedInUser): Promise<ReadonlySet<string>> {
  const apps = rowsOf(await get('appmodules?$select=uniquename&$expand=appmoduleroles_association($select=roleid)'));
  const own = new Set(user.roles.map((role) => role.id));
  const openable = apps.filter((app) =>
    rowsOf({ value: app.appmoduleroles_association }).some((role) => own.has(textOf(role, 'roleid'))),
  );
  return new Set(openable.map((app) => textOf(app, 'uniquename')));
}

/** Tables of the apps that the signed-in user may open, from their site maps. */
async function appTables(user: SignedInUser): Promise<readonly string[]> {
  const apps = await openableApps(user);
  const rows = rowsOf(await get('sitemaps?$select=sitemapnameunique,sitemapxml'));
  const openable = rows.filter((row) => apps.has(textOf(row, 'sitemapnameunique')));
  return openable.flatMap((row) => {
    const xml = new DOMParser().parseFromString(textOf(row, 'sitemapxml'), 'text/xml');
    return Array.from(xml.getElementsByTagName('SubArea')).flatMap((area) => area.getAttribute('Entity') ?? []);
  });
}

async function entries(language: number, user: SignedInUser): Promise<readonly { table: string; name: string }[]> {
  const tables = [...new Set([...salesTables, ...(await appTables(user))])].filter((table) =>
    user.privileges.has(`prvread${table}`),
  );
  const definitions = await Promise.all(tables.map((table) => tableDefinition(table, language)));
  return definitions.map((definition) => ({ table: definition.name, name: definition.pluralName }));
}

/** Links to the lists that the user may read. */
export function Navigation({ current }: { readonly current: string }): React.ReactElement {
  const { session, strings, user } = useClient();
  const [loaded] = useLoaded(() => entries(session.language, user), [session.language, session.user]);
  return (
    <nav className="navigation" aria-label={strings.navigation}>
      {loaded.state === 'ready' &&
        loaded.value.map(({ table, name }) => (
          <a
            key={table}
            href={hashOf({ page: 'list', table, view: undefined })}
            aria-current={table === current ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
    </nav>
  );
}
