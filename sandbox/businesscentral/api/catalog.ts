import type { Company } from '../model/company';
import type { Catalog } from './catalogTypes';
import { agedAccountsReceivableSet } from './entities/agedAccountsReceivableSet';
import { companySets } from './entities/companySets';
import { customerFinancialDetailSet } from './entities/customerFinancialDetailSet';
import { customerSaleSet } from './entities/customerSaleSet';
import { customerSet } from './entities/customerSet';
import { lineSet } from './entities/documentLineSets';
import { salesInvoiceSet, salesOrderSet } from './entities/documentSets';
import { itemSets } from './entities/itemSets';
import { setupSets } from './entities/setupSets';

/** The emulated entity sets of API v2.0 over the companies of the environment. */
export function createCatalog(companies: readonly Company[]): Catalog {
  const catalog: Catalog = {
    ...companySets(companies),
    ...setupSets(),
    customers: customerSet(() => catalog),
    customerFinancialDetails: customerFinancialDetailSet(),
    agedAccountsReceivables: agedAccountsReceivableSet(),
    customerSales: customerSaleSet(),
    salesOrders: salesOrderSet(() => catalog),
    salesOrderLines: lineSet(() => catalog, 'Order'),
    salesInvoices: salesInvoiceSet(() => catalog),
    salesInvoiceLines: lineSet(() => catalog, 'Invoice'),
    ...itemSets(() => catalog),
  };
  return catalog;
}
