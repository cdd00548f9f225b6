import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { useLoaded } from '../app/useLoaded';
import { DatasetHost } from '../dataset/DatasetHost';
import { displayText } from '../dataverse/values';
import { EditableGrid } from '../grid/EditableGrid';
import { useGridControl } from '../grid/FormGrids';
import type { GridControl } from '../grid/gridControl';
import { ReadOnlyGrid } from '../grid/ReadOnlyGrid';
import type { SubgridDefinition } from '../grid/subgridDefinition';
import { subgridSource, type SubgridSource } from '../grid/subgridSource';
import type { FormRecord } from './Cell';

interface Props {
  readonly definition: SubgridDefinition;
  readonly label: string;
  readonly record: Pick<FormRecord, 'table' | 'id' | 'row'>;
}

interface ShownProps {
  readonly definition: SubgridDefinition;
  readonly label: string;
  readonly source: SubgridSource;
  readonly control: GridControl;
}

function Shown(props: ShownProps): React.ReactElement {
  const { display } = props.definition;
  switch (display.kind) {
    case 'component':
      return <DatasetHost {...props} component={display} />;
    case 'editable':
      return <EditableGrid {...props} pageSize={props.definition.recordsPerPage} />;
    case 'readOnly':
      return <ReadOnlyGrid {...props} pageSize={props.definition.recordsPerPage} />;
  }
}

/** Rows of another table that belong to this record, in a grid or in a component of the solution. */
export function Subgrid({ definition, label, record }: Props): React.ReactElement {
  const { session, strings } = useClient();
  const { table, id } = record;
  const name = displayText(record.row, table.primaryName);
  const control = useGridControl({ name: definition.id, ...definition });
  const [loaded, reload] = useLoaded(
    async () => (id === undefined ? undefined : subgridSource(definition, { table, id, name }, session.language)),
    [definition.table, definition.view, definition.relationship, id, session.language],
  );
  if (id === undefined) return <p className="empty">{strings.saveFirst}</p>;
  if (loaded.state === 'failed') return <Failure message={loaded.message} retry={reload} />;
  if (loaded.state === 'loading' || !loaded.value) return <p className="loading">{strings.loading}</p>;
  return <Shown definition={definition} label={label} source={loaded.value} control={control} />;
}
