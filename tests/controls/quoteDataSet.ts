import { lineColumns } from '../../controls/QuoteAvailability/lineColumns';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** A line's columns under the names that the view gives them; what is left out is empty. */
export type LineValues = Readonly<Record<string, unknown>>;

export const lookup = (id: string, name: string, table = 'product'): ComponentFramework.EntityReference => {
  return { id: { guid: id }, etn: table, name };
};

/** What the typings leave out: an empty column's value is null. */
function isValue(value: unknown): value is ReturnType<EntityRecord['getValue']> {
  return value !== undefined;
}

function formatted(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'name' in value) return formatted(value.name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const records = new WeakMap<LineValues, EntityRecord>();

/** The same line is the same record, so that a test of speed does not measure how it is made. */
export function entityRecord(id: string, values: LineValues): EntityRecord {
  const record = records.get(values) ?? recordOf(id, values);
  records.set(values, record);
  return record;
}

function recordOf(id: string, values: LineValues): EntityRecord {
  return {
    getRecordId: () => id,
    getFormattedValue: (name) => formatted(values[name]),
    getValue: (name) => {
      const value = values[name] ?? null;
      if (!isValue(value)) throw new TypeError(name);
      return value;
    },
    getNamedReference: () => lookup(id, formatted(values.productdescription), 'quotedetail'),
  };
}

function refuse(): never {
  throw new Error('A control does not use this.');
}

/** The data set as the platform hands it over: pages of the view, of which more come when they are asked for. */
export class FakeDataSet {
  readonly calls: string[] = [];
  readonly opened: string[] = [];
  lines: readonly (readonly [id: string, values: LineValues])[] = [];
  columns: readonly string[] = lineColumns;
  pageSize = 300;
  /** How many lines a next page brings. */
  linesPerPage = 4;
  /** How many lines the platform holds; a next page adds to it. */
  loaded = Number.POSITIVE_INFINITY;
  loading = false;
  error = '';
  /** `false`: the next page that was asked for does not come. */
  deliversPages = true;
  onCall: () => void = () => undefined;

  dataSet(): DataSet {
    const shown = this.lines.slice(0, this.loaded);
    return {
      columns: this.columns.map((name, order) => {
        return { name, displayName: name, dataType: 'SingleLine.Text', alias: name, order, visualSizeFactor: 1 };
      }),
      error: this.error !== '',
      errorMessage: this.error,
      loading: this.loading,
      records: Object.fromEntries(shown.map(([id, values]) => [id, entityRecord(id, values)])),
      sortedRecordIds: shown.map(([id]) => id),
      sorting: [],
      paging: this.paging(shown.length),
      ...this.actions(),
    };
  }

  private paging(shown: number): DataSet['paging'] {
    return {
      firstPageNumber: 1,
      lastPageNumber: Math.max(1, Math.ceil(shown / this.pageSize)),
      hasNextPage: shown < this.lines.length,
      hasPreviousPage: false,
      pageSize: this.pageSize,
      totalResultCount: -1,
      loadNextPage: () => {
        this.call('loadNextPage');
        if (this.deliversPages) this.loaded += this.linesPerPage;
      },
      setPageSize: (size) => {
        this.call(`setPageSize ${size}`);
        this.pageSize = size;
      },
      loadExactPage: refuse,
      loadPreviousPage: refuse,
      reset: refuse,
    };
  }

  private actions(): Omit<
    DataSet,
    'columns' | 'error' | 'errorMessage' | 'loading' | 'records' | 'sortedRecordIds' | 'sorting' | 'paging'
  > {
    return {
      filtering: { getFilter: refuse, setFilter: refuse, clearFilter: refuse },
      linking: { getLinkedEntities: refuse, addLinkedEntity: refuse },
      clearSelectedRecordIds: refuse,
      getSelectedRecordIds: refuse,
      setSelectedRecordIds: refuse,
      getTargetEntityType: () => 'quotedetail',
      getTitle: () => 'Lines with Business Central items',
      getViewId: () => '66666666-6666-4666-8666-666666666666',
      openDatasetItem: ({ id }) => void this.opened.push(id.guid),
      refresh: () => this.call('refresh'),
    };
  }

  private call(name: string): void {
    this.calls.push(name);
    this.onCall();
  }
}
