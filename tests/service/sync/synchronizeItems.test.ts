import type { ItemAvailabilitySnapshot, ItemSnapshot } from '../../../service/sync/itemStore';
import type { Stored } from '../../../service/sync/snapshotStore';
import { failure, smallCompany, type FakeCompany } from './fakeCompany';
import { entry, item, itemId, line, smallStock } from './fakeItems';
import { MemoryStore } from './memoryStore';
import { FakeClock, synchronize } from './synchronizing';

function stockedCompany(): FakeCompany {
  const company = smallCompany();
  smallStock(company.stock);
  return company;
}

function itemOf(store: MemoryStore, number: number): Stored<ItemSnapshot> {
  const row = store.items.list().find(({ systemId }) => systemId === itemId(number));
  if (row === undefined) throw new Error(`There is no row of item ${number}.`);
  return row;
}

function locationsOf(store: MemoryStore, number: number): Record<string, Stored<ItemAvailabilitySnapshot>> {
  const { id } = itemOf(store, number);
  const rows = store.itemAvailabilities.list().filter((row) => row.itemId === id);
  return Object.fromEntries(rows.map((row) => [row.locationCode === '' ? 'blank' : row.locationCode, row]));
}

async function synchronized(): Promise<{ company: FakeCompany; store: MemoryStore; clock: FakeClock }> {
  const [company, store, clock] = [stockedCompany(), new MemoryStore(), new FakeClock()];
  await synchronize(company, store, {}, clock);
  store.writes.length = 0;
  company.reads.length = 0;
  clock.time += 3_600_000;
  return { company, store, clock };
}

describe('items of a company', () => {
  it('have what is on hand, promised and coming by location, to the fifth decimal', async () => {
    const { store } = await synchronized();
    expect(itemOf(store, 1)).toMatchObject({
      item: { number: 'I-1', name: 'Item 1', type: 'inventory', baseUnit: 'PCS', blocked: false },
      inventory: 48.5,
      availability: 'byLocation',
      reason: null,
      asOf: '2026-03-10T08:00:00Z',
      stale: false,
    });
    const { EAST, blank } = locationsOf(store, 1);
    expect(EAST).toMatchObject({
      name: 'East Warehouse',
      locationSystemId: itemId(1, 0xb0),
      locationId: store.locations.list().find(({ code }) => code === 'EAST')?.id,
      isInTransit: false,
      inventory: 40.50001,
      quantities: { salesOrder: 12, salesReturn: 3, purchaseOrder: 120, purchaseReturn: 2, inTransit: 0 },
    });
    expect(JSON.parse(EAST?.schedule ?? '')).toEqual([
      { kind: 'salesReturn', quantity: '3', document: '1002' },
      { date: '2026-03-20', kind: 'purchaseReturn', quantity: '2', document: '106013' },
      { date: '2026-03-20', kind: 'salesOrder', quantity: '12', document: '1001' },
      { date: '2026-12-04', kind: 'purchaseOrder', quantity: '120', document: '106012' },
    ]);
    expect(blank).toMatchObject({
      name: '–',
      locationId: null,
      locationSystemId: '00000000-0000-0000-0000-000000000000',
      inventory: 7.99999,
      schedule: null,
    });
  });

  it('stay negative where more was taken than was there', async () => {
    const { store } = await synchronized();
    expect(itemOf(store, 4).inventory).toBe(-3);
    expect(locationsOf(store, 4).WEST).toMatchObject({ inventory: -3, name: 'WEST', quantities: { salesOrder: 5 } });
  });

  it('have no availability when their type has no stock, and no rows where nothing is', async () => {
    const { store } = await synchronized();
    expect(itemOf(store, 2)).toMatchObject({ availability: 'notStocked', inventory: null, reason: null });
    expect(itemOf(store, 3)).toMatchObject({ availability: 'byLocation', inventory: 0, item: { blocked: true } });
    expect([locationsOf(store, 2), locationsOf(store, 3)]).toEqual([{}, {}]);
  });

  it('count goods on their way in the location that they come to, and name where they are as in transit', async () => {
    const { store } = await synchronized();
    const { EAST, WEST, OUT } = locationsOf(store, 5);
    expect(EAST).toMatchObject({ inventory: 6, isInTransit: false, quantities: { transferShipment: 2 } });
    expect(WEST).toMatchObject({ inventory: 0, quantities: { transferReceipt: 2, inTransit: 4 } });
    expect(OUT).toMatchObject({ inventory: 4, isInTransit: true, schedule: null });
  });

  it('are read group by group, each between its first and its last number', async () => {
    const { company } = await synchronized();
    expect(company.stock.filters).toEqual([
      { kind: 'range', first: 'I-1', last: 'I-2' },
      { kind: 'range', first: 'I-3', last: 'I-4' },
      { kind: 'range', first: 'I-5', last: 'I-5' },
    ]);
  });

  it('unchanged are not written, and the connection says since when they are true', async () => {
    const { company, store, clock } = await synchronized();
    await synchronize(company, store, {}, clock);
    expect(store.writes).toEqual([]);
    expect([...store.connectionRows.values()][0]?.itemsVerifiedOn).toBe('2026-03-10T09:00:00Z');
    expect(itemOf(store, 1).asOf).toBe('2026-03-10T08:00:00Z');
  });

  it('changed are written alone, and a location that became empty loses its row', async () => {
    const { company, store, clock } = await synchronized();
    company.stock.entries = company.stock.entries.filter(({ locationCode }) => locationCode !== '');
    company.stock.salesLines.push(line(4, '1', { locationCode: 'WEST', documentNumber: '1003' }));
    await synchronize(company, store, {}, clock);
    expect(store.writes).toEqual(['itemAvailabilities', 'itemAvailabilities']);
    expect(Object.keys(locationsOf(store, 1))).toEqual(['EAST']);
    expect(locationsOf(store, 4).WEST?.quantities.salesOrder).toBe(6);
  });

  it('deleted become inactive and keep their figures', async () => {
    const { company, store, clock } = await synchronized();
    company.stock.itemList = company.stock.itemList.filter(({ number }) => number !== 'I-1');
    await synchronize(company, store, {}, clock);
    expect(itemOf(store, 1)).toMatchObject({ active: false, inventory: 48.5 });
    expect(Object.keys(locationsOf(store, 1))).toEqual(['EAST', 'blank']);
  });

  it('all gone at once are not believed, unless it is said to be true', async () => {
    const { company, store, clock } = await synchronized();
    company.stock.itemList = [];
    const result = await synchronize(company, store, {}, clock);
    expect(result.problems).toMatchObject([{ source: 'items', code: 'noItems' }]);
    expect(store.items.list().every(({ active }) => active)).toBe(true);
    await synchronize(company, store, { full: true }, clock);
    expect(store.items.list().some(({ active }) => active)).toBe(false);
  });

  it('in a location without a record are told by its code', async () => {
    const { company, store, clock } = await synchronized();
    company.stock.entries.push(entry(3, 'NEW', '2'));
    await synchronize(company, store, {}, clock);
    expect(locationsOf(store, 3).NEW).toMatchObject({ name: 'NEW', locationId: null, inventory: 2 });
    company.stock.locationList.push({ systemId: itemId(9, 0xb0), code: 'NEW', name: 'New Warehouse' });
    await synchronize(company, store, {}, clock);
    expect(locationsOf(store, 3).NEW).toMatchObject({ name: 'New Warehouse', locationSystemId: itemId(9, 0xb0) });
    expect(store.itemAvailabilities.list().filter(({ locationCode }) => locationCode === 'NEW')).toHaveLength(1);
  });
});

describe('when the analytics API', () => {
  it.each([
    ['is forbidden', 'permission', 403, 'permissionDenied', 'PowerBi Report Basic'],
    ['is not there', 'refused', 404, 'sourceMissing', 'Update Business Central'],
  ] as const)('%s, only totals are known, and the reason', async (_, kind, status, reason, nextStep) => {
    const { company, store, clock } = await synchronized();
    company.stock.errors.set('outstandingPurchaseLines', failure(kind, status));
    const result = await synchronize(company, store, {}, clock);
    expect(itemOf(store, 1)).toMatchObject({ availability: 'totalOnly', reason, inventory: 48.5, stale: false });
    expect(itemOf(store, 2)).toMatchObject({ availability: 'notStocked' });
    expect(store.itemAvailabilities.list()).toEqual([]);
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]?.source).toBe('outstandingPurchaseLines');
    expect(result.problems[0]?.nextStep).toContain(nextStep);
    company.stock.errors.clear();
    await synchronize(company, store, {}, clock);
    expect(itemOf(store, 1)).toMatchObject({ availability: 'byLocation', reason: null });
    expect(Object.keys(locationsOf(store, 1))).toEqual(['EAST', 'blank']);
    expect(store.problems.list().some(({ active }) => active)).toBe(false);
  });

  it('fails for some items, these keep their figures and say that they are old', async () => {
    const { company, store, clock } = await synchronized();
    company.stock.errors.set('transferLines', failure('transient', 503));
    company.stock.failFrom = 5;
    await synchronize(company, store, {}, clock);
    expect([1, 3, 4, 5].map((number) => itemOf(store, number).stale)).toEqual([false, false, false, true]);
    expect(itemOf(store, 5)).toMatchObject({ availability: 'byLocation' });
    expect(Object.keys(locationsOf(store, 5))).toEqual(['EAST', 'OUT', 'WEST']);
    expect([...store.connectionRows.values()][0]?.itemsVerifiedOn).toBe('2026-03-10T09:00:00Z');
    company.stock.errors.clear();
    await synchronize(company, store, {}, clock);
    expect(itemOf(store, 5).stale).toBe(false);
  });

  it('fails for all items, nothing is marked, as the older date of the connection says more', async () => {
    const { company, store, clock } = await synchronized();
    company.stock.errors.set('itemLedgerEntries', failure('transient', 503));
    await synchronize(company, store, {}, clock);
    expect(store.writes).toEqual(['problems', 'problems']);
    expect([...store.connectionRows.values()][0]?.itemsVerifiedOn).toBe('2026-03-10T08:00:00Z');
  });
});

describe('a quantity that cannot be told exactly', () => {
  it.each(['90000000000', '0.123456', '1E+30'])('%s makes its item "not available" and no other', async (quantity) => {
    const { company, store, clock } = await synchronized();
    company.stock.entries.push(entry(1, 'EAST', quantity));
    const result = await synchronize(company, store, {}, clock);
    expect(itemOf(store, 1)).toMatchObject({ availability: 'unknown', reason: 'outOfRange' });
    expect(locationsOf(store, 1)).toEqual({});
    expect(itemOf(store, 4).availability).toBe('byLocation');
    expect(result.problems).toMatchObject([{ source: 'items', recordNumber: 'I-1', code: 'outOfRange' }]);
  });

  it('in the total leaves the stock by location', async () => {
    const { company, store, clock } = await synchronized();
    company.stock.itemList[0] = item(1, { inventory: '90000000000' });
    await synchronize(company, store, {}, clock);
    expect(itemOf(store, 1)).toMatchObject({ availability: 'byLocation', inventory: null });
  });
});

describe('a record that cannot be read', () => {
  it('keeps the figures of its item, marked stale, and touches no other item', async () => {
    const { company, store, clock } = await synchronized();
    const reason = 'A line holds a value that cannot be used.';
    company.stock.refused.set('outstandingSalesLines', [{ systemId: null, number: 'I-4', customerId: null, reason }]);
    const result = await synchronize(company, store, {}, clock);
    expect([1, 4].map((number) => itemOf(store, number).stale)).toEqual([false, true]);
    expect(result.problems).toMatchObject([{ source: 'outstandingSalesLines', reason }]);
  });
});
