import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { useLoaded } from '../app/useLoaded';
import { lookupViews } from '../dataverse/lookupView';
import { tableDefinition, type TableDefinition } from '../dataverse/metadata';
import { displayText, type LookupValue } from '../dataverse/values';
import { knownColumns } from '../dataverse/viewColumns';
import type { FetchFilter, ViewQuery } from '../dataverse/viewFetch';
import { readView, type View } from '../dataverse/views';
import { Paging } from './Paging';
import { Rows } from './Rows';

const PAGE_SIZE = 25;

interface Props {
  readonly table: string;
  readonly filter: FetchFilter | undefined;
  readonly onChoose: (chosen: LookupValue) => void;
}

function nameBegins(table: TableDefinition, text: string): FetchFilter {
  const condition = { column: table.primaryName, operator: 'like', values: [`${text}%`] };
  return { type: 'and', conditions: [condition], filters: [] };
}

/** Which rows are asked for: those that may be chosen, narrowed by the text. */
function queryOf(
  table: TableDefinition,
  finder: View | undefined,
  search: string,
  filter: FetchFilter | undefined,
): Omit<ViewQuery, 'page'> {
  const byName = search !== '' && !finder ? [nameBegins(table, search)] : [];
  const filters = [...(filter ? [filter] : []), ...byName];
  return {
    pageSize: PAGE_SIZE,
    columns: [table.primaryName],
    ...(search !== '' && finder ? { search } : {}),
    ...(filters.length > 0 ? { filter: { type: 'and', conditions: [], filters } } : {}),
  };
}

/** The rows of a table's lookup view, narrowed by quick find; choosing one answers the lookup. */
export function LookupList(props: Props): React.ReactElement {
  const { session, strings } = useClient();
  const [search, setSearch] = React.useState('');
  const [page, setPage] = React.useState(1);
  const [loaded, reload] = useLoaded(async () => {
    const table = await tableDefinition(props.table, session.language);
    const { all, finder } = await lookupViews(table);
    const view = (search === '' ? undefined : finder) ?? all;
    const columns = await knownColumns(table, view, session.language);
    const query = { ...queryOf(table, finder, search, props.filter), page };
    return { table, columns, ...(await readView(table.setName, view, query)) };
  }, [props.table, search, page, session.language]);
  return (
    <>
      <label className="switch">
        <span>{strings.search}</span>
        <input
          type="search"
          value={search}
          onChange={(event) => {
            setPage(1);
            setSearch(event.target.value);
          }}
        />
      </label>
      {loaded.state === 'loading' && <p className="loading">{strings.loading}</p>}
      {loaded.state === 'failed' && <Failure message={loaded.message} retry={reload} />}
      {loaded.state === 'ready' && loaded.value.rows.length === 0 && <p className="empty">{strings.noRows}</p>}
      {loaded.state === 'ready' && loaded.value.rows.length > 0 && (
        <Rows
          table={loaded.value.table}
          columns={loaded.value.columns}
          rows={loaded.value.rows}
          caption={loaded.value.table.pluralName}
          renderName={(id, name, row) => (
            <button
              type="button"
              className="link"
              onClick={() =>
                props.onChoose({ id, name: displayText(row, loaded.value.table.primaryName), entityType: props.table })
              }
            >
              {name || '…'}
            </button>
          )}
        />
      )}
      {loaded.state === 'ready' && (
        <Paging page={page} hasMore={loaded.value.hasMore} total={loaded.value.total} onShow={setPage} />
      )}
    </>
  );
}
