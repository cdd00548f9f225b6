import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { textOf, type Row } from '../dataverse/webApi';
import { Paging } from '../list/Paging';
import { EditableRow } from './EditableRow';
import type { GridControl } from './gridControl';
import { GridCommands } from './GridCommands';
import { HeadCells } from './GridHead';
import { rightsOf } from './salesLines';
import type { SubgridSource } from './subgridSource';
import { useCellEditing } from './useCellEditing';
import { useGridRows } from './useGridRows';

interface Props {
  readonly source: SubgridSource;
  readonly control: GridControl;
  readonly label: string;
  readonly pageSize: number;
}

function SelectAll(props: {
  readonly ids: readonly string[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}): React.ReactElement {
  const { strings } = useClient();
  const isAll = props.ids.length > 0 && props.ids.every((id) => props.selected.has(id));
  return (
    <input
      type="checkbox"
      aria-label={strings.selectAll}
      checked={isAll}
      onChange={(event) => props.onSelect(new Set(event.target.checked ? props.ids : []))}
    />
  );
}

/** The rows of a subgrid, changed in their place: Microsoft's editable grid as far as the lines of a quote need it. */
export function EditableGrid({ source, control, label, pageSize }: Props): React.ReactElement {
  const { strings, user } = useClient();
  const grid = useGridRows(source, control, pageSize);
  const refusalId = `refusal-${control.getName()}`;
  const { loaded, page, selected } = grid;
  const rows: readonly Row[] = loaded.state === 'ready' ? loaded.value.rows : [];
  const total = loaded.state === 'ready' ? loaded.value.total : -1;
  const editing = useCellEditing(source, ({ added, removed }) => {
    const left = total - removed.length + (added ? 1 : 0);
    const lastPage = Math.max(1, Math.ceil(left / pageSize));
    const wanted = added ? lastPage : Math.min(page, lastPage);
    if (removed.length > 0) grid.select(new Set());
    if (total >= 0 && wanted !== page) grid.showPage(wanted);
    else grid.reload();
  });
  if (loaded.state === 'loading') return <p className="loading">{strings.loading}</p>;
  if (loaded.state === 'failed') return <Failure message={loaded.message} retry={grid.reload} />;
  const { table } = source;
  const rights = rightsOf(source, user);
  const columns = source.columns.filter(({ isHidden }) => !isHidden);
  const mark = (id: string, isSelected: boolean): void =>
    grid.select(new Set([...selected].filter((other) => other !== id).concat(isSelected ? [id] : [])));
  return (
    <div className="grid">
      <GridCommands rights={rights} editing={editing} selected={selected} onRefresh={grid.reload} />
      {!rights.write && <p className="empty">{source.isParentOpen ? strings.mayNotChange : strings.notDraft}</p>}
      {editing.refused !== undefined && (
        <p role="alert" id={refusalId} className="refusal">
          {editing.refused}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="empty">{strings.noRows}</p>
      ) : (
        <div className="table-scroll">
          <table>
            <caption>{label || source.view.name}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <SelectAll
                    ids={rows.map((row) => textOf(row, table.primaryId))}
                    selected={selected}
                    onSelect={grid.select}
                  />
                </th>
                <HeadCells columns={columns} sorting={grid.sorting} onSort={grid.sortBy} />
                <th scope="col">
                  <span className="only-heard">{strings.open}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const id = textOf(row, table.primaryId);
                return (
                  <EditableRow
                    key={id}
                    table={table}
                    columns={columns}
                    row={row}
                    editing={editing}
                    mayWrite={rights.write}
                    refusalId={refusalId}
                    isSelected={selected.has(id)}
                    onSelect={(isSelected) => mark(id, isSelected)}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <Paging page={page} hasMore={loaded.value.hasMore} total={total} onShow={grid.showPage} />
    </div>
  );
}
