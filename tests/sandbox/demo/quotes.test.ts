import itemRows from '../../../sandbox/businesscentral/demo/items.json';
import moreItemRows from '../../../sandbox/businesscentral/demo/moreItems.json';
import type { DemoItem } from '../../../sandbox/demo/items';
import { coupleProducts, createProducts, setDefaultLocation, type Catalogue } from '../../../sandbox/demo/products';
import { createLongQuote, createQuotes } from '../../../sandbox/demo/quotes';
import quotes from '../../../sandbox/demo/quotes.json';
import { textOf, WebApiClient, type Row } from '../../../sandbox/demo/webApiClient';
import { demoDataverse, type DemoDataverse } from './demoDataverse';

const OWNER = 'availability@cronus.example';
const items: readonly DemoItem[] = [...itemRows, ...moreItemRows];

describe('the demo of Sales', () => {
  let demo: DemoDataverse;
  let catalogue: Catalogue;

  beforeAll(async () => {
    demo = await demoDataverse(items, [...new Set(quotes.map(({ account }) => account))]);
    catalogue = await createProducts(demo.administrator, items);
    await coupleProducts(demo.administrator);
    await setDefaultLocation(demo.administrator, 'MAIN');
    await createQuotes(demo.administrator, catalogue);
  });

  afterAll(() => demo.dataverse.close());

  const as = (user: string): WebApiClient => new WebApiClient(demo.dataverse.url, user);
  const linesOf = async (quoteId: string): Promise<readonly Row[]> =>
    demo.administrator.rows(
      `quotedetails?$filter=_quoteid_value eq ${quoteId}&$orderby=sequencenumber` +
        '&$expand=productid($select=name,_bci_itemid_value),uomid($select=name,quantity;$expand=baseuom($select=name))',
    );

  it('has a product for every item, active and with its price, coupled but for the one left to couple', async () => {
    const products = await demo.administrator.rows('products?$expand=bci_ItemId($select=bci_number)');
    expect(products).toHaveLength(items.length + 1);
    expect(
      products.every(({ statecode, _pricelevelid_value: priceList }) => statecode === 0 && priceList !== null),
    ).toBe(true);
    const notCoupled = products.filter(({ bci_ItemId: item }) => item === null).map((row) => textOf(row, 'name'));
    expect(notCoupled.sort()).toEqual(['Guest Section 1', 'Workplace planning']);
    expect(await coupleProducts(demo.administrator)).toBe(0);
  });

  it('ships from MAIN unless something else is said', async () => {
    const [connection] = await demo.administrator.rows(
      'bci_connections?$expand=bci_DefaultLocationId($select=bci_code)',
    );
    expect(connection).toMatchObject({ bci_DefaultLocationId: { bci_code: 'MAIN' } });
  });

  it.each(quotes.map(({ name }) => name))('has the quote "%s" with its lines in order', async (name) => {
    const quote = quotes.find((one) => one.name === name);
    const [row] = await demo.administrator.rows(`quotes?$filter=name eq '${name}'&$expand=ownerid,customerid_account`);
    expect(row).toMatchObject({
      ownerid: { domainname: OWNER },
      customerid_account: { name: quote?.account },
    });
    const lines = await linesOf(textOf(row ?? {}, 'quoteid'));
    expect(lines.map(({ quantity }) => quantity)).toEqual(quote?.lines.map(({ quantity }) => quantity));
  });

  it.each([OWNER, 'seller@cronus.example'])('shows its quotes to %s', async (user) => {
    const shown = await as(user).rows('quotes?$select=name');
    expect(shown.map((row) => textOf(row, 'name'))).toEqual(expect.arrayContaining(quotes.map(({ name }) => name)));
  });

  it('makes a long quote when asked to', async () => {
    const lines = await linesOf(await createLongQuote(demo.administrator, catalogue, 200));
    expect(lines).toHaveLength(200);
    expect(new Set(lines.map(({ sequencenumber }) => sequencenumber)).size).toBe(200);
  });
});
