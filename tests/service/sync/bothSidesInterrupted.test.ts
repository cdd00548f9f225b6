import { isServiceError } from '../../../service/http/serviceError';
import type { FaultRuleInput } from '../../../sandbox/http/faults';
import { startBothSides, withSolution, type BothSides } from './bothSides';
import { Lifetime } from './killedClient';
import { difference, tablePicture } from './tablePicture';

const CUSTOMERS = 8;
const ITEMS = 5;
const COMPANIES = 300;

async function command(sides: BothSides, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${sides.businessCentral.url}/sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return answer.json();
}

withSolution('a small company between both local sides', () => {
  let sides: BothSides;
  let used = 0;
  /** Companies that are the same but for their name. */
  const nextCompany = (): string => `Company ${(used += 1)}`;

  beforeAll(async () => {
    const generated = Array.from({ length: COMPANIES }, (_, index) => ({
      customers: CUSTOMERS,
      items: ITEMS,
      locations: 2,
      seed: 'same',
      name: `Company ${index + 1}`,
    }));
    sides = await startBothSides({ demo: false, generated });
    sides.businessCentral.limits.adjust({ requests: 1_000_000 });
    sides.dataverse.limits.adjust({ requests: 1_000_000 });
  }, 60_000);
  afterAll(() => sides.close());
  afterEach(() => {
    sides.businessCentral.faults.clear();
    sides.dataverse.faults.clear();
  });

  async function synchronized(company: string, lifetime?: Lifetime): Promise<void> {
    const connected = sides.connect(lifetime === undefined ? {} : { lifetime });
    try {
      const { error } = await connected.synchronize({}, company);
      if (error !== null) throw error;
    } finally {
      connected.close();
    }
  }

  async function picture(company: string): Promise<readonly string[]> {
    const connected = sides.connect();
    const rows = await tablePicture(connected.api, company);
    connected.close();
    return rows;
  }

  /** Payments settle invoices, a name changes: rows to update and to remove. */
  async function change(company: string): Promise<void> {
    for (const customerNumber of ['C0000001', 'C0000002', 'C0000003', 'C0000004']) {
      await command(sides, 'payments', { company, customerNumber, amount: 123.45 });
    }
    await command(sides, 'item-adjustments', { company, itemNumber: 'I0000003', quantity: -7.5 });
    await command(sides, 'item-adjustments', { company, itemNumber: 'I0000005', quantity: 3, locationCode: 'L001' });
  }

  async function killed(company: string, lifetime: Lifetime): Promise<void> {
    await synchronized(company, lifetime).catch((error: unknown) => {
      if (!isServiceError(error, 'cancelled')) throw error;
    });
  }

  it('killed at every request of its first synchronization ends with the same tables', async () => {
    const whole = nextCompany();
    const counted = new Lifetime(Infinity, 'after');
    await synchronized(whole, counted);
    const expected = await picture(whole);
    expect(expected.length).toBeGreaterThan(CUSTOMERS);
    for (let last = 1; last <= counted.count; last += 1) {
      const company = nextCompany();
      await killed(company, new Lifetime(last, 'after'));
      await synchronized(company);
      expect({ last, other: difference(expected, await picture(company)) }).toEqual({ last, other: [] });
    }
  }, 240_000);

  it('killed at every request of a later synchronization ends with the same tables', async () => {
    const whole = nextCompany();
    await synchronized(whole);
    await change(whole);
    const counted = new Lifetime(Infinity, 'before');
    await synchronized(whole, counted);
    const expected = await picture(whole);
    for (let last = 1; last <= counted.count; last += 1) {
      const company = nextCompany();
      await synchronized(company);
      await change(company);
      await killed(company, new Lifetime(last, 'before'));
      await synchronized(company);
      expect({ last, other: difference(expected, await picture(company)) }).toEqual({ last, other: [] });
    }
  }, 240_000);

  const passing: readonly FaultRuleInput['fault'][] = [
    { kind: 'status', status: 429 },
    { kind: 'status', status: 503 },
    { kind: 'cut', at: 'beforeHeaders' },
    { kind: 'halfPage' },
    { kind: 'status', status: 429, headers: { 'Retry-After': '1' } },
    { kind: 'cut', at: 20 },
  ];

  it.each(['businessCentral', 'dataverse'] as const)(
    'with a passing fault at any one call of %s ends with the same tables',
    async (name) => {
      const whole = nextCompany();
      sides[name].calls.reset();
      await synchronized(whole);
      const calls = sides[name].calls.total;
      const expected = await picture(whole);
      for (let call = 1; call <= calls; call += 1) {
        const company = nextCompany();
        const fault = passing[call % 6] ?? { kind: 'stall' };
        sides[name].calls.reset();
        sides[name].faults.add({ when: { call }, fault });
        await synchronized(company);
        sides[name].faults.clear();
        const other = difference(expected, await picture(company));
        expect({ call, fault, other }).toEqual({ call, fault, other: [] });
      }
    },
    240_000,
  );
});
