import { FakePlatform } from '../controls/fakePlatform';
import { FakeDataSet } from '../controls/quoteDataSet';
import { change, idOf, line, stocked } from '../controls/quoteSample';
import { CUSTOMER_ID, customerRow } from '../dataverse/customerRows';
import { ITEM_ID, itemRow } from '../dataverse/itemRows';

/** A form around one control, as far as the control can see it. */
export interface Scene {
  /** Another object each time, as the platform does. */
  readonly context: () => unknown;
  /** How often the control asked the Web API. */
  readonly requests: () => number;
  /** Something on the form changes that needs no request. */
  readonly edit: () => void;
}

type Strings = ReadonlyMap<string, string>;
type Row = Readonly<Record<string, unknown>>;

function customerScene(strings: Strings): Scene {
  const platform = new FakePlatform({ strings, customerId: CUSTOMER_ID, answer: () => customerRow() });
  return { context: () => platform.context(), requests: () => platform.requests.length, edit: () => undefined };
}

/** A platform that answers a query of items with `rows`. */
function itemScene(strings: Strings, rows: readonly Row[], edit: () => void, given: (customer: object) => Row): Scene {
  let requests = 0;
  const platform = new FakePlatform({ strings, customerId: ITEM_ID, answer: () => ({}) });
  return {
    context: () => {
      const { parameters, ...context } = platform.context();
      const retrieveMultipleRecords = (): Promise<object> => {
        requests += 1;
        return Promise.resolve({ entities: rows, nextLink: '' });
      };
      return {
        ...context,
        webAPI: { ...context.webAPI, retrieveMultipleRecords },
        parameters: given(parameters.customer),
      };
    },
    requests: () => requests,
    edit,
  };
}

function productScene(strings: Strings): Scene {
  const empty = { raw: null, error: false, errorMessage: '' };
  return itemScene(
    strings,
    [itemRow()],
    () => undefined,
    (item) => ({ item, quantity: { ...empty, raw: 120 }, date: empty, location: empty }),
  );
}

/** Every line asks for an item of its own, with stock in two locations and documents in a third of them. */
function quoteScene(strings: Strings, count: number): Scene {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const schedule = [
    change('purchaseOrder', '2099-12-04', 120, '106012'),
    change('salesOrder', '2099-12-11', 30, '101009'),
  ];
  const items = numbers.map((number) =>
    stocked(number, { MAIN: { inventory: number, ...(number % 3 === 0 && { schedule }) }, EAST: { inventory: 60 } }),
  );
  const lines = new FakeDataSet();
  lines.lines = numbers.map((number) => [idOf(number, 'line'), line(number, number, 20)] as const);
  let quantity = 20;
  const edit = (): void => {
    quantity = quantity === 20 ? 21 : 20;
    lines.lines = lines.lines.map((one, index) => (index === 0 ? [one[0], { ...one[1], quantity }] : one));
  };
  return itemScene(strings, items, edit, () => ({ lines: lines.dataSet() }));
}

export const scenes = {
  customer: { control: 'CustomerStatistics', make: customerScene },
  item: { control: 'ItemAvailability', make: productScene },
  quoteOf0: { control: 'QuoteAvailability', make: (strings: Strings) => quoteScene(strings, 0) },
  quoteOf1: { control: 'QuoteAvailability', make: (strings: Strings) => quoteScene(strings, 1) },
  quoteOf50: { control: 'QuoteAvailability', make: (strings: Strings) => quoteScene(strings, 50) },
  quoteOf200: { control: 'QuoteAvailability', make: (strings: Strings) => quoteScene(strings, 200) },
} as const;

export type SceneName = keyof typeof scenes;
