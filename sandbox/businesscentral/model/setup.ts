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

/** An item as far as sales lines need it. */
export interface Item {
  readonly id: string;
  readonly number: string;
  readonly displayName: string;
  readonly unitOfMeasureCode: string;
  readonly unitPrice: number;
  readonly unitCost: number;
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

export type NumberSeriesName = 'customer' | 'order' | 'invoice' | 'postedInvoice' | 'creditMemo' | 'payment';

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
  readonly items: readonly Item[];
  readonly numberSeries: Readonly<Record<NumberSeriesName, NumberSeries>>;
  /** The first free customer ledger entry number. */
  readonly firstLedgerEntryNumber: number;
  /** When the records of the setup were made. */
  readonly createdAt: string;
}
