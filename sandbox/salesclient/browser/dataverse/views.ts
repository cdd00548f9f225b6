import { viewFetch, type ViewQuery } from './viewFetch';
import { asRow, get, rowsOf, textOf, type Row } from './webApi';

export interface View {
  readonly id: string;
  readonly name: string;
  readonly fetchXml: string;
  /** What the view shows, in its order. */
  readonly columns: readonly ViewColumn[];
  /** Cells of its layout that are read and not shown. */
  readonly hiddenColumns: readonly ViewColumn[];
  readonly isDefault: boolean;
}

/** A column of the view; one of a linked table is named `alias.column`. */
export interface ViewColumn {
  readonly name: string;
  readonly width: number;
}

/** Kinds of a saved query. */
export const queryType = { public: 0, associated: 2, quickFind: 4, lookup: 64 } as const;

function isHidden(cell: Element): boolean {
  return ['1', 'true'].includes(cell.getAttribute('ishidden') ?? '');
}

function columnOf(cell: Element): ViewColumn {
  return { name: cell.getAttribute('name') ?? '', width: Number(cell.getAttribute('width') ?? '100') };
}

function viewOf(row: Row): View {
  const layout = new DOMParser().parseFromString(textOf(row, 'layoutxml'), 'text/xml');
  const cells = Array.from(layout.getElementsByTagName('cell'));
  return {
    id: textOf(row, 'savedqueryid'),
    name: textOf(row, 'name'),
    fetchXml: textOf(row, 'fetchxml'),
    columns: cells.filter((cell) => !isHidden(cell)).map(columnOf),
    hiddenColumns: cells.filter(isHidden).map(columnOf),
    isDefault: row.isdefault === true,
  };
}

/** The views of a table, the default one first. */
export async function viewsOf(table: string, type: number): Promise<readonly View[]> {
  const rows = rowsOf(
    await get(
      `savedqueries?$select=savedqueryid,name,fetchxml,layoutxml,isdefault&$filter=returnedtypecode eq '${table}' and querytype eq ${type}&$orderby=name`,
    ),
  );
  const views = rows.map(viewOf);
  return [...views.filter((view) => view.isDefault), ...views.filter((view) => !view.isDefault)];
}

export interface ViewPage {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  /** Rows on all pages; -1 when Dataverse counts no further (beyond 5,000). */
  readonly total: number;
}

function totalOf(body: Row): number {
  const total = body['@Microsoft.Dynamics.CRM.totalrecordcount'];
  const exceeded = body['@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'] === true;
  return typeof total === 'number' && !exceeded ? total : -1;
}

/** One page of a view's rows. @throws {WebApiError} */
export async function readView(setName: string, view: View, query: ViewQuery): Promise<ViewPage> {
  const xml = viewFetch(view.fetchXml, query);
  const body = asRow(await get(`${setName}?fetchXml=${encodeURIComponent(xml)}`, 'odata.include-annotations="*"'));
  return {
    rows: rowsOf(body),
    hasMore: body['@Microsoft.Dynamics.CRM.morerecords'] === true,
    total: totalOf(body),
  };
}
