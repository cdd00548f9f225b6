import type { TableDefinition } from '../dataverse/metadata';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import { linksOf } from '../dataverse/viewFetch';
import type { View, ViewPage } from '../dataverse/views';
import { textOf, type Row } from '../dataverse/webApi';
import { columnMetadata } from './columnMetadata';
import { askedOf, sortingOf, type Asked } from './datasetQuery';
import { entityRecord } from './entityRecord';
import { notEmulated } from './notEmulated';
import { PagedRows } from './PagedRows';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;

export interface DatasetSource {
  readonly table: TableDefinition;
  readonly view: View;
  readonly columns: readonly KnownViewColumn[];
  readonly pageSize: number;
  /** @throws {WebApiError} */
  read(asked: Asked, page: number): Promise<ViewPage>;
  open(table: string, id: string): void;
}

/** The most rows of a page that Dataverse gives. */
const LARGEST_PAGE = 5000;

function emptyFilter(): FilterExpression {
  return { conditions: [], filterOperator: 0, filters: [] };
}

/** The data set of a component on a subgrid: reads pages of the view and says when there is something new. */
export class SubgridDataset {
  private readonly paged: PagedRows;
  private readonly columns: ReadonlyMap<string, KnownViewColumn>;
  /** The component changes this list in place and then refreshes, as documented. */
  private readonly sorting: DataSet['sorting'];
  private filter = emptyFilter();
  private pageSize: number;
  private selected: readonly string[] = [];
  private shown: DataSet | undefined;

  /**
   * @param changed called when the data set has something new to show
   * @param loaded called after every load of rows, also one that failed
   */
  constructor(
    private readonly source: DatasetSource,
    private readonly changed: () => void,
    loaded: () => void,
  ) {
    this.columns = new Map(source.columns.map((column) => [column.name, column]));
    this.sorting = sortingOf(source.view);
    this.pageSize = source.pageSize;
    this.paged = new PagedRows({
      wanted: () => askedOf(this.columns, this.sorting, this.filter, this.pageSize),
      read: (asked, page) => source.read(asked, page),
      changed: () => this.tell(),
      ended: loaded,
    });
  }

  /** Reads the shown pages again; from the first page on when sorting, filter or page size are new. */
  refresh(): void {
    this.paged.refresh();
  }

  /** No answer that is still under way is taken from here on. */
  close(): void {
    this.paged.close();
  }

  rows(): readonly Row[] {
    return this.paged.pages.rows;
  }

  /** Of the rows that are there. */
  selectedIds(): readonly string[] {
    const known = new Set(this.rows().map((row) => textOf(row, this.source.table.primaryId)));
    return this.selected.filter((id) => known.has(id));
  }

  totalRecordCount(): number {
    return this.paged.pages.total;
  }

  /** The data set as the component gets it: the same object until something changed. */
  snapshot(): DataSet {
    this.shown ??= this.made();
    return this.shown;
  }

  private tell(): void {
    this.shown = undefined;
    this.changed();
  }

  private select(ids: readonly string[]): void {
    this.selected = [...ids];
    this.tell();
  }

  private made(): DataSet {
    const { table, view, columns } = this.source;
    const { failure, loading } = this.paged;
    const records = this.rows().map((row) => entityRecord(table, this.columns, row));
    return {
      addColumn: () => notEmulated('addColumn of a data set'),
      columns: columnMetadata(columns),
      error: failure !== undefined,
      errorMessage: failure ?? '',
      loading,
      records: Object.fromEntries(records.map((record) => [record.getRecordId(), record])),
      sortedRecordIds: records.map((record) => record.getRecordId()),
      sorting: this.sorting,
      filtering: this.filtering(),
      linking: this.linking(),
      paging: this.paging(),
      clearSelectedRecordIds: () => this.select([]),
      getSelectedRecordIds: () => [...this.selectedIds()],
      setSelectedRecordIds: (ids) => this.select(ids),
      getTargetEntityType: () => table.name,
      getTitle: () => view.name,
      getViewId: () => view.id,
      openDatasetItem: ({ etn, id }) => this.source.open(etn ?? table.name, id.guid),
      refresh: () => this.refresh(),
    };
  }

  private filtering(): DataSet['filtering'] {
    return {
      getFilter: () => this.filter,
      setFilter: (expression) => {
        this.filter = expression;
      },
      clearFilter: () => {
        this.filter = emptyFilter();
      },
    };
  }

  private linking(): DataSet['linking'] {
    return {
      getLinkedEntities: () =>
        linksOf(this.source.view.fetchXml).map(({ table, ...link }) => ({ ...link, name: table })),
      addLinkedEntity: () => notEmulated('linking.addLinkedEntity of a data set'),
    };
  }

  private paging(): DataSet['paging'] {
    const { first, last, hasMore, total } = this.paged.pages;
    return {
      firstPageNumber: first,
      lastPageNumber: last,
      hasNextPage: hasMore,
      hasPreviousPage: first > 1,
      pageSize: this.pageSize,
      totalResultCount: total,
      loadExactPage: (page) => this.paged.loadExactPage(page),
      loadNextPage: (onlyNew = false) => this.paged.loadNextPage(onlyNew),
      loadPreviousPage: (onlyNew = false) => this.paged.loadPreviousPage(onlyNew),
      reset: () => this.paged.loadExactPage(1),
      setPageSize: (size) => {
        if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) throw new RangeError(`Page size ${size}.`);
        this.pageSize = size;
      },
    };
  }
}
