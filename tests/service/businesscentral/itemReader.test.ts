import { ItemReader } from '../../../service/businesscentral/itemReader';
import type { PageFetcher, ReadRequest } from '../../../service/businesscentral/reading';
import type { Page } from '../../../service/sync/ports';
import { requestUrl } from '../../../service/http/apiAddress';

const COMPANY = { id: '00000000-0000-4000-8000-000000000001', name: 'CRONUS', displayName: 'CRONUS' };
const BASE = new URL('https://api.example.com/v2.0/contoso.com/Production/api/v2.0/');
const options = { lane: 'periodic', signal: new AbortController().signal } as const;

/** Answers every request with the same rows and notes what was asked for. */
class FakeFetcher implements PageFetcher {
  readonly urls: URL[] = [];

  constructor(private readonly rows: readonly object[] = []) {}

  fetch<T>(request: ReadRequest<T>): Promise<T> {
    this.urls.push(requestUrl(BASE, request.path, 'Business Central'));
    return Promise.resolve(request.parse({ value: this.rows }));
  }
}

async function all<T>(pages: AsyncIterable<Page<T>>): Promise<Page<T>> {
  const [records, refused]: [T[], Page<T>['refused'][number][]] = [[], []];
  for await (const page of pages) {
    records.push(...page.records);
    refused.push(...page.refused);
  }
  return { records, refused };
}

describe('reading items', () => {
  it('goes by number, and asks for what is needed alone', async () => {
    const fetcher = new FakeFetcher();
    await all(new ItemReader(COMPANY, fetcher).items(options));
    const [url] = fetcher.urls;
    expect(url?.pathname).toBe(`/v2.0/contoso.com/Production/api/v2.0/companies(${COMPANY.id})/items`);
    expect(url?.searchParams.get('$orderby')).toBe('number');
    expect(url?.searchParams.get('$select')).toBe('id,number,displayName,type,baseUnitOfMeasureCode,blocked,inventory');
  });

  it('takes a type in both ways in which it is written, and refuses one that it does not know', async () => {
    const row = {
      id: '00000000-0000-4000-8000-00000000000a',
      number: '1000',
      displayName: 'Bicycle',
      baseUnitOfMeasureCode: 'PCS',
      blocked: false,
      inventory: -0.5,
    };
    const rows = ['Inventory', 'Non-Inventory', 'Non_x002D_Inventory', 'Service', 'Rental'].map((type) => ({
      ...row,
      type,
    }));
    const { records, refused } = await all(new ItemReader(COMPANY, new FakeFetcher(rows)).items(options));
    expect(records.map(({ type }) => type)).toEqual(['inventory', 'nonInventory', 'nonInventory', 'service']);
    expect(records[0]?.inventory).toBe('-0.5');
    expect(refused).toMatchObject([{ number: '1000', customerId: row.id }]);
  });
});

describe('reading what is on hand', () => {
  const entries = (fetcher: FakeFetcher): ItemReader => new ItemReader(COMPANY, fetcher);

  it('asks the analytics API of the same environment for open entries between two numbers', async () => {
    const fetcher = new FakeFetcher();
    const filter = { kind: 'range', first: "A'1", last: 'Z' } as const;
    await all(entries(fetcher).openItemLedgerEntries(filter, options));
    const [url] = fetcher.urls;
    expect(url?.pathname).toBe(
      `/v2.0/contoso.com/Production/api/microsoft/analytics/v1.0/companies(${COMPANY.id})/itemLedgerEntries`,
    );
    expect(url?.searchParams.get('$filter')).toBe("open eq true and (itemNo ge 'A''1' and itemNo le 'Z')");
    expect(url?.searchParams.get('$select')).toBe('itemNo,locationCode,remainingQuantity');
  });

  it('asks once for 200 items whose numbers are short, and never for more than an address holds', async () => {
    const numbers = Array.from({ length: 200 }, (_, index) => `ITEM-${index + 1000}`);
    const short = new FakeFetcher();
    await all(entries(short).transferLines({ kind: 'numbers', numbers }, options));
    expect(short.urls).toHaveLength(1);
    const long = new FakeFetcher();
    const umlauts = numbers.map((number) => `${'Ä'.repeat(10)}${number}`);
    await all(entries(long).transferLines({ kind: 'numbers', numbers: umlauts }, options));
    expect(long.urls.length).toBeGreaterThan(1);
    for (const url of long.urls) expect(url.href.length).toBeLessThan(14_000);
    const asked = long.urls.flatMap((url) => url.searchParams.get('$filter')?.split(' or ') ?? []);
    expect(asked).toEqual(umlauts.map((number) => `itemNo eq '${number}'`));
  });
});

describe('reading outstanding lines', () => {
  const row = {
    itemNo: '1000',
    locationCode: '',
    documentNo: '1001',
    shipmentDate: '0001-01-01',
    outstandingQtyBase: 2.5,
  };

  it('tells returns from orders, and no date from a date', async () => {
    const rows = [
      { ...row, documentType: 'Order', shipmentDate: '2026-03-20' },
      { ...row, documentType: 'Return_x0020_Order' },
    ];
    const reader = new ItemReader(COMPANY, new FakeFetcher(rows));
    const { records } = await all(reader.outstandingSalesLines({ kind: 'numbers', numbers: ['1000'] }, options));
    expect(records).toEqual([
      {
        itemNumber: '1000',
        locationCode: '',
        isReturn: false,
        documentNumber: '1001',
        date: '2026-03-20',
        quantity: '2.5',
      },
      expect.objectContaining({ isReturn: true, date: null }),
    ]);
  });

  it.each([
    ['another document', { documentType: 'Invoice' }],
    ['a quantity below zero', { documentType: 'Order', outstandingQtyBase: -1 }],
  ])('refuses %s, and names the item', async (_, changes) => {
    const reader = new ItemReader(COMPANY, new FakeFetcher([{ ...row, ...changes }]));
    const { records, refused } = await all(
      reader.outstandingSalesLines({ kind: 'numbers', numbers: ['1000'] }, options),
    );
    expect([records, refused]).toMatchObject([[], [{ number: '1000' }]]);
  });
});
