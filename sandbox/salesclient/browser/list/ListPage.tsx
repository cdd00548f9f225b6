import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { hashOf } from '../app/route';
import { useLoaded } from '../app/useLoaded';
import { tableDefinition } from '../dataverse/metadata';
import { knownColumns } from '../dataverse/viewColumns';
import { queryType, readView, viewsOf } from '../dataverse/views';
import { Paging } from './Paging';
import { Rows } from './Rows';

const PAGE_SIZE = 50;

/** The rows of a view of a table, with the views to choose from, quick find and paging. */
export function ListPage(props: { readonly table: string; readonly viewId: string | undefined }): React.ReactElement {
  const { go, session, strings, user } = useClient();
  const [search, setSearch] = React.useState('');
  const [applied, setApplied] = React.useState('');
  const [page, setPage] = React.useState(1);
  const [loaded, reload] = useLoaded(async () => {
    const [table, views, finders] = await Promise.all([
      tableDefinition(props.table, session.language),
      viewsOf(props.table, queryType.public),
      viewsOf(props.table, queryType.quickFind),
    ]);
    const view = views.find(({ id }) => id === props.viewId) ?? views[0];
    const finder = finders[0];
    const used = applied !== '' && finder ? finder : view;
    if (!view || !used) throw new Error(`${table.pluralName}: no view.`);
    const query = { pageSize: PAGE_SIZE, page, ...(used === finder ? { search: applied } : {}) };
    return {
      table,
      columns: await knownColumns(table, used, session.language),
      views,
      view,
      used,
      canSearch: finder !== undefined,
      ...(await readView(table.setName, used, query)),
    };
  }, [props.table, props.viewId, applied, page, session.language]);

  if (loaded.state === 'loading') return <p className="loading">{strings.loading}</p>;
  if (loaded.state === 'failed') return <Failure message={loaded.message} retry={reload} />;
  const { table, columns, views, view, used, rows, hasMore, total, canSearch } = loaded.value;
  return (
    <>
      <h1>{table.pluralName}</h1>
      <div className="commands">
        <label className="switch">
          <span>{strings.view}</span>
          <select
            value={view.id}
            onChange={(event) => {
              setPage(1);
              go({ page: 'list', table: props.table, view: event.target.value });
            }}
          >
            {views.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {canSearch && (
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              setPage(1);
              setApplied(search.trim());
            }}
          >
            <label className="switch">
              <span>{strings.search}</span>
              <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
            </label>
          </form>
        )}
        {user.privileges.has(`prvcreate${props.table}`) && (
          <button
            type="button"
            onClick={() => go({ page: 'record', table: props.table, id: undefined, form: undefined })}
          >
            {strings.new}
          </button>
        )}
        <button type="button" onClick={reload}>
          {strings.refresh}
        </button>
      </div>
      {rows.length === 0 ? (
        <p className="empty">{strings.noRows}</p>
      ) : (
        <Rows
          table={table}
          columns={columns}
          rows={rows}
          caption={used.name}
          renderName={(id, name) => (
            <a href={hashOf({ page: 'record', table: props.table, id, form: undefined })}>{name || '…'}</a>
          )}
        />
      )}
      <Paging page={page} hasMore={hasMore} total={total} onShow={setPage} />
    </>
  );
}
