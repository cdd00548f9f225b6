import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { ClientProvider } from '../../../sandbox/salesclient/browser/app/ClientContext';
import type { LoadedControl, VirtualControl } from '../../../sandbox/salesclient/browser/controls/loader';
import { DatasetHost } from '../../../sandbox/salesclient/browser/dataset/DatasetHost';
import { GridControl } from '../../../sandbox/salesclient/browser/grid/gridControl';
import type { SubgridDefinition } from '../../../sandbox/salesclient/browser/grid/subgridDefinition';
import { does, testClient, sourceOf } from './editableGridPage';
import { line } from './quoteLines';

type DataSet = ComponentFramework.PropertyTypes.DataSet;

interface Update {
  readonly updated: readonly string[];
  readonly lines: DataSet;
}

const updates: Update[] = [];
const mockCreate = jest.fn<VirtualControl, []>();

jest.mock('../../../sandbox/salesclient/browser/controls/loader', () => ({
  loadControl: (): Promise<LoadedControl> =>
    Promise.resolve({
      manifest: {
        registeredName: 'Space.Lines',
        script: 'bundle.js',
        strings: [],
        styles: [],
        properties: [],
        dataSets: ['lines'],
      },
      strings: new Map(),
      create: () => mockCreate(),
    }),
}));

function isDataSet(value: unknown): value is DataSet {
  return typeof value === 'object' && value !== null && 'sortedRecordIds' in value;
}

/** A component that shows how many rows it has, and reads all pages. */
class Counting implements VirtualControl {
  destroyed = 0;

  init(): void {
    return undefined;
  }

  updateView(context: ComponentFramework.Context<Record<string, unknown>>): React.ReactElement {
    const { lines } = context.parameters;
    if (!isDataSet(lines)) throw new Error('No data set.');
    updates.push({ updated: context.updatedProperties, lines });
    if (!lines.loading && lines.paging.hasNextPage) lines.paging.loadNextPage();
    return <p>{lines.loading ? 'reading' : `${lines.sortedRecordIds.length} lines`}</p>;
  }

  destroy(): void {
    this.destroyed += 1;
  }
}

/** jsdom lays nothing out: the place of the component has a width all the same. */
class Observer {
  constructor(private readonly tell: (entries: readonly { contentRect: { width: number } }[]) => void) {}
  observe(): void {
    this.tell([{ contentRect: { width: 800 } }]);
  }
  disconnect(): void {
    return undefined;
  }
}

const definition: SubgridDefinition = {
  kind: 'subgrid',
  id: 'quoteLines',
  table: 'quotedetail',
  relationship: 'quote_details',
  view: 'aaaa',
  recordsPerPage: 2,
  display: { kind: 'component', name: 'pfx_Space.Lines', dataSet: 'lines' },
};

async function show(dataSet = 'lines'): Promise<{ control: GridControl; component: Counting; unmount: () => void }> {
  const component = new Counting();
  updates.length = 0;
  mockCreate.mockReturnValue(component);
  Object.assign(globalThis, { ResizeObserver: Observer });
  const control = new GridControl({ name: 'quoteLines', table: 'quotedetail', relationship: 'quote_details' });
  const source = sourceOf([1, 2, 3].map((number) => line(number)));
  const { unmount } = render(
    <ClientProvider value={testClient()}>
      <DatasetHost
        definition={definition}
        component={{ name: 'pfx_Space.Lines', dataSet }}
        label="Lines"
        source={source}
        control={control}
      />
    </ClientProvider>,
  );
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
  return { control, component, unmount };
}

describe('A component on a subgrid', () => {
  it('is updated with a new data set whenever rows have come', async () => {
    await show();
    expect(screen.getByText('3 lines')).toBeVisible();
    expect(new Set(updates.map(({ lines }) => lines)).size).toBeGreaterThan(1);
    expect(updates.at(-1)?.updated).toEqual(['dataset']);
    expect(updates.at(-1)?.lines.paging).toMatchObject({ pageSize: 2, lastPageNumber: 2, hasNextPage: false });
  });

  it('reads its rows again when a form script refreshes its grid control', async () => {
    const { control } = await show();
    const loads = jest.fn();
    control.addOnLoad(loads);
    await does(() => control.refresh());
    expect(loads).toHaveBeenCalledTimes(1);
    expect(control.getGrid().getTotalRecordCount()).toBe(3);
    expect(screen.getByText('3 lines')).toBeVisible();
  });

  it('shares its selection with form scripts', async () => {
    const { control } = await show();
    const id = String(line(2).quotedetailid);
    await does(() => updates.at(-1)?.lines.setSelectedRecordIds([id]));
    expect(control.getGrid().getSelectedRows()).toMatchObject([{ id, table: 'quotedetail' }]);
  });

  it('ends with its place on the page, and its grid control has no rows then', async () => {
    const { control, component, unmount } = await show();
    unmount();
    expect(component.destroyed).toBe(1);
    expect(control.getGrid().getRows()).toEqual([]);
  });

  it('says so when the form names a data set that the component does not have', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await show('rows');
    expect(screen.getByRole('alert')).toHaveTextContent('pfx_Space.Lines has no data set "rows".');
    jest.restoreAllMocks();
  });
});
