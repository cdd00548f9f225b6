import { itemOverviewQuery } from '../../dataverse/itemOverviewRow';
import { startDataverse, type RunningDataverse } from '../../sandbox/dataverse/server';
import { packSolution } from '../../tools/pack/packSolution';
import { staged } from '../solution/stagedSolution';

const blankLocation = '00000000-0000-0000-0000-000000000000';
const availabilityReader = 'availability@cronus.example';
const seller = 'seller@cronus.example';

let dataverse: RunningDataverse;

interface Answer {
  readonly status: number;
  readonly rows: readonly Record<string, unknown>[];
}

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

async function read(user: string, resource: string): Promise<Answer> {
  const response = await send(user, 'GET', resource);
  const body: unknown = await response.json();
  const value: unknown = typeof body === 'object' && body !== null && 'value' in body ? body.value : [];
  return { status: response.status, rows: Array.isArray(value) ? value : [] };
}

async function create(set: string, row: object): Promise<string> {
  const response = await send('admin@cronus.example', 'POST', set, row);
  const id = /\(([0-9a-f-]{36})\)/.exec(response.headers.get('odata-entityid') ?? '')?.[1];
  if (id === undefined) throw new Error(`${set}: ${response.status} ${await response.text()}`);
  return id;
}

/** An item of a company with a default location, and its stock there and without a location. */
async function createItem(number: string): Promise<{ item: string; location: string; connection: string }> {
  const connection = await create('bci_connections', {
    bci_name: `Company ${number}`,
    bci_companyid: number,
    bci_companyname: number,
    bci_environmentname: 'Production',
  });
  const bound = { 'bci_ConnectionId@odata.bind': `/bci_connections(${connection})` };
  const location = await create('bci_locations', {
    ...bound,
    bci_name: 'East',
    bci_code: 'EAST',
    bci_systemid: number,
  });
  await send('admin@cronus.example', 'PATCH', `bci_connections(${connection})`, {
    'bci_DefaultLocationId@odata.bind': `/bci_locations(${location})`,
  });
  const item = await create('bci_items', {
    ...bound,
    bci_name: 'Bicycle',
    bci_number: number,
    bci_systemid: number,
    bci_availability: 727000000,
  });
  const availability = { 'bci_ItemId@odata.bind': `/bci_items(${item})`, bci_inventory: 12.5, bci_schedule: '[]' };
  await create('bci_itemavailabilities', {
    ...availability,
    bci_name: 'East',
    bci_locationcode: 'EAST',
    bci_locationsystemid: number,
    'bci_LocationId@odata.bind': `/bci_locations(${location})`,
  });
  await create('bci_itemavailabilities', { ...availability, bci_name: '–', bci_locationsystemid: blankLocation });
  return { item, location, connection };
}

describe('Items with their stock in one request', () => {
  it('come with the company, its default location and the stock of each location', async () => {
    const { item, location } = await createItem('1000');
    const { status, rows } = await read(availabilityReader, `bci_items${itemOverviewQuery([item])}`);
    expect(status).toBe(200);
    expect(rows).toMatchObject([
      {
        bci_itemid: item,
        bci_number: '1000',
        bci_ConnectionId: { bci_name: 'Company 1000', bci_DefaultLocationId: { bci_code: 'EAST' } },
      },
    ]);
    expect(rows[0]?.bci_item_itemavailability).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ bci_locationcode: 'EAST', _bci_locationid_value: location, bci_inventory: 12.5 }),
        expect.objectContaining({ bci_locationcode: null, _bci_locationid_value: null, bci_inventory: 12.5 }),
      ]),
    );
  });

  it('may be 200 in one address, of which those that exist come back', async () => {
    const { item } = await createItem('1001');
    const absent = Array.from(
      { length: 199 },
      (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    );
    const { status, rows } = await read(availabilityReader, `bci_items${itemOverviewQuery([...absent, item])}`);
    expect(status).toBe(200);
    expect(rows.map((row) => row.bci_itemid)).toEqual([item]);
  });

  it('are refused as a whole to who may not see stock', async () => {
    const { item } = await createItem('1002');
    expect((await read(seller, `bci_items${itemOverviewQuery([item])}`)).status).toBe(403);
    expect((await read(seller, `bci_items(${item})?$select=bci_name`)).status).toBe(200);
  });
});

describe('Stock', () => {
  const byLink = (): string =>
    `bci_items?fetchXml=${encodeURIComponent(
      '<fetch><entity name="bci_item"><attribute name="bci_number" /><link-entity name="bci_itemavailability" from="bci_itemid" to="bci_itemid" alias="stock"><attribute name="bci_inventory" /></link-entity></entity></fetch>',
    )}`;
  const ways: readonly (readonly [string, () => string])[] = [
    ['its own table', () => 'bci_itemavailabilities?$select=bci_inventory'],
    [
      '$expand from items',
      () => 'bci_items?$select=bci_number&$expand=bci_item_itemavailability($select=bci_inventory)',
    ],
    [
      '$expand from locations',
      () => 'bci_locations?$select=bci_code&$expand=bci_location_itemavailability($select=bci_inventory)',
    ],
    [
      'a filter over it',
      () => 'bci_items?$select=bci_number&$filter=bci_item_itemavailability/any(s:s/bci_inventory gt 0)',
    ],
    ['a FetchXML link', byLink],
  ];

  beforeAll(() => createItem('2000'));

  it.each(ways)('cannot be read through %s without the role for it', async (_, resource) => {
    expect((await read(seller, resource())).status).toBe(403);
    expect((await read('newcomer@cronus.example', resource())).status).toBe(403);
  });

  it.each(ways)('can be read through %s with the role for it', async (_, resource) => {
    for (const user of [availabilityReader, 'sync@cronus.example', 'admin@cronus.example']) {
      const { status, rows } = await read(user, resource());
      expect([user, status]).toEqual([user, 200]);
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  it('of one item and location is one row', async () => {
    const { item } = await createItem('4000');
    const key = `bci_itemavailabilities(_bci_itemid_value=${item},bci_locationsystemid='${blankLocation}')`;
    const response = await send(availabilityReader, 'GET', `${key}?$select=bci_inventory`);
    expect(await response.json()).toMatchObject({ bci_inventory: 12.5 });
    const again = await send('admin@cronus.example', 'POST', 'bci_itemavailabilities', {
      bci_name: '–',
      bci_locationsystemid: blankLocation,
      'bci_ItemId@odata.bind': `/bci_items(${item})`,
    });
    expect(again.status).toBe(412);
  });
});

describe('Requests for fresh items', () => {
  it('can be made by who may see stock, and only the own ones are read', async () => {
    const { item } = await createItem('5000');
    const response = await send(availabilityReader, 'POST', 'bci_refreshrequests', {
      bci_name: 'Items',
      bci_itemids: item,
    });
    expect(response.status).toBe(204);
    const { rows } = await read('seller@cronus.example', 'bci_refreshrequests?$select=bci_itemids');
    expect(rows).toEqual([]);
  });
});
