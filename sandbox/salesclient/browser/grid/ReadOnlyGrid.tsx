import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { hashOf } from '../app/route';
import { displayText } from '../dataverse/values';
import { textOf } from '../dataverse/webApi';
import { Paging } from '../list/Paging';
import type { GridControl } from './gridControl';
import { HeadCells, isNumeric } from './GridHead';
import type { SubgridSource } from './subgridSource';
import { useGridRows } from './useGridRows';

interface Props {
  readonly source: SubgridSource;
  readonly control: GridControl;
  readonly label: string;
  readonly pageSize: number;
}

/** The rows of a subgrid to read; the first column leads to the row's record. */
export function ReadOnlyGrid({ source, control, label, pageSize }: Props): React.ReactElement {
  const { strings } = useClient();
  const grid = useGridRows(source, control, pageSize);
  const { loaded } = grid;
  if (loaded.state === 'loading') return <p className="loading">{strings.loading}</p>;
  if (loaded.state === 'failed') return <Failure message={loaded.message} retry={grid.reload} />;
  const { rows, hasMore, total } = loaded.value;
  if (rows.length === 0 && grid.page === 1) return <p className="empty">{strings.noRows}</p>;
  const columns = source.columns.filter(({ isHidden }) => !isHidden);
  const { table } = source;
  return (
    <>
      <div className="table-scroll">
        <table>
          <caption>{label || source.view.name}</caption>
          <thead>
            <tr>
              <HeadCells columns={columns} sorting={grid.sorting} onSort={grid.sortBy} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const id = textOf(row, table.primaryId);
              return (
                <tr key={id}>
                  {columns.map((column, index) => {
                    const text = displayText(row, column.name);
                    return (
                      <td key={column.name} className={isNumeric(column) ? 'number' : undefined}>
                        {index === 0 ? (
                          <a href={hashOf({ page: 'record', table: table.name, id, form: undefined })}>{text || '…'}</a>
                        ) : (
                          text
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Paging page={grid.page} hasMore={hasMore} total={total} onShow={grid.showPage} />
    </>
  );
}
