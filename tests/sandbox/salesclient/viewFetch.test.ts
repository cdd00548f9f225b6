import { linksOf, ordersOf, viewFetch } from '../../../sandbox/salesclient/browser/dataverse/viewFetch';

const fetchXml =
  '<fetch><entity name="quotedetail"><attribute name="quantity"/>' +
  '<filter><condition attribute="productdescription" operator="like" value="{0}"/></filter>' +
  '<order attribute="sequencenumber" descending="true"/>' +
  '<link-entity name="product" from="productid" to="productid" alias="item"><order attribute="name"/></link-entity>' +
  '</entity></fetch>';

const page = { pageSize: 10, page: 2 };

function root(xml: string): Element {
  return new DOMParser().parseFromString(xml, 'text/xml').documentElement;
}

function attributes(xml: string, element: string): Record<string, string>[] {
  return Array.from(root(xml).getElementsByTagName(element)).map((found) =>
    Object.fromEntries(Array.from(found.attributes).map(({ name, value }) => [name, value])),
  );
}

describe('The query of a view', () => {
  it('asks for one page and for the number of rows', () => {
    const fetch = root(viewFetch(fetchXml, page));
    expect(fetch.getAttribute('count')).toBe('10');
    expect(fetch.getAttribute('page')).toBe('2');
    expect(fetch.getAttribute('returntotalrecordcount')).toBe('true');
  });

  it('is narrowed to the rows of one record', () => {
    const xml = viewFetch(fetchXml, { ...page, parent: { column: 'quoteid', id: 'q1' } });
    expect(attributes(xml, 'condition')).toContainEqual({ attribute: 'quoteid', operator: 'eq', value: 'q1' });
  });

  it('puts what is searched for in its place', () => {
    const xml = viewFetch(fetchXml, { ...page, search: 'desk' });
    expect(attributes(xml, 'condition')[0]?.value).toBe('desk%');
  });

  it('is ordered by what was chosen instead of its own order', () => {
    const orders = [
      { column: 'name', link: 'item', descending: true },
      { column: 'quantity', descending: false },
    ];
    expect(attributes(viewFetch(fetchXml, { ...page, orders }), 'order')).toEqual([
      { entityname: 'item', attribute: 'name', descending: 'true' },
      { attribute: 'quantity', descending: 'false' },
    ]);
  });

  it('keeps its own order when none was chosen', () => {
    expect(attributes(viewFetch(fetchXml, page), 'order')).toHaveLength(2);
    expect(ordersOf(fetchXml)).toEqual([
      { column: 'sequencenumber', descending: true },
      { column: 'name', link: 'item', descending: false },
    ]);
  });

  it('takes filters with several values, within each other, as text and not as XML', () => {
    const filter = {
      type: 'and',
      conditions: [{ column: 'quantity', operator: 'in', values: ['1', '2'] }],
      filters: [
        { type: 'or', conditions: [{ column: 'name', link: 'item', operator: 'eq', values: ['<&">'] }], filters: [] },
      ],
    } as const;
    const xml = viewFetch(fetchXml, { ...page, filter });
    expect(Array.from(root(xml).getElementsByTagName('value')).map((value) => value.textContent)).toEqual(['1', '2']);
    expect(attributes(xml, 'condition').at(-1)).toEqual({
      attribute: 'name',
      entityname: 'item',
      operator: 'eq',
      value: '<&">',
    });
  });

  it('adds columns that it does not have already', () => {
    const xml = viewFetch(fetchXml, { ...page, columns: ['quantity', 'isproductoverridden'] });
    expect(attributes(xml, 'attribute').map(({ name }) => name)).toEqual(['quantity', 'isproductoverridden']);
  });

  it('knows the tables that it joins', () => {
    expect(linksOf(fetchXml)).toEqual([
      { alias: 'item', table: 'product', from: 'productid', to: 'productid', linkType: 'inner' },
    ]);
  });
});
