import { addDays } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import { stableId } from '../model/identifiers';
import type { CompanySetup, ExchangeRate } from '../model/setup';
import companyInformation from './companyInformation.json';
import currencies from './currencies.json';
import locations from './locations.json';
import paymentTerms from './paymentTerms.json';
import salespeople from './salespeople.json';
import shipmentMethods from './shipmentMethods.json';
import unitsOfMeasure from './unitsOfMeasure.json';
import vendors from './vendors.json';

/** What two moving currencies do before the work date: days before it, and the factor on the rate of the data. */
const MOVEMENTS: readonly (readonly [number, number])[] = [
  [150, 1.018],
  [90, 0.991],
  [45, 0.984],
  [14, 1.006],
];

/** The setup of the demo company. `workDate` is the day that the data are laid out around. */
export function demoSetup(name: string, localCurrencyCode: string, workDate: CalendarDate): CompanySetup {
  const id = (kind: string, code: string) => stableId(name, kind, code);
  const foreign = foreignCurrencies(localCurrencyCode);
  return {
    id: id('company', name),
    name,
    displayName: name,
    address: {
      addressLine1: companyInformation.addressLine1,
      addressLine2: companyInformation.addressLine2,
      city: companyInformation.city,
      state: '',
      country: companyInformation.country,
      postalCode: companyInformation.postalCode,
      phoneNumber: companyInformation.phoneNumber,
      faxNumber: companyInformation.faxNumber,
      email: '',
      website: '',
      taxRegistrationNumber: companyInformation.taxRegistrationNumber,
    },
    localCurrencyCode,
    localCurrencySymbol: localCurrencyCode === 'GBP' ? '£' : '',
    fiscalYearStartMonth: 1,
    currencies: foreign.map(({ code, displayName, symbol, amountDecimalPlaces, amountRoundingPrecision }) => ({
      id: id('currency', code),
      code,
      displayName,
      symbol,
      amountDecimalPlaces,
      amountRoundingPrecision,
    })),
    exchangeRates: foreign.flatMap((currency) => exchangeRates(id, currency, workDate)),
    paymentTerms: paymentTerms.map((terms) => ({ id: id('payment terms', terms.code), ...terms })),
    shipmentMethods: shipmentMethods.map((method) => ({ id: id('shipment method', method.code), ...method })),
    salespeople: salespeople.map(({ code, displayName, email, commisionPercent }) => ({
      id: id('salesperson', code),
      code,
      displayName,
      email,
      phoneNumber: '',
      jobTitle: '',
      commissionPercent: commisionPercent,
      blocked: false,
    })),
    unitsOfMeasure: unitsOfMeasure.map((unit) => ({ id: id('unit of measure', unit.code), ...unit })),
    locations: locations.map((location) => ({ id: id('location', location.code), ...location })),
    locationCode: '',
    itemVariants: VARIANTS.map(([itemNumber, code, description]) => ({
      id: id('item variant', `${itemNumber} ${code}`),
      itemNumber,
      code,
      description,
    })),
    vendors,
    numberSeries: {
      customer: { prefix: 'C', first: 10 },
      order: { prefix: '', first: 101_005 },
      invoice: { prefix: '', first: 102_203 },
      postedInvoice: { prefix: '', first: 103_001 },
      creditMemo: { prefix: '', first: 104_001 },
      payment: { prefix: 'P', first: 2_001 },
      shipment: { prefix: '', first: 102_001 },
      salesReturnOrder: { prefix: '', first: 1_001 },
      returnReceipt: { prefix: '', first: 107_001 },
      purchaseOrder: { prefix: '', first: 106_001 },
      receipt: { prefix: '', first: 107_201 },
      purchaseReturnOrder: { prefix: '', first: 1_501 },
      returnShipment: { prefix: '', first: 105_001 },
      transferOrder: { prefix: '', first: 1_021 },
      transferShipment: { prefix: '', first: 108_001 },
      transferReceipt: { prefix: '', first: 109_001 },
      itemJournal: { prefix: 'T', first: 1 },
    },
    firstLedgerEntryNumber: 1,
    firstItemEntryNumber: 1,
    createdAt: `${addDays(workDate, -730)}T08:00:00Z`,
  };
}

/** Item, code and description of the variants; stock is kept for all variants together. */
const VARIANTS: readonly (readonly [itemNumber: string, code: string, description: string])[] = [
  ['1928-S', 'BRASS', 'AMSTERDAM Lamp, brass'],
  ['1928-S', 'STEEL', 'AMSTERDAM Lamp, steel'],
];

/** The data's own local currency, which is a foreign one for companies elsewhere. */
const POUND: CurrencyRow = {
  code: 'GBP',
  displayName: 'Pound Sterling',
  symbol: '£',
  amountDecimalPlaces: '2:2',
  amountRoundingPrecision: 0.01,
  exchangeRateAmount: 100,
  relationalExchangeRateAmount: 100,
};

type CurrencyRow = (typeof currencies)[number];

/** All currencies but the local one, with rates in relation to it; the data give them in relation to the pound. */
function foreignCurrencies(localCurrencyCode: string): readonly CurrencyRow[] {
  const all = [...currencies, POUND];
  const local = all.find(({ code }) => code === localCurrencyCode) ?? POUND;
  const value = local.relationalExchangeRateAmount / local.exchangeRateAmount;
  return all
    .filter(({ code }) => code !== local.code)
    .map((currency) => ({
      ...currency,
      relationalExchangeRateAmount: Number((currency.relationalExchangeRateAmount / value).toFixed(6)),
    }));
}

/** A rate from the beginning of the year before last, and later ones for the currencies that move. */
function exchangeRates(
  id: (kind: string, code: string) => string,
  currency: CurrencyRow,
  workDate: CalendarDate,
): readonly ExchangeRate[] {
  const { code, exchangeRateAmount, relationalExchangeRateAmount } = currency;
  const rate = (startingDate: CalendarDate, name: string, factor: number): ExchangeRate => ({
    id: id('exchange rate', `${code} ${name}`),
    currencyCode: code,
    startingDate,
    exchangeRateAmount,
    relationalExchangeRateAmount: Number((relationalExchangeRateAmount * factor).toFixed(6)),
  });
  const first = rate(`${Number(workDate.slice(0, 4)) - 2}-01-01`, 'first', 1);
  if (code !== 'EUR' && code !== 'USD') {
    return [first];
  }
  return [first, ...MOVEMENTS.map(([days, factor]) => rate(addDays(workDate, -days), String(days), factor))];
}
