import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { useLoaded } from '../app/useLoaded';
import { tableDefinition } from '../dataverse/metadata';
import { displayText, type LookupValue } from '../dataverse/values';
import { queryType, readView, viewsOf } from '../dataverse/views';
import { Rows } from './Rows';

const PAGE_SIZE = 25;

interface Props {
  readonly table: string;
  readonly onChoose: (chosen: LookupValue) => void;
}

/** The rows of a table's lookup view, narrowed by quick find; choosing one answers the lookup. */
export function LookupList(props: Props): React.ReactElement {
  const { session, strings } = useClient();
  const [search, setSearch] = React.useState('');
  const [loaded, reload] = useLoaded(async () => {
    const [table, lookups, finders] = await Promise.all([
      tableDefinition(props.table, session.language),
      viewsOf(props.table, queryType.lookup),
      viewsOf(props.table, queryType.quickFind),
    ]);
    const view = search !== '' ? finders[0] : lookups[0];
    if (!view) throw new Error(`${table.pluralName}: no lookup view.`);
    const query = { pageSize: PAGE_SIZE, page: 1, ...(search === '' ? {} : { search }) };
    return { table, view, ...(await readView(table.setName, view, query)) };
  }, [props.table, search, session.language]);
  return (
    <>
      <label className="switch">
        <span>{strings.search}</span>
        <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      {loaded.state === 'loading' && <p className="loading">{strings.loading}</p>}
      {loaded.state === 'failed' && <Failure message={loaded.message} retry={reload} />}
      {loaded.state === 'ready' && loaded.value.rows.length === 0 && <p className="empty">{strings.noRows}</p>}
      {loaded.state === 'ready' && loaded.value.rows.length > 0 && (
        <Rows
          table={loaded.value.table}
          view={loaded.value.view}
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
    </>
  );
}
