import type { AgedAmounts } from '../ledger/figures';
import type { Company } from '../model/company';
import type {
  Currency,
  ExchangeRate,
  ItemVariant,
  Location,
  PaymentTerms,
  Salesperson,
  ShipmentMethod,
  UnitOfMeasure,
} from '../model/setup';
import type { EntitySet } from './entitySet';
import type { AccountRow, DocumentRow, ItemEntryRow, ItemRow, LineRow } from './rows';

/** A record of the company's setup with the company it is in. */
export interface SetupRow<T> {
  readonly company: Company;
  readonly record: T;
}

/** Every entity set that is emulated, by its name in the URL. */
export interface Catalog {
  readonly companies: EntitySet<Company>;
  readonly customers: EntitySet<AccountRow>;
  readonly customerFinancialDetails: EntitySet<AccountRow>;
  readonly agedAccountsReceivables: EntitySet<AgedRow>;
  readonly customerSales: EntitySet<SalesRow>;
  readonly salesOrders: EntitySet<DocumentRow>;
  readonly salesOrderLines: EntitySet<LineRow>;
  readonly salesInvoices: EntitySet<DocumentRow>;
  readonly salesInvoiceLines: EntitySet<LineRow>;
  readonly items: EntitySet<ItemRow>;
  readonly itemLedgerEntries: EntitySet<ItemEntryRow>;
  readonly itemVariants: EntitySet<SetupRow<ItemVariant>>;
  readonly locations: EntitySet<SetupRow<Location>>;
  readonly unitsOfMeasure: EntitySet<SetupRow<UnitOfMeasure>>;
  readonly salespeoplePurchasers: EntitySet<SetupRow<Salesperson>>;
  readonly paymentTerms: EntitySet<SetupRow<PaymentTerms>>;
  readonly shipmentMethods: EntitySet<SetupRow<ShipmentMethod>>;
  readonly currencies: EntitySet<SetupRow<Currency>>;
  readonly currencyExchangeRates: EntitySet<SetupRow<ExchangeRate>>;
  readonly accountingPeriods: EntitySet<SetupRow<AccountingPeriod>>;
  readonly generalLedgerSetup: EntitySet<Company>;
  readonly companyInformation: EntitySet<Company>;
}

/** Entity sets refer to each other, so they get the catalog when they need it. */
export type CatalogReference = () => Catalog;

/** A customer's balance by age, or the total of all customers (`account` undefined). */
export interface AgedRow {
  readonly company: Company;
  readonly account: AccountRow['account'] | undefined;
  readonly asOf: string;
  readonly periodLength: string;
  /** The amounts, computed when they are first asked for. */
  readonly aged: () => AgedAmounts;
}

/** A customer's sales between two days. */
export interface SalesRow extends AccountRow {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface AccountingPeriod {
  readonly id: string;
  readonly startingDate: string;
  readonly name: string;
  readonly newFiscalYear: boolean;
}
