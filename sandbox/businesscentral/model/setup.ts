import type { CalendarDate } from '../ledger/dates';

export interface Currency {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly symbol: string;
  readonly amountDecimalPlaces: string;
  readonly amountRoundingPrecision: number;
}

/** `exchangeRateAmount` of the currency are `relationalExchangeRateAmount` of the local one, from a day on. */
export interface ExchangeRate {
  readonly id: string;
  readonly currencyCode: string;
  readonly startingDate: CalendarDate;
  readonly exchangeRateAmount: number;
  readonly relationalExchangeRateAmount: number;
}

export interface PaymentTerms {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly dueDateCalculation: string;
  readonly discountDateCalculation: string;
  readonly discountPercent: number;
  readonly calculateDiscountOnCreditMemos: boolean;
}

export interface ShipmentMethod {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
}

export interface Salesperson {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly email: string;
  readonly phoneNumber: string;
  readonly jobTitle: string;
  readonly commissionPercent: number;
  readonly blocked: boolean;
}

export interface UnitOfMeasure {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly internationalStandardCode: string;
  readonly symbol: string;
}

export interface Location {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly contact: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly city: string;
  readonly country: string;
  readonly postalCode: string;
  readonly phoneNumber: string;
  /** Holds only goods on their way between two others. */
  readonly isInTransit: boolean;
}

export interface ItemVariant {
  readonly id: string;
  readonly itemNumber: string;
  readonly code: string;
  readonly description: string;
}

export interface Vendor {
  readonly number: string;
  readonly displayName: string;
}

export interface CompanyAddress {
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly postalCode: string;
  readonly phoneNumber: string;
  readonly faxNumber: string;
  readonly email: string;
  readonly website: string;
  readonly taxRegistrationNumber: string;
}

export type NumberSeriesName =
  | 'customer'
  | 'order'
  | 'invoice'
  | 'postedInvoice'
  | 'creditMemo'
  | 'payment'
  | 'shipment'
  | 'salesReturnOrder'
  | 'returnReceipt'
  | 'purchaseOrder'
  | 'receipt'
  | 'purchaseReturnOrder'
  | 'returnShipment'
  | 'transferOrder'
  | 'transferShipment'
  | 'transferReceipt'
  | 'itemJournal';

/** Numbers of a series are its prefix and a number that counts on from `first`. */
export interface NumberSeries {
  readonly prefix: string;
  readonly first: number;
}

/** What a company is besides its customers. */
export interface CompanySetup {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly address: CompanyAddress;
  readonly localCurrencyCode: string;
  readonly localCurrencySymbol: string;
  /** The month in which the fiscal year begins, 1 to 12. */
  readonly fiscalYearStartMonth: number;
  readonly currencies: readonly Currency[];
  readonly exchangeRates: readonly ExchangeRate[];
  readonly paymentTerms: readonly PaymentTerms[];
  readonly shipmentMethods: readonly ShipmentMethod[];
  readonly salespeople: readonly Salesperson[];
  readonly unitsOfMeasure: readonly UnitOfMeasure[];
  readonly locations: readonly Location[];
  /** Where sales lines ship from unless they say something else; empty = the blank location. */
  readonly locationCode: string;
  readonly itemVariants: readonly ItemVariant[];
  readonly vendors: readonly Vendor[];
  readonly numberSeries: Readonly<Record<NumberSeriesName, NumberSeries>>;
  /** The first free customer ledger entry number. */
  readonly firstLedgerEntryNumber: number;
  /** The first free item ledger entry number. */
  readonly firstItemEntryNumber: number;
  /** When the records of the setup were made. */
  readonly createdAt: string;
}
