import { coupleAccounts, createAccounts } from './accounts';
import { demoCustomers } from './customers';
import { demoItems } from './items';
import { coupleProducts, createProducts, setDefaultLocation, type Catalogue } from './products';
import { createQuotes } from './quotes';
import type { WebApiClient } from './webApiClient';

const sellerName = 'seller@cronus.example';
/** What ships unless something else is said. */
const DEFAULT_LOCATION = 'MAIN';

/**
 * Sales' own rows before the first synchronization: accounts and products.
 * @param companyUrl the demo company's address in Business Central's API v2.0
 * @throws {Error} naming what was refused
 */
export async function createSalesRows(administrator: WebApiClient, companyUrl: string): Promise<Catalogue> {
  const [customers, items] = await Promise.all([demoCustomers(companyUrl), demoItems(companyUrl)]);
  const [catalogue] = await Promise.all([
    createProducts(administrator, items),
    createAccounts(administrator, sellerName, customers),
  ]);
  return catalogue;
}

/** What an administrator and sellers do after it: couple, set the default location, write quotes. @throws {Error} */
export async function finishSalesRows(administrator: WebApiClient, catalogue: Catalogue): Promise<void> {
  await Promise.all([
    coupleAccounts(administrator),
    coupleProducts(administrator),
    setDefaultLocation(administrator, DEFAULT_LOCATION),
  ]);
  await createQuotes(administrator, catalogue);
}
