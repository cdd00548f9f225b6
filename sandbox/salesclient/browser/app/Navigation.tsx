import React from 'react';
import { tableDefinition } from '../dataverse/metadata';
import { asRow, get, rowsOf, textOf } from '../dataverse/webApi';
import { useClient } from './ClientContext';
import { hashOf } from './route';
import { useLoaded } from './useLoaded';

/** Sales' own tables, which the Sales Hub shows. */
const salesTables = ['account'];

/** Tables of the apps that the signed-in user may open, from their site maps. */
async function appTables(): Promise<readonly string[]> {
  const rows = rowsOf(await get('sitemaps?$select=sitemapxml'));
  return rows.flatMap((row) => {
    const xml = new DOMParser().parseFromString(textOf(asRow(row), 'sitemapxml'), 'text/xml');
    return Array.from(xml.getElementsByTagName('SubArea')).flatMap((area) => area.getAttribute('Entity') ?? []);
  });
}

async function entries(
  language: number,
  mayRead: (table: string) => boolean,
): Promise<readonly { table: string; name: string }[]> {
  const tables = [...new Set([...salesTables, ...(await appTables())])].filter(mayRead);
  const definitions = await Promise.all(tables.map((table) => tableDefinition(table, language)));
  return definitions.map((definition) => ({ table: definition.name, name: definition.pluralName }));
}

/** Links to the lists that the user may read. */
export function Navigation({ current }: { readonly current: string }): React.ReactElement {
  const { session, strings, user } = useClient();
  const mayRead = (table: string): boolean => user.privileges.has(`prvread${table}`);
  const [loaded] = useLoaded(() => entries(session.language, mayRead), [session.language, session.user]);
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
