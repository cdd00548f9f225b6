/** Days count from the work date, as in the other scenarios. Locations: '' is the blank one. */
export type StockStep =
  | {
      readonly do: 'sell';
      readonly customer: string;
      readonly item: string;
      readonly quantity: number;
      readonly unit?: string;
      readonly location: string;
      readonly day: number;
    }
  | {
      readonly do: 'buy' | 'returnToVendor';
      readonly vendor: string;
      readonly item: string;
      readonly quantity: number;
      readonly unit?: string;
      readonly location: string;
      /** Expected on this day; undefined = nobody knows. */
      readonly day: number | undefined;
      /** Received or shipped already. */
      readonly handled?: number;
    }
  | {
      readonly do: 'takeBack';
      readonly customer: string;
      readonly item: string;
      readonly quantity: number;
      readonly location: string;
      readonly day: number;
    }
  | {
      readonly do: 'transfer';
      readonly item: string;
      readonly quantity: number;
      readonly from: string;
      readonly to: string;
      readonly inTransit: string;
      readonly shipmentDay: number;
      readonly receiptDay: number;
      /** Under way on the work date. */
      readonly shipped?: number;
    };

/** What the stocktaking a week before the work date finds; locations that are missing are empty. */
export const COUNTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '1896-S': { MAIN: 91, EAST: 40, WEST: 12 },
  '1900-S': { MAIN: 60, EAST: 20 },
  '1906-S': { MAIN: 30 },
  '1908-S': { MAIN: 130, EAST: 60 },
  '1920-S': { MAIN: 70, WEST: 18 },
  '1928-S': { MAIN: 40, EAST: 30 },
  '1936-S': { '': 75, MAIN: 20 },
  '1960-S': { MAIN: 25 },
  '1964-S': { MAIN: 40, EAST: 35 },
  '1968-S': { MAIN: 15, WEST: 30, EAST: 5 },
  '1972-S': { MAIN: 80, WEST: -6 },
  '1972-W': {},
  '1980-S': { MAIN: 20, WEST: 45 },
  '1988-W': { MAIN: 27 },
  '1996-S': { MAIN: 24 },
  '2000-S': { MAIN: 34, EAST: 16 },
  '70104': { MAIN: 240, EAST: 35 },
  '80100': { MAIN: 64 },
};

/** What every other item with stock has. */
export const COUNTED_OTHERS: Readonly<Record<string, number>> = { MAIN: 150, EAST: 40, WEST: 20 };

/** Blocked once all of this has happened. */
export const BLOCKED_ITEMS: readonly string[] = ['1988-W'];

/** Supply and demand besides the sales orders of the other scenarios; the README says what each item shows. */
export const STOCK_STEPS: readonly StockStep[] = [
  // LONDON Swivel Chair: enough for some now, for more with the purchase order, promises on both sides of it.
  { do: 'sell', customer: '41231215', item: '1908-S', quantity: 50, location: 'MAIN', day: 1 },
  { do: 'sell', customer: '45282829', item: '1908-S', quantity: 40, location: 'MAIN', day: 18 },
  { do: 'sell', customer: '41231215', item: '1908-S', quantity: 10, location: 'MAIN', day: 25 },
  { do: 'sell', customer: '45282829', item: '1908-S', quantity: 12, location: 'WEST', day: 0 },
  { do: 'buy', vendor: '40000', item: '1908-S', quantity: 120, location: 'MAIN', day: 11 },
  // PARIS Guest Chair: what is there is promised, one purchase order is partly received.
  { do: 'buy', vendor: '40000', item: '1900-S', quantity: 60, location: 'MAIN', day: 8, handled: 10 },
  { do: 'buy', vendor: '40000', item: '1900-S', quantity: 10, unit: 'SET', location: 'MAIN', day: 35 },
  // ATHENS Mobile Pedestal: a purchase order that should have come.
  { do: 'buy', vendor: '40000', item: '1906-S', quantity: 20, location: 'MAIN', day: -5 },
  // TOKYO Guest Chair: neither location has enough alone.
  { do: 'sell', customer: '45282829', item: '1964-S', quantity: 5, location: 'EAST', day: 6 },
  // MEXICO Swivel Chair: between all locations, as in the demonstration data.
  {
    do: 'transfer',
    item: '1968-S',
    quantity: 12,
    from: 'WEST',
    to: 'MAIN',
    inTransit: 'OUT. LOG.',
    shipmentDay: -2,
    receiptDay: 3,
    shipped: 12,
  },
  {
    do: 'transfer',
    item: '1968-S',
    quantity: 6,
    from: 'MAIN',
    to: 'EAST',
    inTransit: 'OWN LOG.',
    shipmentDay: 4,
    receiptDay: 6,
  },
  // MOSCOW Swivel Chair: half of a transfer is under way.
  {
    do: 'transfer',
    item: '1980-S',
    quantity: 30,
    from: 'WEST',
    to: 'MAIN',
    inTransit: 'OWN LOG.',
    shipmentDay: -1,
    receiptDay: 5,
    shipped: 18,
  },
  // ATLANTA Whiteboard: a purchase order without a date.
  { do: 'buy', vendor: '30000', item: '1996-S', quantity: 6, location: 'MAIN', day: undefined },
  // SYDNEY Swivel Chair: returns of a customer and to a vendor.
  { do: 'takeBack', customer: '45282829', item: '2000-S', quantity: 4, location: 'MAIN', day: 3 },
  { do: 'returnToVendor', vendor: '20000', item: '2000-S', quantity: 6, location: 'MAIN', day: 7 },
  // Paint: cans in boxes of ten.
  { do: 'sell', customer: '46525241', item: '70104', quantity: 6, unit: 'BOX', location: 'MAIN', day: 4 },
  { do: 'buy', vendor: '20000', item: '70104', quantity: 10, unit: 'BOX', location: 'MAIN', day: 14 },
  // Paper: boxes sold by the fifth.
  { do: 'sell', customer: '46525241', item: '80100', quantity: 13, unit: 'PACK', location: 'MAIN', day: 2 },
];
