import { randomUUID } from 'node:crypto';
import type { Catalogue } from './products';
import quotes from './quotes.json';
import { textOf, type Row, type WebApiClient } from './webApiClient';

/** A line of a quote; a write-in product has no unit. */
export interface DemoLine {
  /** Name of a product, or of a write-in product. */
  readonly product: string;
  readonly writeIn?: boolean;
  readonly quantity: number;
  /** A unit of the product's group; its base unit when left out. */
  readonly unit?: string;
  /** Requested so many days from today; as the quote says when left out. */
  readonly day?: number;
  /** Code of the location to ship from; as the quote says when left out. */
  readonly location?: string;
}

export interface DemoQuote {
  readonly name: string;
  readonly account: string;
  readonly day?: number;
  readonly location?: string;
  readonly lines: readonly DemoLine[];
}

/** What is looked up once for all quotes. */
interface Lookups {
  readonly ownerId: string;
  readonly locations: ReadonlyMap<string, string>;
  /** By name of the account. */
  readonly accounts: ReadonlyMap<string, Row>;
}

/** Whose quotes they are: who may see availability; every other seller may read them. */
const OWNER = 'availability@cronus.example';
const DAY = 86_400_000;

/** Midnight UTC so many days from today, as the columns of Sales want days that depend on the user. */
function dateIn(days: number): string {
  return `${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)}T00:00:00Z`;
}

async function lookUp(administrator: WebApiClient): Promise<Lookups> {
  const [users, locations, accounts] = await Promise.all([
    administrator.rows(`systemusers?$select=systemuserid&$filter=domainname eq '${OWNER}'`),
    administrator.rows('bci_locations?$select=bci_locationid,bci_code'),
    administrator.rows('accounts?$select=accountid,name,_bci_customerid_value'),
  ]);
  const [user] = users;
  if (!user) throw new Error(`The sandbox could not be set up: there is no user ${OWNER}.`);
  return {
    ownerId: textOf(user, 'systemuserid'),
    locations: new Map(locations.map((row) => [textOf(row, 'bci_code'), textOf(row, 'bci_locationid')])),
    accounts: new Map(accounts.map((row) => [textOf(row, 'name'), row])),
  };
}

/** When and from where, of a quote or a line. */
function wishOf(wish: { readonly day?: number; readonly location?: string }, { locations }: Lookups): Row {
  const location = wish.location === undefined ? undefined : locations.get(wish.location);
  if (wish.location !== undefined && location === undefined) {
    throw new Error(`The sandbox could not be set up: there is no location ${wish.location}.`);
  }
  return {
    ...(wish.day !== undefined && { requestdeliveryby: dateIn(wish.day) }),
    ...(location !== undefined && { 'bci_LocationId@odata.bind': `/bci_locations(${location})` }),
  };
}

/** What a line sells, and for how much a unit: as many times the product's price as it holds base units. */
function productOf(line: DemoLine, { products, units }: Catalogue): Row & { readonly price: number } {
  if (line.writeIn) return { price: 0, isproductoverridden: true, productdescription: line.product };
  const product = products.get(line.product);
  if (!product) throw new Error(`The sandbox could not be set up: there is no product "${line.product}".`);
  return {
    price: Number((product.price * units.quantity(product.base, line.unit)).toFixed(2)),
    isproductoverridden: false,
    'productid@odata.bind': `/products(${product.id})`,
    'uomid@odata.bind': `/uoms(${units.unitId(product.base, line.unit)})`,
    quotedetailname: product.name,
  };
}

/** Creates a quote with its lines. @returns its id */
async function createQuote(
  administrator: WebApiClient,
  catalogue: Catalogue,
  lookups: Lookups,
  quote: DemoQuote,
): Promise<string> {
  const account = lookups.accounts.get(quote.account);
  if (!account) throw new Error(`The sandbox could not be set up: there is no account "${quote.account}".`);
  const quoteid = randomUUID();
  const customer = textOf(account, '_bci_customerid_value');
  const currency = {
    'transactioncurrencyid@odata.bind': `/transactioncurrencies(${catalogue.currencyId})`,
  };
  await administrator.send('POST', 'quotes', {
    quoteid,
    name: quote.name,
    effectivefrom: dateIn(0),
    effectiveto: dateIn(30),
    'customerid_account@odata.bind': `/accounts(${textOf(account, 'accountid')})`,
    'pricelevelid@odata.bind': `/pricelevels(${catalogue.priceListId})`,
    'ownerid@odata.bind': `/systemusers(${lookups.ownerId})`,
    ...(customer && { 'bci_CustomerId@odata.bind': `/bci_customers(${customer})` }),
    ...currency,
    ...wishOf(quote, lookups),
  });
  const lines = quote.lines.map((line, index) => {
    const { price, ...product } = productOf(line, catalogue);
    return {
      amount: Number((price * line.quantity).toFixed(2)),
      row: {
        quotedetailid: randomUUID(),
        'quoteid@odata.bind': `/quotes(${quoteid})`,
        lineitemnumber: index + 1,
        sequencenumber: index + 1,
        quantity: line.quantity,
        priceperunit: price,
        ...product,
        ...currency,
        ...wishOf(line, lookups),
      },
    };
  });
  await administrator.createAll(
    'quotedetail',
    lines.map(({ row }) => row),
  );
  // Sales computes amounts; the local Dataverse keeps what it is given.
  await administrator.updateAll(
    'quotedetail',
    lines.map(({ row: { quotedetailid }, amount }) => ({ quotedetailid, baseamount: amount, extendedamount: amount })),
  );
  const total = Number(lines.reduce((sum, { amount }) => sum + amount, 0).toFixed(2));
  await administrator.updateAll('quote', [{ quoteid, totallineitemamount: total, totalamount: total }]);
  return quoteid;
}

/** The demo's quotes. @throws {SetUpError} */
export async function createQuotes(administrator: WebApiClient, catalogue: Catalogue): Promise<void> {
  const lookups = await lookUp(administrator);
  await Promise.all(quotes.map((quote) => createQuote(administrator, catalogue, lookups, quote)));
}

/** A quote of so many lines over all products that have stock. @returns its id. @throws {SetUpError} */
export async function createLongQuote(
  administrator: WebApiClient,
  catalogue: Catalogue,
  lineCount: number,
): Promise<string> {
  const products = [...catalogue.products.values()];
  const lines = Array.from({ length: lineCount }, (_, index) => ({
    product: products[index % products.length]?.name ?? '',
    quantity: 1 + (index % 7),
    day: index % 20,
  }));
  const lookups = await lookUp(administrator);
  return createQuote(administrator, catalogue, lookups, {
    name: `Quote of ${lineCount} lines`,
    account: 'Adatum Corporation',
    lines,
  });
}
