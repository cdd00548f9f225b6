import { startDataverse, type RunningDataverse } from '../../sandbox/dataverse/server';
import { packSolution } from '../../tools/pack/packSolution';
import { attributeOf, childrenOf, descendantsOf, textAt } from '../../tools/xml/element';
import { staged } from '../solution/stagedSolution';
import { englishOf, viewsOf } from '../solution/sourceTree';

const administrator = 'admin@cronus.example';
const seller = 'seller@cronus.example';

let dataverse: RunningDataverse;

beforeAll(async () => {
  dataverse = await startDataverse({ port: 0 });
  dataverse.importSolution(await packSolution(staged, 'unmanaged'));
}, 60_000);

afterAll(() => dataverse.close());

function send(user: string, method: string, resource: string, body?: object): Promise<Response> {
  return fetch(`${dataverse.url}/api/data/v9.2/${resource}`, {
    method,
    headers: { authorization: `Bearer ${user}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function create(user: string, set: string, row: object): Promise<string> {
  const response = await send(user, 'POST', set, row);
  const id = /\(([0-9a-f-]{36})\)/.exec(response.headers.get('odata-entityid') ?? '')?.[1];
  if (id === undefined) throw new Error(`${set}: ${response.status} ${await response.text()}`);
  return id;
}

const linesView = viewsOf('QuoteDetail').find(
  (view) => englishOf(childrenOf(view, 'LocalizedNames')[0]) === 'Lines with Business Central items',
);
const linesViewId = textAt(linesView, 'savedqueryid').replace(/[{}]/g, '');

/** The query of the view over the lines of one quote, as a subgrid asks it. */
async function linesOf(user: string, quote: string): Promise<unknown> {
  const view: unknown = await (await send(user, 'GET', `savedqueries(${linesViewId})?$select=fetchxml`)).json();
  const stored = typeof view === 'object' && view !== null && 'fetchxml' in view ? String(view.fetchxml) : '';
  const filter = `<filter><condition attribute="quoteid" operator="eq" value="${quote}" /></filter>`;
  const query = stored.replace(/<\/entity>\s*<\/fetch>\s*$/, `${filter}</entity></fetch>`);
  expect(query).toContain(quote);
  return (await send(user, 'GET', `quotedetails?fetchXml=${encodeURIComponent(query)}`)).json();
}

async function createProduct(item: string | undefined): Promise<{ product: string; box: string; piece: string }> {
  const schedule = await create(administrator, 'uomschedules', { name: `Group ${item}`, baseuomname: 'PCS' });
  const ofGroup = { 'uomscheduleid@odata.bind': `/uomschedules(${schedule})` };
  const piece = await create(administrator, 'uoms', { ...ofGroup, name: 'PCS', quantity: 1, isschedulebaseuom: true });
  const box = await create(administrator, 'uoms', {
    ...ofGroup,
    name: 'BOX',
    quantity: 12,
    'baseuom@odata.bind': `/uoms(${piece})`,
  });
  const product = await create(administrator, 'products', {
    name: 'Bicycle',
    productnumber: `P-${item}`,
    quantitydecimal: 2,
    'defaultuomid@odata.bind': `/uoms(${piece})`,
    'defaultuomscheduleid@odata.bind': `/uomschedules(${schedule})`,
    ...(item === undefined ? {} : { 'bci_ItemId@odata.bind': `/bci_items(${item})` }),
  });
  return { product, box, piece };
}

async function createItem(): Promise<{ item: string; location: string }> {
  const connection = await create(administrator, 'bci_connections', {
    bci_name: 'CRONUS',
    bci_companyid: '1',
    bci_companyname: 'CRONUS',
    bci_environmentname: 'Production',
  });
  const of = { 'bci_ConnectionId@odata.bind': `/bci_connections(${connection})`, bci_systemid: '1' };
  return {
    location: await create(administrator, 'bci_locations', { ...of, bci_name: 'East', bci_code: 'EAST' }),
    item: await create(administrator, 'bci_items', { ...of, bci_name: 'Bicycle', bci_number: '1000' }),
  };
}

describe('The view of a quote’s lines', () => {
  it('brings a seller each line with its product, unit and quote, and write-ins without them', async () => {
    const { item, location } = await createItem();
    const { product, box, piece } = await createProduct(item);
    const quote = await create(seller, 'quotes', {
      name: 'Quote',
      requestdeliveryby: '2026-12-01T00:00:00Z',
      'customerid_account@odata.bind': `/accounts(${await create(seller, 'accounts', { name: 'Adatum' })})`,
      'bci_LocationId@odata.bind': `/bci_locations(${location})`,
    });
    const ofQuote = { 'quoteid@odata.bind': `/quotes(${quote})` };
    await create(seller, 'quotedetails', {
      ...ofQuote,
      quantity: 3,
      sequencenumber: 1,
      'productid@odata.bind': `/products(${product})`,
      'uomid@odata.bind': `/uoms(${box})`,
      'bci_LocationId@odata.bind': `/bci_locations(${location})`,
    });
    await create(seller, 'quotedetails', {
      ...ofQuote,
      quantity: 1,
      sequencenumber: 2,
      priceperunit: 10,
      isproductoverridden: true,
      productdescription: 'Assembly',
    });
    expect(await linesOf(seller, quote)).toMatchObject({
      value: [
        {
          quantity: 3,
          isproductoverridden: false,
          _productid_value: product,
          _uomid_value: box,
          _bci_locationid_value: location,
          'product.bci_itemid': item,
          'unit.quantity': 12,
          'unit.baseuom': piece,
          'quote.requestdeliveryby': '2026-12-01T00:00:00Z',
          'quote.bci_locationid': location,
        },
        { quantity: 1, isproductoverridden: true, productdescription: 'Assembly' },
      ],
    });
    const saved = await send(seller, 'GET', `quotedetails?savedQuery=${linesViewId}`);
    expect(saved.status).toBe(200);
    expect(await saved.json()).toMatchObject({ value: [{ 'product.bci_itemid': item }, { quantity: 1 }] });
  });

  it('shows as cells what it fetches, so that a control finds each as a column', () => {
    const fetched = descendantsOf(linesView, 'link-entity').flatMap((link) =>
      childrenOf(link, 'attribute').map((column) => `${attributeOf(link, 'alias')}.${attributeOf(column, 'name')}`),
    );
    const cells = descendantsOf(linesView, 'cell').map((cell) => attributeOf(cell, 'name'));
    expect(fetched).toHaveLength(6);
    expect(cells).toEqual(expect.arrayContaining(fetched));
  });
});
