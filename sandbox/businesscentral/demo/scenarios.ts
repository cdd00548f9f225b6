import type { CustomerBlocked } from '../model/account';
import type { UnpostedStatus } from '../model/documents';

/** Item number, quantity, unit price in the document's currency, line discount in percent. */
export type ScenarioLine = readonly [item: string, quantity: number, price: number, discount?: number];

/** Days count from the work date: −30 is thirty days before it. */
export type ScenarioStep =
  | {
      readonly do: 'invoice';
      readonly customer: string;
      readonly day: number;
      readonly terms: string;
      readonly lines: readonly ScenarioLine[];
    }
  | {
      readonly do: 'pay';
      readonly customer: string;
      readonly day: number;
      readonly amount: number;
      readonly apply: boolean;
    }
  | { readonly do: 'creditMemo'; readonly customer: string; readonly day: number; readonly amountWithoutTax: number }
  | {
      readonly do: 'draft';
      readonly customer: string;
      readonly day: number;
      readonly status: UnpostedStatus;
      readonly lines: readonly ScenarioLine[];
    }
  | {
      readonly do: 'order';
      readonly customer: string;
      readonly day: number;
      readonly delivery: number;
      readonly status: UnpostedStatus;
      readonly lines: readonly ScenarioLine[];
      /** Quantities shipped, line by line; and whether they are invoiced, too. */
      readonly ship?: readonly number[];
      readonly invoice?: boolean;
      /** Shipped after that and not invoiced. */
      readonly shipMore?: readonly number[];
    };

/** What happens in the demo company besides the history of its five first customers, so that every state is seen. */
export const SCENARIOS: readonly ScenarioStep[] = [
  // Relecloud has credit: the credit memo is larger than what is open.
  { do: 'creditMemo', customer: '50000', day: -6, amountWithoutTax: 7_200 },
  // Alpine Ski House: partly shipped, partly invoiced, one invoice waiting for approval.
  {
    do: 'order',
    customer: '40000',
    day: -12,
    delivery: 9,
    status: 'Open',
    lines: [
      ['1896-S', 10, 649.4],
      ['1900-S', 40, 125.1, 5],
    ],
    ship: [4, 16],
    invoice: true,
    shipMore: [2, 8],
  },
  { do: 'order', customer: '40000', day: -3, delivery: 21, status: 'Open', lines: [['1928-S', 30, 35.6]], ship: [12] },
  { do: 'draft', customer: '40000', day: -1, status: 'In Review', lines: [['1936-S', 6, 123.3]] },
  // Autohaus Mielberg: invoices in euro at two rates, one paid at a third, one partly paid.
  { do: 'invoice', customer: '49633663', day: -120, terms: '14 DAYS', lines: [['1896-S', 4, 745.8]] },
  { do: 'pay', customer: '49633663', day: -92, amount: 2_983.2, apply: true },
  { do: 'invoice', customer: '49633663', day: -70, terms: '14 DAYS', lines: [['1900-S', 12, 143.7]] },
  { do: 'pay', customer: '49633663', day: -40, amount: 700, apply: true },
  { do: 'invoice', customer: '49633663', day: -8, terms: '14 DAYS', lines: [['1928-S', 25, 40.9]] },
  {
    do: 'order',
    customer: '49633663',
    day: -5,
    delivery: 12,
    status: 'Open',
    lines: [['1896-S', 3, 745.8]],
    ship: [1],
  },
  { do: 'draft', customer: '49633663', day: -1, status: 'Draft', lines: [['1936-S', 2, 141.6]] },
  // Progressive Home Furnishings: dollars, an order, a payment that is not applied.
  { do: 'invoice', customer: '01445544', day: -62, terms: '14 DAYS', lines: [['1896-S', 6, 957.6]] },
  { do: 'pay', customer: '01445544', day: -20, amount: 1_500, apply: false },
  { do: 'order', customer: '01445544', day: -4, delivery: 30, status: 'Draft', lines: [['1900-S', 24, 184.5, 10]] },
  // Spotsmeyer's Furnishings buys, New Concepts Furniture pays.
  { do: 'invoice', customer: '01121212', day: -33, terms: 'CM', lines: [['1928-S', 60, 52.5]] },
  { do: 'order', customer: '01121212', day: -2, delivery: 15, status: 'Open', lines: [['1936-S', 9, 181.8]] },
  // Woonboulevard Kuitenbrouwer: everything is due in the future.
  { do: 'invoice', customer: '31505050', day: -9, terms: '1M(8D)', lines: [['1908-S', 14, 141.6]] },
  // Antarcticopy: its limit of 2,500 is nearly used.
  { do: 'invoice', customer: '32656565', day: -16, terms: '30 DAYS', lines: [['1896-S', 3, 745.8]] },
  { do: 'draft', customer: '32656565', day: -1, status: 'Draft', lines: [['1928-S', 11, 40.9]] },
  // Gagn & Gaman: over its limit, in krónur.
  { do: 'invoice', customer: '35451236', day: -50, terms: '14 DAYS', lines: [['1900-S', 10, 12_571]] },
  // The three kinds of blocked customers.
  { do: 'invoice', customer: '44180220', day: -25, terms: '1M(8D)', lines: [['1896-S', 1, 649.4]] },
  { do: 'order', customer: '44180220', day: -20, delivery: -2, status: 'Open', lines: [['1900-S', 8, 125.1]] },
  {
    do: 'order',
    customer: '44171511',
    day: -15,
    delivery: -1,
    status: 'Open',
    lines: [['1928-S', 20, 35.6]],
    ship: [20],
  },
  { do: 'invoice', customer: '44756404', day: -140, terms: '14 DAYS', lines: [['1896-S', 5, 649.4]] },
  { do: 'invoice', customer: '44756404', day: -100, terms: '14 DAYS', lines: [['1900-S', 30, 125.1]] },
  { do: 'pay', customer: '44756404', day: -80, amount: 1_000, apply: true },
];

/** Credit limits in local currency and blocks, set when all is posted. */
export const CUSTOMER_SETTINGS: Readonly<
  Record<string, { readonly creditLimit?: number; readonly blocked?: CustomerBlocked }>
> = {
  '10000': { creditLimit: 32_000 },
  '20000': { creditLimit: 2_500 },
  '30000': { creditLimit: 60_000 },
  '49633663': { creditLimit: 10_000 },
  '44180220': { blocked: 'Ship' },
  '44171511': { blocked: 'Invoice' },
  '44756404': { creditLimit: 5_000, blocked: 'All' },
};

/** The customer with whom nothing ever happened: Livre Importants. */
export const CUSTOMER_WITHOUT_ENTRIES = '33022842';
