/** One column to order by; `link` is the alias of a linked table. */
export interface FetchOrder {
  readonly column: string;
  readonly link?: string;
  readonly descending: boolean;
}

/** A condition as FetchXML writes it. */
export interface FetchCondition {
  readonly column: string;
  readonly link?: string;
  readonly operator: string;
  readonly values: readonly string[];
}

export interface FetchFilter {
  readonly type: 'and' | 'or';
  readonly conditions: readonly FetchCondition[];
  readonly filters: readonly FetchFilter[];
}

/** What one page of a view is asked with, beside the view's own query. */
export interface ViewQuery {
  /** Text for the places that a quick find view keeps for it. */
  readonly search?: string;
  /** Only rows whose lookup names this record. */
  readonly parent?: { readonly column: string; readonly id: string };
  /** In place of the view's own order. */
  readonly orders?: readonly FetchOrder[];
  readonly filter?: FetchFilter;
  /** Columns that are needed beside the view's. */
  readonly columns?: readonly string[];
  readonly pageSize: number;
  readonly page: number;
}

function element(fetch: Document, name: string, attributes: Readonly<Record<string, string | undefined>>): Element {
  const created = fetch.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) created.setAttribute(attribute, value);
  }
  return created;
}

function withSearch(fetch: Document, search: string): void {
  for (const condition of Array.from(fetch.getElementsByTagName('condition'))) {
    if (condition.getAttribute('value') === '{0}') condition.setAttribute('value', `${search}%`);
  }
}

function conditionElement(fetch: Document, { column, link, operator, values }: FetchCondition): Element {
  const many = values.length > 1 || operator === 'in';
  const condition = element(fetch, 'condition', {
    attribute: column,
    entityname: link,
    operator,
    value: many ? undefined : values[0],
  });
  if (many) {
    for (const text of values) {
      const value = fetch.createElement('value');
      value.textContent = text;
      condition.appendChild(value);
    }
  }
  return condition;
}

function filterElement(fetch: Document, filter: FetchFilter): Element {
  const created = element(fetch, 'filter', { type: filter.type });
  created.append(
    ...filter.conditions.map((condition) => conditionElement(fetch, condition)),
    ...filter.filters.map((inner) => filterElement(fetch, inner)),
  );
  return created;
}

function withOrders(fetch: Document, entity: Element, orders: readonly FetchOrder[]): void {
  for (const order of Array.from(fetch.getElementsByTagName('order'))) order.remove();
  for (const { column, link, descending } of orders) {
    entity.appendChild(
      element(fetch, 'order', { entityname: link, attribute: column, descending: String(descending) }),
    );
  }
}

function withColumns(fetch: Document, entity: Element, columns: readonly string[]): void {
  const given = Array.from(entity.children).flatMap((child) =>
    child.localName === 'attribute' ? [child.getAttribute('name')] : [],
  );
  for (const name of columns) {
    if (!given.includes(name)) entity.appendChild(element(fetch, 'attribute', { name }));
  }
}

/** The view's FetchXML narrowed, ordered and paged as the query says. @throws {Error} when the view's XML has no entity */
export function viewFetch(fetchXml: string, query: ViewQuery): string {
  const fetch = new DOMParser().parseFromString(fetchXml, 'text/xml');
  const entity = fetch.getElementsByTagName('entity')[0];
  if (!entity) throw new Error('The view cannot be read: its FetchXML has no entity.');
  if (query.search !== undefined) withSearch(fetch, query.search);
  if (query.columns) withColumns(fetch, entity, query.columns);
  if (query.orders) withOrders(fetch, entity, query.orders);
  const { parent } = query;
  if (parent) {
    const condition = { column: parent.column, operator: 'eq', values: [parent.id] };
    entity.appendChild(filterElement(fetch, { type: 'and', conditions: [condition], filters: [] }));
  }
  if (query.filter) entity.appendChild(filterElement(fetch, query.filter));
  const root = fetch.documentElement;
  root.setAttribute('count', String(query.pageSize));
  root.setAttribute('page', String(query.page));
  root.setAttribute('returntotalrecordcount', 'true');
  return new XMLSerializer().serializeToString(fetch);
}

/** The order that the view itself asks for. */
export function ordersOf(fetchXml: string): readonly FetchOrder[] {
  const fetch = new DOMParser().parseFromString(fetchXml, 'text/xml');
  return Array.from(fetch.getElementsByTagName('order')).flatMap((order) => {
    const column = order.getAttribute('attribute');
    const parent = order.parentElement;
    const link =
      order.getAttribute('entityname') ??
      (parent?.localName === 'link-entity' ? parent.getAttribute('alias') : undefined) ??
      undefined;
    if (column === null) return [];
    const descending = order.getAttribute('descending') === 'true';
    return [link === undefined ? { column, descending } : { column, link, descending }];
  });
}

/** A table that a view's query joins. */
export interface LinkedTable {
  readonly alias: string;
  readonly table: string;
  /** The joined table's column. */
  readonly from: string;
  /** The column of the table that the link stands in. */
  readonly to: string;
  readonly linkType: string;
}

/** The joined tables that have an alias: only their columns can be named by a view. */
export function linksOf(fetchXml: string): readonly LinkedTable[] {
  const fetch = new DOMParser().parseFromString(fetchXml, 'text/xml');
  return Array.from(fetch.getElementsByTagName('link-entity')).flatMap((link) => {
    const alias = link.getAttribute('alias');
    if (alias === null) return [];
    const text = (name: string): string => link.getAttribute(name) ?? '';
    return [{ alias, table: text('name'), from: text('from'), to: text('to'), linkType: text('link-type') || 'inner' }];
  });
}
