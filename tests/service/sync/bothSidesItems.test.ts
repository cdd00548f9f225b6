import { z } from 'zod';
import { parseSchedule } from '../../../dataverse/scheduleText';
import { refreshItems } from '../../../service/sync/refreshItems';
import { startBothSides, withSolution, type BothSides, type Connected } from './bothSides';

const COMPANY = 'CRONUS International Ltd.';
const options = { lane: 'onDemand', signal: new AbortController().signal } as const;
const row = z.record(z.string(), z.unknown());
const page = z.object({ value: z.array(row) });

type Row = z.infer<typeof row>;

withSolution('the stock of the demo company between both local sides', () => {
  let sides: BothSides;
  let connected: Connected;

  beforeEach(async () => {
    sides = await startBothSides({ tokens: { limited: { denied: ['analytics/transferLines'] } } });
    connected = sides.connect();
  }, 60_000);
  afterEach(async () => {
    connected.close();
    await sides.close();
  });

  async function businessCentral(path: string, api: 'v2.0' | 'microsoft/analytics/v1.0' = 'v2.0'): Promise<Row[]> {
    const root = sides.businessCentral.apiUrl().replace(/v2\.0\/?$/, api);
    const headers = { Authorization: 'Bearer sandbox-business-central' };
    const companies = await fetch(`${sides.businessCentral.apiUrl().replace(/\/$/, '')}/companies`, { headers });
    const found = page.parse(await companies.json()).value.find((one) => one.name === COMPANY);
    const answer = await fetch(`${root}/companies(${String(found?.id)})/${path}`, { headers });
    return page.parse(await answer.json()).value;
  }

  async function command(path: string, body: object): Promise<Row> {
    const answer = await fetch(`${sides.businessCentral.url}/sandbox/${path}`, {
      method: 'POST',
      body: JSON.stringify({ company: COMPANY, ...body }),
    });
    expect(answer.status).toBe(200);
    return row.parse(await answer.json());
  }

  function rows(set: string): Promise<readonly Row[]> {
    return connected.api.list(set, row, options);
  }

  async function itemNumbered(number: string): Promise<Row> {
    const found = await rows(`bci_items?$filter=bci_number eq '${number}'`);
    return found[0] ?? {};
  }

  async function locationsOf(item: Row): Promise<readonly Row[]> {
    return rows(`bci_itemavailabilities?$filter=_bci_itemid_value eq ${String(item.bci_itemid)}`);
  }

  it('equals the sum of all entries ever posted, by item and location, and its total Business Central’s own', async () => {
    const { result } = await connected.synchronize();
    expect(result).toMatchObject({ outcome: 'succeeded', rowsFailed: 0 });
    const expected = new Map<string, number>();
    for (const { itemNo, locationCode, quantity } of await businessCentral(
      'itemLedgerEntries',
      'microsoft/analytics/v1.0',
    )) {
      const key = `${String(itemNo)} ${String(locationCode)}`;
      expected.set(key, (expected.get(key) ?? 0) + Number(quantity));
    }
    const items = await rows('bci_items');
    const numbers = new Map(items.map((item) => [item.bci_itemid, String(item.bci_number)]));
    const found = new Map<string, number>();
    for (const one of await rows('bci_itemavailabilities')) {
      const code = z.string().nullable().parse(one.bci_locationcode) ?? '';
      found.set(`${numbers.get(one._bci_itemid_value) ?? ''} ${code}`, Number(one.bci_inventory));
    }
    const [stock, rest] = [new Map(found), new Map(expected)];
    for (const [key, quantity] of rest) if (Math.abs(quantity) < 1e-9) rest.delete(key);
    for (const [key, quantity] of stock) if (quantity === 0) stock.delete(key);
    expect([...stock.keys()].sort()).toEqual([...rest.keys()].sort());
    for (const [key, quantity] of rest) expect(stock.get(key)).toBeCloseTo(quantity, 5);
    expect([...stock.values()].some((quantity) => quantity < 0)).toBe(true);
    for (const one of await businessCentral('items')) {
      const item = items.find(({ bci_number }) => bci_number === one.number);
      expect(item?.bci_inventory).toBe(one.type === 'Inventory' ? one.inventory : null);
    }
  }, 60_000);

  it('has in each schedule exactly what its totals say', async () => {
    await connected.synchronize();
    const all = await rows('bci_itemavailabilities');
    expect(all.length).toBeGreaterThan(10);
    for (const one of all) {
      const changes = parseSchedule(z.string().nullable().parse(one.bci_schedule));
      const sum = (kind: string): number =>
        (changes ?? []).filter((change) => change.kind === kind).reduce((all, { quantity }) => all + quantity, 0);
      expect(sum('salesOrder') / 1e5).toBeCloseTo(Number(one.bci_quantityonsalesorder), 5);
      expect(sum('purchaseOrder') / 1e5).toBeCloseTo(Number(one.bci_quantityonpurchaseorder), 5);
      expect(sum('inTransit') / 1e5).toBeCloseTo(Number(one.bci_quantityintransit), 5);
    }
  }, 60_000);

  it('unchanged is not written again', async () => {
    await connected.synchronize();
    sides.dataverse.calls.reset();
    const { result } = await connected.synchronize();
    expect(result).toMatchObject({ outcome: 'succeeded', rowsWritten: 0 });
  }, 60_000);

  it('moves with a purchase order, and its receipt, after one refresh of five requests each', async () => {
    await connected.synchronize();
    const number = String(
      (await rows(`bci_items?$filter=bci_inventory gt 20 and bci_type eq 727000000`))[0]?.bci_number,
    );
    const item = await itemNumbered(number);
    const refresh = async (): Promise<void> => {
      sides.businessCentral.calls.reset();
      await refreshItems(connected.dependencies, [String(item.bci_itemid)], options.signal);
      expect(sides.businessCentral.calls.total).toBe(5);
    };
    const code = (await businessCentral('locations'))[0]?.code;
    const there = async (): Promise<Row> =>
      (await locationsOf(item)).find(({ bci_locationcode }) => bci_locationcode === code) ?? {};
    const before = await there();
    const onOrder = Number(before.bci_quantityonpurchaseorder ?? 0);
    const order = await command('purchase-orders', {
      itemNumber: number,
      quantity: 12.5,
      locationCode: code,
      expectedReceiptDate: '2026-12-04',
    });
    await refresh();
    const ordered = await there();
    expect(Number(ordered.bci_quantityonpurchaseorder) - onOrder).toBeCloseTo(12.5, 5);
    expect(String(ordered.bci_schedule)).toContain(
      `{"date":"2026-12-04","kind":"purchaseOrder","quantity":"12.5","document":"${String(order.number)}"}`,
    );
    await command('purchase-orders/receive', { number: order.number });
    await refresh();
    const received = await there();
    expect(Number(received.bci_inventory) - Number(before.bci_inventory ?? 0)).toBeCloseTo(12.5, 5);
    expect(Number(received.bci_quantityonpurchaseorder)).toBeCloseTo(onOrder, 5);
  }, 60_000);

  it('without the right to read transfers is known in total only, and by location again with it', async () => {
    await connected.synchronize();
    const byLocation = (await rows('bci_itemavailabilities')).length;
    const limited = sides.connect({ businessCentralToken: 'limited' });
    const { result } = await limited.synchronize();
    limited.close();
    expect(result?.problems).toMatchObject([{ source: 'transferLines' }]);
    expect(await rows('bci_itemavailabilities')).toEqual([]);
    const kinds = new Set((await rows('bci_items')).map(({ bci_availability }) => bci_availability));
    expect(kinds).toEqual(new Set([727_000_001, 727_000_002]));
    await connected.synchronize();
    expect(await rows('bci_itemavailabilities')).toHaveLength(byLocation);
  }, 60_000);
});
