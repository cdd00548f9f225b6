import { z } from 'zod';
import { startBothSides, withSolution, type BothSides, type Connected } from '../sync/bothSides';
import type { RowFailure, RowWrite, SalespersonSnapshot } from '../../../service/sync/snapshotStore';

const options = { lane: 'periodic', signal: new AbortController().signal } as const;

function salesperson(number: number, changes: Partial<SalespersonSnapshot> = {}): RowWrite<SalespersonSnapshot> {
  return {
    row: {
      systemId: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
      code: `S${number}`,
      name: `Salesperson ${number}`,
      email: null,
      blocked: false,
      ...changes,
    },
    id: null,
    active: true,
  };
}

withSolution('writing rows', () => {
  let sides: BothSides;
  let connected: Connected;
  let connectionId: string;

  beforeEach(async () => {
    sides = await startBothSides({ demo: false });
    connected = sides.connect();
    const connection = await connected.dependencies.store.createConnection(
      {
        name: 'CRONUS',
        tenantId: null,
        environmentName: 'Sandbox',
        companyId: '11111111-0000-4000-8000-000000000001',
        companyName: 'CRONUS',
        webClientUrl: 'https://businesscentral.dynamics.com/Sandbox',
        currencyCode: null,
      },
      options,
    );
    connectionId = connection.id;
    sides.dataverse.calls.reset();
  }, 30_000);
  afterEach(async () => {
    connected.close();
    await sides.close();
  });

  async function codes(): Promise<string[]> {
    const rows = await connected.api.list(
      'bci_salespersons?$select=bci_code',
      z.object({ bci_code: z.string() }),
      options,
    );
    return rows.map((row) => row.bci_code).sort();
  }

  const write = (writes: readonly RowWrite<SalespersonSnapshot>[]): Promise<readonly RowFailure[]> =>
    connected.dependencies.store.salespeople.write(connectionId, writes, options);

  it('takes one request for a hundred rows', async () => {
    await write(Array.from({ length: 250 }, (_, index) => salesperson(index)));
    expect(sides.dataverse.calls.total).toBe(3);
    expect(await codes()).toHaveLength(250);
  }, 30_000);

  it('stores 99 of 100 when one is bad, and says which and why', async () => {
    const writes = Array.from({ length: 100 }, (_, index) =>
      salesperson(index, index === 42 ? { name: 'x'.repeat(101) } : {}),
    );
    const failures = await write(writes);
    expect(failures).toMatchObject([{ index: 42 }]);
    expect(failures[0]?.code).toMatch(/^0x8/);
    expect(await codes()).toHaveLength(99);
    expect(await codes()).not.toContain('S42');
  }, 30_000);

  it('done twice leaves one row each', async () => {
    await write([salesperson(1), salesperson(2)]);
    await write([salesperson(1, { name: 'Renamed' }), salesperson(2)]);
    expect(await codes()).toEqual(['S1', 'S2']);
  }, 30_000);

  it('loses a race against another writer without an error: the row is updated', async () => {
    sides.dataverse.faults.add({
      when: { urlContains: 'UpsertMultiple' },
      fault: {
        kind: 'status',
        status: 412,
        body: JSON.stringify({
          error: { code: '0x80040237', message: 'A record with matching key values already exists.' },
        }),
      },
      times: 1,
    });
    expect(await write([salesperson(1), salesperson(2)])).toEqual([]);
    expect(await codes()).toEqual(['S1', 'S2']);
  }, 30_000);

  it('asks again for what a batch left unanswered', async () => {
    const writes = [salesperson(1), salesperson(2, { name: 'x'.repeat(101) }), salesperson(3)];
    sides.dataverse.faults.add({ when: { urlContains: '$batch' }, fault: { kind: 'cut', at: 400 }, times: 1 });
    expect(await write(writes)).toMatchObject([{ index: 1 }]);
    expect(await codes()).toEqual(['S1', 'S3']);
  }, 30_000);

  it('counts a row that is already gone as removed', async () => {
    await write([salesperson(1), salesperson(2)]);
    const rows = await connected.api.list(
      'bci_salespersons?$select=bci_salespersonid',
      z.object({ bci_salespersonid: z.string() }),
      options,
    );
    const ids = rows.map((row) => row.bci_salespersonid);
    const { salespeople } = connected.dependencies.store;
    expect(await salespeople.remove(ids, options)).toEqual([]);
    expect(await salespeople.remove(ids, options)).toEqual([]);
    expect(await codes()).toEqual([]);
  }, 30_000);

  it('reads a table of several pages to its end', async () => {
    await write(Array.from({ length: 30 }, (_, index) => salesperson(index)));
    const pages: number[] = [];
    for await (const page of connected.dependencies.store.salespeople.stored(connectionId, options))
      pages.push(page.length);
    expect(pages.reduce((total, length) => total + length, 0)).toBe(30);
  }, 30_000);
});
