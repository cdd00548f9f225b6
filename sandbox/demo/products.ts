import { randomUUID } from 'node:crypto';
import type { DemoItem } from './items';
import { createUnitGroups, type UnitGroups } from './unitGroups';
import { textOf, type Row, type WebApiClient } from './webApiClient';

/** A product as quote lines need it. */
export interface DemoProduct {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly price: number;
  /** Base unit of its unit group. */
  readonly base: string;
}

/** What lines of quotes are made of. */
export interface Catalogue {
  readonly units: UnitGroups;
  readonly priceListId: string;
  readonly currencyId: string;
  /** By name. */
  readonly products: ReadonlyMap<string, DemoProduct>;
}

const ACTIVE = { statecode: 0, statuscode: 1 };
const A_PRODUCT = 1;
const PRICE_PER_UNIT = 1;

/** Items that Sales sells in a unit of its own, which Business Central does not know. */
const inPrimaryUnit = ['1988-S'];
/** Items that nobody has coupled yet. */
const notCoupled = ['1953-W'];

/** What Business Central has no item for. */
const onlyInSales: readonly DemoItem[] = [
  { number: 'PLANNING', displayName: 'Workplace planning', unitPrice: 95, baseUnitOfMeasureCode: 'HOUR' },
];

function productOf({ number, displayName, unitPrice, baseUnitOfMeasureCode }: DemoItem): DemoProduct {
  const base = inPrimaryUnit.includes(number) ? 'Primary Unit' : baseUnitOfMeasureCode;
  return { id: randomUUID(), name: displayName, number, price: unitPrice, base };
}

async function createPriceList(administrator: WebApiClient, currencyId: string): Promise<string> {
  const pricelevelid = randomUUID();
  await administrator.send('POST', 'pricelevels', {
    pricelevelid,
    name: 'Sales prices',
    'transactioncurrencyid@odata.bind': `/transactioncurrencies(${currencyId})`,
  });
  return pricelevelid;
}

/** Sales' own products with their units and prices. @throws {SetUpError} */
export async function createProducts(administrator: WebApiClient, items: readonly DemoItem[]): Promise<Catalogue> {
  const [currency] = await administrator.rows(
    "transactioncurrencies?$select=transactioncurrencyid&$filter=isocurrencycode eq 'GBP'",
  );
  if (!currency) throw new Error('The sandbox could not be set up: there is no pound sterling.');
  const currencyId = textOf(currency, 'transactioncurrencyid');
  const [units, priceListId] = await Promise.all([
    createUnitGroups(administrator),
    createPriceList(administrator, currencyId),
  ]);
  const products = [...items, ...onlyInSales].map(productOf);
  const currencyBinding = { 'transactioncurrencyid@odata.bind': `/transactioncurrencies(${currencyId})` };
  await administrator.createAll(
    'product',
    products.map(({ id, name, number, price, base }) => ({
      productid: id,
      name,
      productnumber: number,
      productstructure: A_PRODUCT,
      quantitydecimal: 2,
      price,
      'defaultuomscheduleid@odata.bind': `/uomschedules(${units.groupId(base)})`,
      'defaultuomid@odata.bind': `/uoms(${units.unitId(base)})`,
      ...currencyBinding,
    })),
  );
  await administrator.createAll(
    'productpricelevel',
    products.map(({ id, price, base }) => ({
      'pricelevelid@odata.bind': `/pricelevels(${priceListId})`,
      'productid@odata.bind': `/products(${id})`,
      'uomid@odata.bind': `/uoms(${units.unitId(base)})`,
      amount: price,
      pricingmethodcode: PRICE_PER_UNIT,
    })),
  );
  await administrator.updateAll(
    'product',
    products.map(({ id }) => ({
      productid: id,
      ...ACTIVE,
      'pricelevelid@odata.bind': `/pricelevels(${priceListId})`,
    })),
  );
  return { units, priceListId, currencyId, products: new Map(products.map((product) => [product.name, product])) };
}

/**
 * Couples products to the synchronized items of the same number, as an administrator does by hand.
 * @returns how many were coupled
 * @throws {SetUpError}
 */
export async function coupleProducts(administrator: WebApiClient): Promise<number> {
  const [products, items] = await Promise.all([
    administrator.rows('products?$select=productid,productnumber&$filter=_bci_itemid_value eq null'),
    administrator.rows('bci_items?$select=bci_itemid,bci_number&$orderby=createdon desc'),
  ]);
  const byNumber = new Map<string, Row>(items.map((item) => [textOf(item, 'bci_number'), item]));
  const coupled = products.flatMap((product) => {
    const number = textOf(product, 'productnumber');
    const item = notCoupled.includes(number) ? undefined : byNumber.get(number);
    if (!item) return [];
    return {
      productid: textOf(product, 'productid'),
      'bci_ItemId@odata.bind': `/bci_items(${textOf(item, 'bci_itemid')})`,
    };
  });
  await administrator.updateAll('product', coupled);
  return coupled.length;
}

/** Says from where every connected company ships unless something else is said. @throws {SetUpError} */
export async function setDefaultLocation(administrator: WebApiClient, code: string): Promise<void> {
  const locations = await administrator.rows(
    `bci_locations?$select=bci_locationid,_bci_connectionid_value&$filter=bci_code eq '${code}'`,
  );
  await administrator.updateAll(
    'bci_connection',
    locations.map((location) => ({
      bci_connectionid: textOf(location, '_bci_connectionid_value'),
      'bci_DefaultLocationId@odata.bind': `/bci_locations(${textOf(location, 'bci_locationid')})`,
    })),
  );
}
