import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startDataverse, type RunningDataverse } from '../../sandbox/dataverse/server';
import { packSolution } from '../../tools/pack/packSolution';
import { staged } from '../solution/stagedSolution';

const root = path.join(__dirname, '..', '..');

type Verb = 'Create' | 'Read' | 'Write' | 'Delete' | 'Assign';

const rolesOf: Readonly<Record<string, readonly string[] | 'everything'>> = {
  'admin@cronus.example': 'everything',
  'sync@cronus.example': ['Integration Administrator', 'Integration User'],
  'seller@cronus.example': ['Integration User'],
  'availability@cronus.example': ['Integration User', 'Product Availability User'],
  'newcomer@cronus.example': [],
};

const tables = [
  { name: 'bci_Connection', owned: false },
  { name: 'bci_Item', owned: false },
  { name: 'bci_ItemAvailability', owned: false },
  { name: 'bci_Location', owned: false },
  { name: 'bci_Salesperson', owned: false },
  { name: 'bci_Customer', owned: true },
  { name: 'bci_OpenInvoice', owned: true },
  { name: 'bci_RefreshRequest', owned: true },
  { name: 'bci_SyncRun', owned: false },
  { name: 'bci_SyncProblem', owned: false },
] as const;
type TestedTable = (typeof tables)[number];

/** Name of the table in Web API addresses. */
function setOf({ name }: TestedTable): string {
  return `${name.toLowerCase()}s`.replace(/ys$/, 'ies');
}

/** Privilege to depth, of every role as `solution/Roles` says it. */
function readRoles(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const folder = path.join(root, 'solution', 'Roles');
  return new Map(
    readdirSync(folder).map((file) => {
      const xml = readFileSync(path.join(folder, file), 'utf8');
      const privileges = xml.matchAll(/<RolePrivilege name="(\w+)" level="(\w+)"/g);
      return [path.basename(file, '.xml'), new Map([...privileges].map(([, name = '', depth = '']) => [name, depth]))];
    }),
  );
}

const roles = readRoles();

/** The widest depth that one of the user's roles of ours grants; undefined when none does. */
function depthOf(user: string, verb: Verb, table: string): string | undefined {
  const own = rolesOf[user] ?? [];
  if (own === 'everything') return 'Global';
  const depths = own.map((role) => roles.get(role)?.get(`prv${verb}${table}`));
  return ['Global', 'Deep', 'Local', 'Basic'].find((depth) => depths.includes(depth));
}

function keyOf(location: string | null): string {
  return /\(([0-9a-f-]{36})\)/.exec(location ?? '')?.[1] ?? '';
}

describe('The roles of the solution over the Web API', () => {
  let dataverse: RunningDataverse;

  beforeAll(async () => {
    dataverse = await startDataverse({ port: 0 });
    dataverse.importSolution(await packSolution(staged, 'unmanaged'));
  }, 60_000);

  afterAll(() => dataverse.close());

  function send(user: string, method: string, resource: string, body?: object): Promise<Response> {
    return fetch(`${dataverse.url}/api/data/v9.2/${resource}`, {
      method,
      headers: { authorization: `Bearer ${user}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async function create(user: string, set: string, row: object = { bci_name: 'Row' }): Promise<string> {
    const response = await send(user, 'POST', set, row);
    const id = keyOf(response.headers.get('odata-entityid'));
    if (id === '') throw new Error(`${set}: ${response.status} ${await response.text()}`);
    return id;
  }

  async function idOf(user: string): Promise<string> {
    const answer: unknown = await (await send(user, 'GET', 'WhoAmI')).json();
    return typeof answer === 'object' && answer !== null && 'UserId' in answer ? String(answer.UserId) : '';
  }

  async function allows(user: string, method: string, resource: string, body?: object): Promise<boolean> {
    const { status } = await send(user, method, resource, body);
    if (status !== 403 && status >= 400) throw new Error(`${method} ${resource} was answered with ${status}.`);
    return status < 400;
  }

  /** What happens to rows that an administrator owns. */
  async function tried(user: string, table: TestedTable): Promise<Record<string, boolean>> {
    const { owned } = table;
    const set = setOf(table);
    const row = `${set}(${await create('admin@cronus.example', set)})`;
    const assign = { 'ownerid@odata.bind': `/systemusers(${await idOf('seller@cronus.example')})` };
    return {
      list: await allows(user, 'GET', `${set}?$select=bci_name`),
      read: await allows(user, 'GET', `${row}?$select=bci_name`),
      create: await allows(user, 'POST', set, { bci_name: 'New' }),
      write: await allows(user, 'PATCH', row, { bci_name: 'Changed' }),
      ...(owned ? { assign: await allows(user, 'PATCH', row, assign) } : {}),
      delete: await allows(user, 'DELETE', row),
    };
  }

  function expected(user: string, { name, owned }: TestedTable): Record<string, boolean> {
    const any = (verb: Verb): boolean => depthOf(user, verb, name) !== undefined;
    const everyRow = (verb: Verb): boolean => depthOf(user, verb, name) === 'Global';
    return {
      list: any('Read'),
      read: everyRow('Read'),
      create: any('Create'),
      write: everyRow('Write'),
      ...(owned ? { assign: everyRow('Assign') } : {}),
      delete: everyRow('Delete'),
    };
  }

  const cases = Object.keys(rolesOf).flatMap((user) => tables.map((table) => ({ user, table, name: table.name })));

  it.each(cases)('give $user on $name exactly what their XML says', async ({ user, table }) => {
    expect(await tried(user, table)).toEqual(expected(user, table));
  });

  it('let nobody but the administrator and the synchronization write a figure, a run or a problem', () => {
    const writers = Object.keys(rolesOf).filter((user) =>
      tables.some(({ name }) =>
        (['Write', 'Delete', 'Assign'] as const).some((verb) => depthOf(user, verb, name) !== undefined),
      ),
    );
    expect(writers).toEqual(['admin@cronus.example', 'sync@cronus.example']);
  });

  it('let a seller choose a location on an own quote, a newcomer not', async () => {
    const located = async (): Promise<object> => ({
      name: 'Quote',
      'bci_LocationId@odata.bind': `/bci_locations(${await create('admin@cronus.example', 'bci_locations')})`,
    });
    expect(await allows('seller@cronus.example', 'POST', 'quotes', await located())).toBe(true);
    expect(await allows('availability@cronus.example', 'POST', 'quotes', await located())).toBe(true);
    expect(await allows('newcomer@cronus.example', 'POST', 'quotes', await located())).toBe(false);
  });

  it('let the synchronization couple a product, a seller not', async () => {
    const product = await create('admin@cronus.example', 'products', { name: 'Bicycle', productnumber: 'P-1' });
    const item = { 'bci_ItemId@odata.bind': `/bci_items(${await create('admin@cronus.example', 'bci_items')})` };
    expect(await allows('seller@cronus.example', 'PATCH', `products(${product})`, item)).toBe(false);
    expect(await allows('sync@cronus.example', 'PATCH', `products(${product})`, item)).toBe(true);
  });

  it('show a seller the own refresh requests and nobody else’s', async () => {
    const own = await create('seller@cronus.example', 'bci_refreshrequests');
    const foreign = await create('availability@cronus.example', 'bci_refreshrequests');
    const list = await (await send('seller@cronus.example', 'GET', 'bci_refreshrequests?$select=bci_name')).text();
    expect(list).toContain(own);
    expect(list).not.toContain(foreign);
    expect((await send('seller@cronus.example', 'GET', `bci_refreshrequests(${foreign})`)).status).toBe(403);
  });

  it('let a seller ask for fresh figures of any customer, and not point an invoice at one', async () => {
    const customer = await create('admin@cronus.example', 'bci_customers');
    const invoice = await create('admin@cronus.example', 'bci_openinvoices');
    const bound = { 'bci_CustomerId@odata.bind': `/bci_customers(${customer})` };
    expect(await allows('seller@cronus.example', 'POST', 'bci_refreshrequests', bound)).toBe(true);
    expect(await allows('seller@cronus.example', 'PATCH', `bci_openinvoices(${invoice})`, bound)).toBe(false);
  });

  it('let a seller couple an own account, a newcomer not', async () => {
    const coupled = async (): Promise<object> => ({
      name: 'Account',
      'bci_CustomerId@odata.bind': `/bci_customers(${await create('admin@cronus.example', 'bci_customers')})`,
    });
    expect(await allows('seller@cronus.example', 'POST', 'accounts', await coupled())).toBe(true);
    expect(await allows('newcomer@cronus.example', 'POST', 'accounts', { name: 'Account' })).toBe(true);
    expect(await allows('newcomer@cronus.example', 'POST', 'accounts', await coupled())).toBe(false);
  });
});
