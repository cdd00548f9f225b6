import { exitCodes } from '../../../service/commands/exitCodes';
import { exitCodeOfSync } from '../../../service/commands/syncReport';
import { chooseCompanies } from '../../../service/sync/chooseCompanies';
import type { CompanyRecord } from '../../../service/sync/ports';
import type { StoredConnection } from '../../../service/sync/snapshotStore';
import { synchronizeEnvironment } from '../../../service/sync/synchronizeEnvironment';
import { FakeCompany, id, smallCompany } from './fakeCompany';
import { MemoryStore } from './memoryStore';
import { dependenciesOf } from './synchronizing';

const cronus: CompanyRecord = { id: id(1, 0xc0), name: 'CRONUS', displayName: 'CRONUS International Ltd.' };
const other: CompanyRecord = { id: id(2, 0xc0), name: 'My Company', displayName: '' };

function connection(changes: Partial<StoredConnection> = {}): StoredConnection {
  return {
    id: id(1, 0xce),
    active: true,
    name: 'CRONUS International Ltd.',
    tenantId: null,
    environmentName: 'Sandbox',
    companyId: cronus.id,
    companyName: 'CRONUS',
    webClientUrl: '',
    currencyCode: 'GBP',
    health: 'healthy',
    lastSuccessOn: null,
    customersVerifiedOn: null,
    customersVerifiedFor: null,
    itemsVerifiedOn: null,
    lastError: null,
    lastErrorOn: null,
    ...changes,
  };
}

function names(
  companies: readonly CompanyRecord[],
  connections: readonly StoredConnection[],
  wanted: string | null,
): string[] {
  const { targets, refused } = chooseCompanies(new FakeCompany(), companies, connections, wanted);
  const [first] = refused;
  if (first !== undefined) throw first.error;
  return targets.map((target) => target.company.name);
}

describe('which companies are synchronized', () => {
  it('the only one, when none is connected', () => {
    expect(names([cronus], [], null)).toEqual(['CRONUS']);
  });

  it('none by guess: with several the setting is asked for, and the choice shown', () => {
    expect(() => names([cronus, other], [], null)).toThrow(/BCI_COMPANY.*"CRONUS", "My Company"/);
  });

  it('those that are connected', () => {
    expect(names([cronus, other], [connection()], null)).toEqual(['CRONUS']);
  });

  it.each(['cronus', 'CRONUS International Ltd.', cronus.id, id(1, 0xce)])('the one that is named %s', (wanted) => {
    expect(names([cronus, other], [connection()], wanted)).toEqual(['CRONUS']);
  });

  it('refuses a name that is none, and names those that are', () => {
    expect(() => names([cronus], [], 'CRONOS')).toThrow(/no company "CRONOS".*"CRONUS"/);
  });
});

describe('before two companies are mixed it stops', () => {
  it.each([
    [
      'an environment that is a copy has the same company ids',
      { environmentName: 'Production' },
      'CRONUS',
      'environmentMismatch',
    ],
    ['another tenant', { tenantId: id(1, 0x77) }, null, 'tenantMismatch'],
    ['a company made again under its old name', { companyId: id(9, 0xc0) }, 'CRONUS', 'companyMismatch'],
    ['a company that is gone', { companyId: id(9, 0xc0), companyName: 'Gone' }, null, 'companyGone'],
  ] as const)('%s', (_, changes, wanted, code) => {
    let thrown: unknown;
    try {
      names([cronus, other], [connection(changes)], wanted);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ kind: 'config', code });
  });

  it('writes nothing then', async () => {
    const store = new MemoryStore();
    store.connectionRows.set(id(1, 0xce), connection({ environmentName: 'Production' }));
    const company = smallCompany();
    const signal = new AbortController().signal;
    const run = synchronizeEnvironment(dependenciesOf(company, store), null, {
      trigger: 'manual',
      full: false,
      dryRun: false,
      signal,
    });
    await expect(run).rejects.toMatchObject({ code: 'environmentMismatch' });
    expect(store.writes).toEqual([]);
    expect(store.runs.size).toBe(0);
  });
});

describe('of several connections', () => {
  const gone = connection({ id: id(2, 0xce), name: 'Gone', companyId: id(9, 0xc0), companyName: 'Gone' });

  function twoConnections(): MemoryStore {
    const store = new MemoryStore();
    store.connectionRows.set(gone.id, gone);
    store.connectionRows.set(id(1, 0xce), connection());
    return store;
  }

  function run(store: MemoryStore, dryRun = false): ReturnType<typeof synchronizeEnvironment> {
    const signal = new AbortController().signal;
    const options = { trigger: 'manual', full: false, dryRun, signal } as const;
    return synchronizeEnvironment(dependenciesOf(smallCompany(), store), null, options);
  }

  it('one whose company is gone fails with its reason, and the others are synchronized', async () => {
    const store = twoConnections();
    const outcomes = await run(store);
    expect(outcomes).toMatchObject([
      { company: 'Gone', result: null, error: { kind: 'config', code: 'companyGone' } },
      { company: 'CRONUS', result: { outcome: 'succeeded' }, error: null },
    ]);
    expect(exitCodeOfSync(outcomes)).toBe(exitCodes.someRowsFailed);
    expect(store.connectionRows.get(gone.id)).toMatchObject({
      health: 'failing',
      lastError: expect.stringContaining('deactivate the connection') as unknown,
      lastErrorOn: '2026-03-10T08:00:00Z',
    });
    expect(store.connectionRows.get(id(1, 0xce))).toMatchObject({ health: 'healthy', lastError: null });
  });

  it('a dry run says so and writes nothing', async () => {
    const store = twoConnections();
    expect(await run(store, true)).toMatchObject([{ error: { code: 'companyGone' } }, { error: null }]);
    expect(store.connectionRows.get(gone.id)).toEqual(gone);
  });
});

describe('a connection that the administrator switched off', () => {
  it('is left alone, by name too', () => {
    const off = connection({ active: false });
    expect(() => names([cronus], [off], null)).toThrow(/inactive/);
    expect(() => names([cronus, other], [off], 'CRONUS')).toThrow(/Activate the connection/);
  });

  it('makes room for a company made again under its name', () => {
    const off = connection({ active: false, companyId: id(9, 0xc0) });
    expect(names([cronus], [off], 'CRONUS')).toEqual(['CRONUS']);
  });
});

describe('a renamed company', () => {
  it('is still the same, and the connection takes its new name', async () => {
    const store = new MemoryStore();
    store.connectionRows.set(id(1, 0xce), connection());
    const company = smallCompany();
    company.company = { ...company.company, name: 'CRONUS UK', displayName: 'CRONUS UK Ltd.' };
    const [outcome] = await synchronizeEnvironment(dependenciesOf(company, store), null, {
      trigger: 'manual',
      full: false,
      dryRun: false,
      signal: new AbortController().signal,
    });
    expect(outcome?.result?.outcome).toBe('succeeded');
    expect(store.connectionRows.get(id(1, 0xce))).toMatchObject({ name: 'CRONUS UK Ltd.', companyName: 'CRONUS UK' });
  });
});
