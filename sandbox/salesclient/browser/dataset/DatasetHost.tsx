import React from 'react';
import { openRecordPage } from '../app/route';
import { ControlHost } from '../controls/ControlHost';
import { displayText } from '../dataverse/values';
import { textOf } from '../dataverse/webApi';
import type { GridControl } from '../grid/gridControl';
import type { SubgridDefinition } from '../grid/subgridDefinition';
import type { SubgridSource } from '../grid/subgridSource';
import { SubgridDataset } from './SubgridDataset';

interface Props {
  readonly definition: SubgridDefinition;
  readonly component: { readonly name: string; readonly dataSet: string };
  readonly label: string;
  readonly source: SubgridSource;
  readonly control: GridControl;
}

/** What the platform names in `updatedProperties` when a data set has something new. */
const DATASET_CHANGED = ['dataset'];

/** A data set for as long as the component is on the page, and how often it changed. */
function useDataset({ definition, source, control }: Props): [SubgridDataset, number] {
  const [version, setVersion] = React.useState(0);
  const dataset = React.useMemo(() => {
    // A component may act on its data set while it renders: the page follows afterwards.
    const changed = (): void => void Promise.resolve().then(() => setVersion((before) => before + 1));
    return new SubgridDataset(
      {
        table: source.table,
        view: source.view,
        columns: source.columns,
        pageSize: definition.recordsPerPage,
        read: (asked, page) => source.read({ ...asked, page }),
        open: openRecordPage,
      },
      changed,
      () => control.loaded(),
    );
  }, [source, definition.recordsPerPage, control]);
  React.useEffect(() => {
    const detach = control.attach({
      refresh: () => dataset.refresh(),
      rows: () =>
        dataset.rows().map((row) => ({
          id: textOf(row, source.table.primaryId),
          table: source.table.name,
          name: displayText(row, source.table.primaryName),
          values: new Map(source.columns.map(({ name }) => [name, displayText(row, name)])),
        })),
      selectedIds: () => dataset.selectedIds(),
      totalRecordCount: () => dataset.totalRecordCount(),
    });
    dataset.refresh();
    return () => {
      detach();
      dataset.close();
    };
  }, [control, dataset, source]);
  return [dataset, version];
}

/** A component over the rows of a subgrid, in place of a grid. */
export function DatasetHost(props: Props): React.ReactElement {
  const [dataset, version] = useDataset(props);
  const { component, source, label } = props;
  return (
    <ControlHost
      name={component.name}
      label={label}
      record={{ table: source.parent.table.name, id: source.parent.id, name: source.parent.name }}
      disabled={false}
      parameters={(manifest) => {
        if (!manifest.dataSets.includes(component.dataSet))
          throw new Error(`${component.name} has no data set "${component.dataSet}".`);
        return { [component.dataSet]: dataset.snapshot() };
      }}
      updatedProperties={version === 0 ? [] : DATASET_CHANGED}
      onOutputs={() => undefined}
    />
  );
}
