import { DOMParser } from '@xmldom/xmldom';

import { invalidArgument, notCovered } from '../records/dataverse-error';
import type {
  DateGrouping,
  Fetch,
  FetchAggregate,
  FetchAttribute,
  FetchCondition,
  FetchEntity,
  FetchFilter,
  FetchLink,
  FetchOrder,
} from './model';
import type { Element } from '@xmldom/xmldom';

const aggregates: readonly FetchAggregate[] = ['count', 'countcolumn', 'sum', 'avg', 'min', 'max'];
const groupings: readonly DateGrouping[] = ['day', 'week', 'month', 'quarter', 'year'];
const linkTypes = ['inner', 'outer', 'exists', 'in'] as const;

/** Attributes that each element may have; those whose meaning is not covered are not listed. */
const known: Readonly<Record<string, readonly string[]>> = {
  fetch:
    'aggregate distinct top count page paging-cookie returntotalrecordcount version mapping output-format no-lock utc-offset latematerialize min-active-row-version savedqueryid options useraworderby'.split(
      ' ',
    ),
  entity: ['name', 'enableprefiltering', 'prefilterparametername'],
  attribute: 'name alias aggregate groupby dategrouping distinct usertimezone build addedby'.split(' '),
  'all-attributes': [],
  filter: [
    'type',
    'isquickfindfields',
    'overridequickfindrecordlimitenabled',
    'overridequickfindrecordlimitdisabled',
    'hint',
  ],
  condition: 'attribute operator value entityname valueof column alias uiname uitype uihidden'.split(' '),
  value: ['uiname', 'uitype'],
  'link-entity': 'name from to alias link-type intersect visible enableprefiltering prefilterparametername'.split(' '),
  order: ['attribute', 'alias', 'descending', 'entityname'],
};

/** Reads FetchXML. Throws 400 for what is none, 501 for parts that are not covered, each by name. */
export function parseFetchXml(text: string): Fetch {
  const root = parse(text);
  if (root.tagName !== 'fetch')
    throw invalidArgument(`Invalid XML: the root element is '${root.tagName}', not 'fetch'.`);
  const numbering = { next: 1 };
  check(root);
  const [entity, ...others] = children(root);
  if (entity?.tagName !== 'entity' || others.length > 0) throw invalidArgument('Invalid XML: fetch needs one entity.');
  return {
    aggregate: flag(root, 'aggregate'),
    distinct: flag(root, 'distinct'),
    top: whole(root, 'top'),
    count: whole(root, 'count'),
    page: whole(root, 'page') ?? 1,
    pagingCookie: attribute(root, 'paging-cookie'),
    returnTotalRecordCount: flag(root, 'returntotalrecordcount'),
    entity: readEntity(entity, numbering),
  };
}

function readEntity(element: Element, numbering: { next: number }): FetchEntity {
  check(element);
  const attributes: FetchAttribute[] = [];
  const filters: FetchFilter[] = [];
  const links: FetchLink[] = [];
  const orders: FetchOrder[] = [];
  let allAttributes = false;
  for (const child of children(element)) {
    check(child);
    if (child.tagName === 'attribute') attributes.push(readAttribute(child));
    else if (child.tagName === 'all-attributes') allAttributes = true;
    else if (child.tagName === 'filter') filters.push(readFilter(child));
    else if (child.tagName === 'order') orders.push(readOrder(child));
    else if (child.tagName === 'link-entity') links.push(readLink(child, numbering));
    else throw invalidArgument(`Invalid XML: '${child.tagName}' cannot be inside '${element.tagName}'.`);
  }
  return { name: required(element, 'name'), attributes, allAttributes, filters, links, orders };
}

function readLink(element: Element, numbering: { next: number }): FetchLink {
  const number = numbering.next;
  numbering.next += 1;
  const type = attribute(element, 'link-type') ?? 'inner';
  const linkType = linkTypes.find((one) => one === type);
  if (linkType === undefined) throw notCovered(`link-type '${type}' in FetchXML`);
  return {
    ...readEntity(element, numbering),
    from: required(element, 'from'),
    to: required(element, 'to'),
    linkType,
    alias: attribute(element, 'alias') ?? `${required(element, 'name')}${number}`,
  };
}

function readAttribute(element: Element): FetchAttribute {
  const aggregate = attribute(element, 'aggregate');
  const grouping = attribute(element, 'dategrouping');
  const known = aggregates.find((one) => one === aggregate);
  const dateGrouping = groupings.find((one) => one === grouping);
  if (aggregate !== undefined && known === undefined) throw notCovered(`the aggregate '${aggregate}' in FetchXML`);
  if (grouping !== undefined && dateGrouping === undefined) throw notCovered(`dategrouping '${grouping}' in FetchXML`);
  return {
    name: required(element, 'name'),
    alias: attribute(element, 'alias'),
    aggregate: known,
    groupBy: flag(element, 'groupby'),
    dateGrouping,
    distinct: flag(element, 'distinct'),
    userTimeZone: attribute(element, 'usertimezone') !== 'false',
  };
}

function readFilter(element: Element): FetchFilter {
  const type = attribute(element, 'type') ?? 'and';
  if (type !== 'and' && type !== 'or')
    throw invalidArgument(`Invalid XML: a filter's type is 'and' or 'or', not '${type}'.`);
  const conditions: FetchCondition[] = [];
  const filters: FetchFilter[] = [];
  for (const child of children(element)) {
    check(child);
    if (child.tagName === 'condition') conditions.push(readCondition(child));
    else if (child.tagName === 'filter') filters.push(readFilter(child));
    else throw notCovered(`'${child.tagName}' inside a filter in FetchXML`);
  }
  return { type, conditions, filters };
}

function readCondition(element: Element): FetchCondition {
  const value = attribute(element, 'value');
  const values = children(element).map((child) => {
    if (child.tagName !== 'value') throw invalidArgument(`Invalid XML: '${child.tagName}' inside a condition.`);
    check(child);
    return child.textContent ?? '';
  });
  return {
    attribute: required(element, 'attribute'),
    operator: required(element, 'operator'),
    values: value === undefined ? values : [value, ...values],
    entityName: attribute(element, 'entityname'),
    valueOf: attribute(element, 'valueof'),
  };
}

function readOrder(element: Element): FetchOrder {
  const order = {
    attribute: attribute(element, 'attribute'),
    alias: attribute(element, 'alias'),
    descending: flag(element, 'descending'),
    entityName: attribute(element, 'entityname'),
  };
  if (order.attribute === undefined && order.alias === undefined) {
    throw invalidArgument("Invalid XML: an order needs 'attribute' or 'alias'.");
  }
  return order;
}

function parse(text: string): Element {
  let reason = 'it is empty';
  try {
    const parser = new DOMParser({
      onError: (_level, message) => {
        reason = message;
        throw new Error(message);
      },
    });
    const root = parser.parseFromString(text, 'text/xml').documentElement;
    if (root !== null) return root;
  } catch {
    // The reason was noted; the parser's own error says no more.
  }
  throw invalidArgument(`Invalid XML: ${reason.split('\n')[0] ?? ''}`);
}

function children(element: Element): Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node)) found.push(node);
  }
  return found;
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

/** Refuses elements and attributes that FetchXML does not have or the sandbox does not read. */
function check(element: Element): void {
  const allowed = known[element.tagName];
  if (allowed === undefined) throw invalidArgument(`Invalid XML: FetchXML has no element '${element.tagName}'.`);
  for (const { name } of element.attributes) {
    if (!allowed.includes(name)) throw notCovered(`the attribute '${name}' of '${element.tagName}' in FetchXML`);
  }
}

function attribute(element: Element, name: string): string | undefined {
  return element.getAttribute(name) ?? undefined;
}

function required(element: Element, name: string): string {
  const value = attribute(element, name);
  if (value === undefined || value === '') throw invalidArgument(`Invalid XML: '${element.tagName}' needs '${name}'.`);
  return value;
}

function flag(element: Element, name: string): boolean {
  const value = attribute(element, name)?.toLowerCase();
  return value === 'true' || value === '1';
}

function whole(element: Element, name: string): number | undefined {
  const value = attribute(element, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw invalidArgument(`Invalid XML: '${name}' must be a whole number, not '${value}'.`);
  return Number(value);
}
