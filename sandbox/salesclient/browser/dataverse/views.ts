import { get, rowsOf, textOf, type Row } from './webApi';

export interface View {
  readonly id: string;
  readonly name: string;
  readonly fetchXml: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly isDefault: boolean;
}

/** Kinds of a saved query. */
export const queryType = { public: 0, associated: 2, quickFind: 4, lookup: 64 } as const;

function columnsOf(layoutXml: string): View['columns'] {
  const layout = new DOMParser().parseFromString(layoutXml, 'text/xml');
  return Array.from(layout.getElementsByTagName('cell'))
    .filter((cell) => cell.getAttribute('ishidden') !== '1')
    .map((cell) => ({ name: cell.getAttribute('name') ?? '', width: Number(cell.getAttribute('width') ?? '100') }));
}

function viewOf(row: Row): View {
  return {
    id: textOf(row, 'savedqueryid'),
    name: textOf(row, 'name'),
    fetchXml: textOf(row, 'fetchxml'),
    columns: columnsOf(textOf(row, 'layoutxml')),
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

/** FetchXML of a quick find view with its `{0}` filled in. */
function withSearch(fetch: Document, search: string): void {
  for (const condition of Array.from(fetch.getElementsByTagName('condition'))) {
    if (condition.getAttribute('value') === '{0}') condition.setAttribute('value', `${search}%`);
  }
}

/** Keeps only what was asked for: rows of one parent. */
function withParent(fetch: Document, column: string, id: string): void {
  const entity = fetch.getElementsByTagName('entity')[0];
  if (!entity) return;
  const filter = fetch.createElement('filter');
  const condition = fetch.createElement('condition');
  condition.setAttribute('attribute', column);
  condition.setAttribute('operator', 'eq');
  condition.setAttribute('value', id);
  filter.appendChild(condition);
  entity.appendChild(filter);
}

export interface ViewQuery {
  readonly search?: string;
  readonly parent?: { readonly column: string; readonly id: string };
  readonly pageSize: number;
  readonly page: number;
}

export interface ViewPage {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** One page of a view's rows. @throws {WebApiError} */
export async function readView(setName: string, view: View, query: ViewQuery): Promise<ViewPage> {
  const fetch = new DOMParser().parseFromString(view.fetchXml, 'text/xml');
  if (query.search !== undefined) withSearch(fetch, query.search);
  if (query.parent) withParent(fetch, query.parent.column, query.parent.id);
  const root = fetch.documentElement;
  root.setAttribute('count', String(query.pageSize));
  root.setAttribute('page', String(query.page));
  const xml = new XMLSerializer().serializeToString(fetch);
  const body = await get(`${setName}?fetchXml=${encodeURIComponent(xml)}`, 'odata.include-annotations="*"');
  const more =
    typeof body === 'object' && body !== null && '@Microsoft.Dynamics.CRM.morerecords' in body
      ? body['@Microsoft.Dynamics.CRM.morerecords'] === true
      : false;
  return { rows: rowsOf(body), hasMore: more };
}
