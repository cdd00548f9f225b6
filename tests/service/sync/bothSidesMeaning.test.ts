import { z } from 'zod';
import { synchronizeEnvironment } from '../../../service/sync/synchronizeEnvironment';
import { connectionIdOf } from './tablePicture';
import { startBothSides, withSolution, type BothSides, type Connected } from './bothSides';

const COMPANY = 'CRONUS International Ltd.';
const options = { lane: 'onDemand', signal: new AbortController().signal } as const;

const customerRow = z.record(z.string(), z.unknown());
const ledger = z.object({
  balance: z.number(),
  overdue: z.number(),
  aged: z.record(z.string(), z.number()),
  entries: z.array(z.object({ documentType: z.string(), remainingAmountLocal: z.number(), dueDate: z.string() })),
});

async function customers(connected: Connected): Promise<readonly Record<string, unknown>[]> {
  return connected.api.list('bci_customers?$orderby=bci_number', customerRow, options);
}

async function ledgerOf(sides: BothSides, number: string): Promise<z.infer<typeof ledger>> {
  const answer = await fetch(`${sides.businessCentral.url}/sandbox/ledger?customer=${number}&company=${COMPANY}`);
  return ledger.parse(await answer.json());
}

async function command(sides: BothSides, path: string, body: object): Promise<void> {
  const answer = await fetch(`${sides.businessCentral.url}/sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(await answer.text()).not.toContain('CommandRefused');
}

function writes(sides: BothSides): readonly string[] {
  return Object.keys(sides.dataverse.calls.summary().counts).filter((kind) => !kind.startsWith('GET'));
}

withSolution('the demo company between both local sides', () => {
  let sides: BothSides;
  let connected: Connected;

  beforeEach(async () => {
    sides = await startBothSides({
      tokens: { limited: { denied: ['salesOrders'] }, blind: { denied: ['salesInvoices'] } },
    });
    connected = sides.connect();
  }, 30_000);
  afterEach(async () => {
    connected.close();
    await sides.close();
  });

  it('shows every customer the figures of its ledger', async () => {
    const { result } = await connected.synchronize();
    expect(result).toMatchObject({ outcome: 'succeeded', rowsFailed: 0 });
    const rows = await customers(connected);
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      const number = String(row.bci_number);
      const { balance, overdue, aged } = await ledgerOf(sides, number);
      const buckets = [
        row.bci_agedcurrentamount,
        row.bci_agedperiod1amount,
        row.bci_agedperiod2amount,
        row.bci_agedperiod3amount,
      ];
      expect([number, row.bci_balance, row.bci_overdueamount]).toEqual([number, balance, overdue]);
      expect(Object.values(aged)).toEqual(expect.arrayContaining(buckets));
      expect(buckets.reduce<number>((total, amount) => total + Number(amount), 0)).toBeCloseTo(balance, 2);
      expect(row.bci_localcurrencycode).toBe('GBP');
      expect(row.bci_unavailable).toBeNull();
    }
  }, 30_000);

  it('writes no row when nothing changed: only the run and the connection', async () => {
    await connected.synchronize();
    sides.dataverse.calls.reset();
    const { result } = await connected.synchronize();
    expect(result).toMatchObject({ rowsWritten: 0, rowsFailed: 0 });
    expect(writes(sides)).toEqual(['PATCH bci_syncruns 204', 'PATCH bci_connections 204']);
  }, 30_000);

  it('follows a payment: the invoice goes, the balance falls, other rows stay untouched', async () => {
    await connected.synchronize();
    const before = await customers(connected);
    const debtor = before.find((row) => Number(row.bci_overdueinvoicecount) > 0 && row.bci_currencycode === 'GBP');
    const number = String(debtor?.bci_number);
    await command(sides, 'payments', { company: COMPANY, customerNumber: number, amount: debtor?.bci_balance });
    const { result } = await connected.synchronize();
    const after = await customers(connected);
    const { balance } = await ledgerOf(sides, number);
    expect(after.find((row) => row.bci_number === number)).toMatchObject({
      bci_balance: balance,
      bci_overdueinvoicecount: 0,
    });
    expect(result?.writes.find(({ table }) => table === 'bci_customer')).toMatchObject({ create: 0, update: 1 });
    expect(result?.writes.find(({ table }) => table === 'bci_openinvoice')?.remove).toBeGreaterThan(0);
  }, 30_000);

  it('loses one source by a permission: its figures say so, the run ends with a problem, and it heals', async () => {
    await connected.synchronize();
    const limited = sides.connect({ businessCentralToken: 'limited' });
    const { result } = await limited.synchronize();
    limited.close();
    expect(result).toMatchObject({ outcome: 'succeededWithProblems' });
    expect(result?.problems).toMatchObject([{ source: 'salesOrders' }]);
    expect(result?.problems[0]?.nextStep).toMatch(/permission set/);
    for (const row of await customers(connected)) {
      expect(row.bci_outstandingorders).toBeNull();
      expect(row.bci_balance).not.toBeNull();
      expect(JSON.parse(String(row.bci_unavailable))).toMatchObject({ bci_outstandingorders: 'permissionDenied' });
    }
    const healed = await connected.synchronize();
    expect(healed.result?.outcome).toBe('succeeded');
    expect((await customers(connected)).every((row) => row.bci_unavailable === null)).toBe(true);
  }, 30_000);

  it('does not delete invoices that Business Central merely hides', async () => {
    await connected.synchronize();
    const before = await connected.api.list('bci_openinvoices?$select=bci_name', customerRow, options);
    const blind = sides.connect({ businessCentralToken: 'blind' });
    const { result } = await blind.synchronize();
    blind.close();
    expect(result?.problems).toMatchObject([{ source: 'salesInvoices' }]);
    expect(await connected.api.list('bci_openinvoices?$select=bci_name', customerRow, options)).toEqual(before);
  }, 30_000);

  it('goes on without a source that fails for ever', async () => {
    sides.businessCentral.faults.add({
      when: { entitySet: 'agedAccountsReceivables' },
      fault: { kind: 'status', status: 503 },
    });
    const { result } = await connected.synchronize();
    expect(result).toMatchObject({ outcome: 'succeededWithProblems', problemCount: 1 });
    const [row] = await customers(connected);
    expect(row).toMatchObject({ bci_agedcurrentamount: null, bci_agedon: null });
    expect(row?.bci_balance).not.toBeNull();
  }, 30_000);

  it.each([
    ['a sign-in page with status 200', { kind: 'signInPage' }, 'customers', /not the expected JSON/],
    ['half a page for ever', { kind: 'halfPage' }, 'customers', /breaks off/],
  ] as const)(
    '%s is never taken for "no customers"',
    async (_, fault, entitySet, sentence) => {
      await connected.synchronize();
      sides.businessCentral.faults.add({ when: { entitySet }, fault });
      const { result } = await connected.synchronize();
      expect(result?.problems[0]?.reason).toMatch(sentence);
      expect((await customers(connected)).every((row) => row.statecode === 0)).toBe(true);
    },
    30_000,
  );

  it('an account without our roles may not write, and is told which roles to ask for', async () => {
    const seller = sides.connect({ dataverseUser: 'seller@cronus.example' });
    const { error } = await seller.synchronize();
    expect(error?.kind).toBe('permission');
    expect(error?.message).toMatch(/Integration Administrator/);
    seller.close();
    expect(await customers(connected)).toEqual([]);
  }, 30_000);

  it('a wrong token is one clear sentence', async () => {
    const wrong = sides.connect({ businessCentralToken: 'expired' });
    await expect(wrong.synchronize()).rejects.toMatchObject({ kind: 'signIn' });
    wrong.close();
  }, 30_000);

  it('a copy of the environment is refused before anything is written', async () => {
    await connected.synchronize();
    const before = JSON.stringify(await customers(connected));
    const copy = sides.connect({ environmentName: 'Copy' });
    const run = synchronizeEnvironment(copy.dependencies, COMPANY, {
      trigger: 'manual',
      full: false,
      dryRun: false,
      signal: options.signal,
    });
    await expect(run).rejects.toMatchObject({ code: 'environmentMismatch' });
    copy.close();
    expect(JSON.stringify(await customers(connected))).toBe(before);
  }, 30_000);

  it('a dry run writes nothing at all', async () => {
    const { result } = await connected.synchronize({ dryRun: true });
    expect(writes(sides)).toEqual([]);
    expect(result?.writes[0]?.table).toBe('bci_customer');
    expect(result?.writes[0]?.create).toBeGreaterThan(50);
    expect(await connectionIdOf(connected.api, COMPANY)).toBe('');
  }, 30_000);
});
