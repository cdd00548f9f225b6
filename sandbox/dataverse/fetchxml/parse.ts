import { invalidArgument, notCovered } from '../records/dataverseError';
import { attribute, check, children, flag, parseRoot, required, whole } from './elements';
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

/** Reads FetchXML. Throws 400 for what is none, 501 for parts that are not covered, each by name. */
export function parseFetchXml(text: string): Fetch {
  const root = parseRoot(text);
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
