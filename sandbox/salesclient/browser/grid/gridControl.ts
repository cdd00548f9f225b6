/** One loaded row as scripts see it. */
export interface GridRow {
  readonly id: string;
  readonly table: string;
  /** The value of the table's primary column, formatted. */
  readonly name: string;
  /** Texts of the shown columns as the user reads them, by column name. */
  readonly values: ReadonlyMap<string, string>;
}

/** The grid that is on the page at the moment, behind a grid control. */
export interface GridSource {
  /** Reads the rows of the shown page again. */
  refresh(): void;
  rows(): readonly GridRow[];
  selectedIds(): readonly string[];
  /** Rows of the query on all pages; -1 when Dataverse did not say. */
  totalRecordCount(): number;
}

/** What a form says about a subgrid. */
export interface GridDescription {
  /** The id of the control on the form, e.g. `quotedetailsGrid`: the name for scripts. */
  readonly name: string;
  readonly table: string;
  /** Schema name; empty when the grid is not narrowed to the form's record. */
  readonly relationship: string;
}

export type GridLoadHandler = () => void;

/**
 * A subgrid for form scripts, for as long as the form is open. The grid itself comes and goes with its tab; handlers stay.
 * Source: learn.microsoft.com, "Grids and subgrids (Client API reference)".
 */
export class GridControl {
  private readonly handlers: GridLoadHandler[] = [];
  private source: GridSource | undefined;

  constructor(readonly description: GridDescription) {}

  getName(): string {
    return this.description.name;
  }

  getControlType(): 'subgrid' {
    return 'subgrid';
  }

  getEntityName(): string {
    return this.description.table;
  }

  getRelationship(): { readonly name: string } {
    return { name: this.description.relationship };
  }

  /** A handler is called once for every load, however often it was added. */
  addOnLoad(handler: GridLoadHandler): void {
    if (!this.handlers.includes(handler)) this.handlers.push(handler);
  }

  removeOnLoad(handler: GridLoadHandler): void {
    const index = this.handlers.indexOf(handler);
    if (index >= 0) this.handlers.splice(index, 1);
  }

  /** Without a grid on the page there is nothing to do: it reads its rows when it is shown. */
  refresh(): void {
    this.source?.refresh();
  }

  getGrid(): {
    getRows(): readonly GridRow[];
    getSelectedRows(): readonly GridRow[];
    getTotalRecordCount(): number;
  } {
    const { source } = this;
    const rows = source?.rows() ?? [];
    const selected = source?.selectedIds() ?? [];
    return {
      getRows: () => rows,
      getSelectedRows: () => rows.filter(({ id }) => selected.includes(id)),
      getTotalRecordCount: () => source?.totalRecordCount() ?? -1,
    };
  }

  /** @throws {Error} always */
  getViewSelector(): never {
    throw new Error('The sandbox does not emulate getViewSelector of a grid.');
  }

  /** For the grid on the page. @returns what ends it */
  attach(source: GridSource): () => void {
    this.source = source;
    return () => {
      if (this.source === source) this.source = undefined;
    };
  }

  /** For the grid on the page, after every load of its rows; a handler that fails does not keep the others from it. */
  loaded(): void {
    for (const handler of [...this.handlers]) {
      try {
        handler();
      } catch (error) {
        reportError(error);
      }
    }
  }
}
