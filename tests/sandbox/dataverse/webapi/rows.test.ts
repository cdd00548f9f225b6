import { startHarbour } from './harbour';
import type { Harbour } from './harbour';

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.close());

describe('creating', () => {
  it('answers 204 with the row’s address and stamps the row', async () => {
    const created = await harbour.admin.post('accounts', { name: 'Adatum', revenue: 12.5 });
    expect(created.status).toBe(204);
    expect(created.headers.get('odata-entityid')).toBe(`${harbour.url}/api/data/v9.2/accounts(${created.id})`);
    const { json } = await harbour.admin.get(`accounts(${created.id})`);
    expect(json).toMatchObject({
      name: 'Adatum',
      revenue: 12.5,
      createdon: '2026-03-02T12:00:00Z',
      statecode: 0,
      statuscode: 1,
    });
    expect(json._ownerid_value).toBe(json._createdby_value);
  });

  it('returns the row when the request prefers it', async () => {
    const created = await harbour.admin.post(
      'contacts?$select=fullname',
      { firstname: 'Ann', lastname: 'Lee' },
      { prefer: 'return=representation' },
    );
    expect(created.status).toBe(201);
    expect(created.headers.get('preference-applied')).toBe('return=representation');
    expect(created.json).toMatchObject({ fullname: 'Ann Lee', contactid: created.id });
    expect(created.json['@odata.context']).toBe(`${harbour.url}/api/data/v9.2/$metadata#contacts(fullname)/$entity`);
  });

  it('binds lookups by absolute, rooted and relative addresses and by alternate keys', async () => {
    const port = await harbour.admin.post('tst_ports', { tst_name: 'Aarhus', tst_code: 'AAR' });
    for (const address of [
      `tst_ports(${port.id})`,
      `/tst_ports(${port.id})`,
      `${harbour.url}/api/data/v9.2/tst_ports(${port.id})`,
      "/tst_ports(tst_code='AAR')",
    ]) {
      const ship = await harbour.admin.post('tst_ships', { tst_name: 'Bound', 'tst_PortId@odata.bind': address });
      expect(ship.status).toBe(204);
      const { json } = await harbour.admin.get(`tst_ships(${ship.id})?$select=_tst_portid_value`);
      expect(json._tst_portid_value).toBe(port.id);
    }
    const unknown = await harbour.admin.post('tst_ships', {
      tst_name: 'x',
      'tst_PortId@odata.bind': "/tst_ports(tst_code='NOPE')",
    });
    expect([unknown.status, unknown.code]).toEqual([404, '0x80060891']);
    const gone = await harbour.admin.post('tst_ships', {
      tst_name: 'x',
      'tst_PortId@odata.bind': '/tst_ports(00000000-0000-0000-0000-000000000001)',
    });
    expect([gone.status, gone.code]).toEqual([404, '0x80040217']);
  });

  it('creates related rows with the row, all or nothing', async () => {
    const account = await harbour.admin.post('accounts', {
      name: 'Deep',
      primarycontactid: { firstname: 'Prima', lastname: 'Ry' },
      contact_customer_accounts: [{ lastname: 'One' }, { lastname: 'Two' }],
    });
    const { json } = await harbour.admin.get(
      `accounts(${account.id})?$select=name&$expand=primarycontactid($select=fullname),contact_customer_accounts($select=lastname;$orderby=lastname)`,
    );
    expect(json.primarycontactid).toMatchObject({ fullname: 'Prima Ry' });
    expect(json.contact_customer_accounts).toMatchObject([{ lastname: 'One' }, { lastname: 'Two' }]);
    const before = await harbour.admin.get('contacts/$count');
    const broken = await harbour.admin.post('accounts', {
      name: 'x',
      contact_customer_accounts: [{ lastname: 'Lost' }, { nope: 1 }],
    });
    expect(broken.status).toBe(400);
    expect((await harbour.admin.get('contacts/$count')).text).toBe(before.text);
  });
});

describe('what a body may hold', () => {
  const refused: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
    ['an unknown column', { Name: 'x' }, '0x80048d19', "Invalid property 'Name'"],
    ['a lookup by its column', { _primarycontactid_value: null }, '0x80048d19', 'Use Navigation properties instead'],
    [
      'an unknown binding',
      { 'primarycontact@odata.bind': '/contacts(1)' },
      '0x80048d19',
      "undeclared property 'primarycontact'",
    ],
    ['a number for a text', { name: 5 }, '0x80048d19', "the literal '5' to the expected type 'Edm.String'"],
    ['a text for a number', { numberofemployees: '5' }, '0x80048d19', "expected type 'Edm.Int32'"],
    ['a fraction for a whole number', { numberofemployees: 1.5 }, '0x80048d19', "expected type 'Edm.Int32'"],
    ['a number for a yes/no', { creditonhold: 0 }, '0x80048d19', "expected type 'Edm.Boolean'"],
    ['a text that is too long', { accountnumber: 'x'.repeat(21) }, '0x80044331', "maximum allowed length of '20'"],
    ['an option that does not exist', { industrycode: 99 }, '0x8004431a', 'Accepted Values: 1,2,3'],
    [
      'a binding to another table',
      { 'primarycontactid@odata.bind': '/accounts(00000000-0000-0000-0000-000000000001)' },
      '0x80048d19',
      "cannot refer to a 'account'",
    ],
  ];
  it.each(refused)('refuses %s', async (_what, body, code, words) => {
    const answer = await harbour.admin.post('accounts', { name: 'Refused', ...body });
    expect([answer.status, answer.code]).toEqual([400, code]);
    expect(answer.message).toContain(words);
  });

  it.each([
    [{ tst_tonnage: 1000.01 }, '0x80044330'],
    [{ tst_crew: 101 }, '0x8004432f'],
    [{ tst_built: '2026-02-30' }, '0x80048d19'],
    [{ tst_built: '2026-02-03T00:00:00Z' }, '0x80048d19'],
    [{ tst_sighted: 'soon' }, '0x80048d19'],
  ])('refuses %j', async (body, code) => {
    const answer = await harbour.admin.post('tst_ships', { tst_name: 'x', ...body });
    expect([answer.status, answer.code]).toEqual([400, code]);
  });

  it('rounds decimals to the column’s precision and keeps instants to the second', async () => {
    const ship = await harbour.admin.post('tst_ships', {
      tst_name: 'x',
      tst_tonnage: 1.005,
      tst_sighted: '2026-01-31T23:30:00.9876+01:00',
      tst_built: '2024-02-29',
    });
    const { json } = await harbour.admin.get(`tst_ships(${ship.id})`);
    expect(json).toMatchObject({ tst_tonnage: 1.01, tst_sighted: '2026-01-31T22:30:00Z', tst_built: '2024-02-29' });
  });

  it('ignores columns that cannot be written now, as the platform does', async () => {
    const account = await harbour.admin.post('accounts', {
      name: 'Active',
      statecode: 1,
      createdon: '2000-01-01T00:00:00Z',
    });
    const { json } = await harbour.admin.get(`accounts(${account.id})?$select=statecode,createdon`);
    expect(json).toMatchObject({ statecode: 0, createdon: '2026-03-02T12:00:00Z' });
  });

  it('names broken JSON and a missing body', async () => {
    expect((await harbour.admin.post('accounts', '{"name":')).message).toContain('Invalid JSON');
    expect((await harbour.admin.post('accounts', ' ')).message).toContain('Stream was not readable');
  });
});

describe('updating', () => {
  it('changes only what is given, and stores empty texts as null', async () => {
    const account = await harbour.admin.post('accounts', { name: 'Before', telephone1: '1', accountnumber: '7' });
    expect((await harbour.admin.patch(`accounts(${account.id})`, { name: 'After', telephone1: '' })).status).toBe(204);
    const { json } = await harbour.admin.get(`accounts(${account.id})?$select=name,telephone1,accountnumber`);
    expect(json).toMatchObject({ name: 'After', telephone1: null, accountnumber: '7' });
  });

  it('creates the row that is not there, unless If-Match forbids it', async () => {
    const id = '00000000-0000-0000-0000-00000000aaaa';
    expect((await harbour.admin.patch(`accounts(${id})`, { name: 'No' }, { 'if-match': '*' })).status).toBe(404);
    const created = await harbour.admin.patch(
      `accounts(${id})`,
      { name: 'Upserted' },
      { prefer: 'return=representation' },
    );
    expect([created.status, created.json.accountid]).toEqual([201, id]);
    const again = await harbour.admin.patch(`accounts(${id})`, { name: 'Again' }, { 'if-none-match': '*' });
    expect([again.status, again.code]).toEqual([412, '0x80040237']);
    expect((await harbour.admin.get(`accounts(${id})/name`)).json.value).toBe('Upserted');
  });

  it('refuses a version that is no longer current', async () => {
    const account = await harbour.admin.post('accounts', { name: 'Versioned' });
    const etag = String((await harbour.admin.get(`accounts(${account.id})`)).json['@odata.etag']);
    expect(etag).toMatch(/^W\/"\d+"$/);
    expect((await harbour.admin.patch(`accounts(${account.id})`, { name: 'v2' }, { 'if-match': etag })).status).toBe(
      204,
    );
    const stale = await harbour.admin.patch(`accounts(${account.id})`, { name: 'v3' }, { 'if-match': etag });
    expect([stale.status, stale.code]).toEqual([412, '0x80060882']);
    expect((await harbour.admin.delete(`accounts(${account.id})`, { 'if-match': etag })).status).toBe(412);
  });

  it('answers 304 for a row that the client has', async () => {
    const account = await harbour.admin.post('accounts', { name: 'Cached' });
    const etag = String((await harbour.admin.get(`accounts(${account.id})`)).json['@odata.etag']);
    const same = await harbour.admin.get(`accounts(${account.id})`, { 'if-none-match': etag });
    expect(same.status).toBe(304);
    const annotated = await harbour.admin.get(`accounts(${account.id})`, {
      'if-none-match': etag,
      prefer: 'odata.include-annotations="*"',
    });
    expect(annotated.status).toBe(200);
  });

  it('lets the status reason follow the state, and refuses one that does not belong to it', async () => {
    const account = await harbour.admin.post('accounts', { name: 'Stated' });
    await harbour.admin.patch(`accounts(${account.id})`, { statecode: 1 });
    expect((await harbour.admin.get(`accounts(${account.id})`)).json).toMatchObject({ statecode: 1, statuscode: 2 });
    const wrong = await harbour.admin.patch(`accounts(${account.id})`, { statecode: 0, statuscode: 2 });
    expect([wrong.status, wrong.code]).toEqual([400, '0x80048408']);
    const created = await harbour.admin.post('accounts', { name: 'x', statecode: 1, statuscode: 2 });
    expect(created.message).toContain('2 is not a valid status code for state code AccountState.Active');
  });

  it('writes and empties one column', async () => {
    const account = await harbour.admin.post('accounts', { name: 'Single', description: 'gone soon' });
    expect((await harbour.admin.put(`accounts(${account.id})/name`, { value: 'Renamed' })).status).toBe(204);
    expect((await harbour.admin.delete(`accounts(${account.id})/description`)).status).toBe(204);
    expect((await harbour.admin.get(`accounts(${account.id})/name`)).json.value).toBe('Renamed');
    expect((await harbour.admin.get(`accounts(${account.id})/name/$value`)).text).toBe('Renamed');
    expect((await harbour.admin.get(`accounts(${account.id})/description`)).status).toBe(204);
    expect((await harbour.admin.get(`accounts(${account.id})/nothing`)).status).toBe(404);
  });
});

describe('references', () => {
  it('sets, reads and removes the reference of a lookup', async () => {
    const account = await harbour.admin.post('accounts', { name: 'Ref' });
    const contact = await harbour.admin.post('contacts', { lastname: 'Ref' });
    const path = `accounts(${account.id})/primarycontactid`;
    expect((await harbour.admin.put(`${path}/$ref`, { '@odata.id': `contacts(${contact.id})` })).status).toBe(204);
    expect((await harbour.admin.get(`${path}/$ref`)).json['@odata.id']).toBe(
      `${harbour.url}/api/data/v9.2/contacts(${contact.id})`,
    );
    expect((await harbour.admin.get(`${path}?$select=lastname`)).json.lastname).toBe('Ref');
    expect((await harbour.admin.get(`${path}/lastname`)).json.value).toBe('Ref');
    expect((await harbour.admin.delete(`${path}/$ref`)).status).toBe(204);
    expect((await harbour.admin.get(path)).status).toBe(204);
  });

  it('adds to and removes from collections', async () => {
    const account = await harbour.admin.post('accounts', { name: 'Col' });
    const contact = await harbour.admin.post('contacts', { lastname: 'Col' });
    const path = `accounts(${account.id})/contact_customer_accounts`;
    expect(
      (
        await harbour.admin.post(`${path}/$ref`, {
          '@odata.id': `${harbour.url}/api/data/v9.2/contacts(${contact.id})`,
        })
      ).status,
    ).toBe(204);
    expect((await harbour.admin.get(`${path}?$select=lastname`)).rows).toMatchObject([{ lastname: 'Col' }]);
    expect((await harbour.admin.get(`${path}/$count`)).text).toBe('1');
    expect((await harbour.admin.delete(`${path}(${contact.id})/$ref`)).status).toBe(204);
    expect((await harbour.admin.get(path)).rows).toEqual([]);
  });

  it('assigns and takes away roles', async () => {
    const { rows } = await harbour.admin.get(
      "systemusers?$filter=domainname eq 'newcomer@cronus.example'&$select=systemuserid",
    );
    const user = String(rows[0]?.systemuserid);
    const role = String((await harbour.admin.get("roles?$filter=name eq 'Harbour Pilot'")).rows[0]?.roleid);
    expect((await harbour.as('newcomer').get('tst_ships')).status).toBe(403);
    const path = `systemusers(${user})/systemuserroles_association`;
    expect(
      (await harbour.admin.post(`${path}/$ref`, { '@odata.id': `${harbour.url}/api/data/v9.2/roles(${role})` })).status,
    ).toBe(204);
    expect((await harbour.as('newcomer').get('tst_ships')).status).toBe(200);
    expect((await harbour.as('newcomer').post(`${path}/$ref`, { '@odata.id': `roles(${role})` })).status).toBe(403);
    expect((await harbour.admin.delete(`${path}/$ref?$id=${harbour.url}/api/data/v9.2/roles(${role})`)).status).toBe(
      204,
    );
    expect((await harbour.as('newcomer').get('tst_ships')).status).toBe(403);
  });
});

describe('deleting', () => {
  it('takes the rows along that their relationship cascades to, and removes links elsewhere', async () => {
    const port = await harbour.admin.post('tst_ports', { tst_name: 'Doomed' });
    const ship = await harbour.admin.post('tst_ships', {
      tst_name: 'Doomed',
      'tst_PortId@odata.bind': `/tst_ports(${port.id})`,
    });
    expect((await harbour.admin.delete(`tst_ports(${port.id})`)).status).toBe(204);
    expect((await harbour.admin.get(`tst_ships(${ship.id})`)).status).toBe(404);
    const again = await harbour.admin.delete(`tst_ports(${port.id})`);
    expect([again.status, again.code]).toEqual([404, '0x80040217']);
  });
});

describe('cascades', () => {
  it('keeps a row that others may not lose, and lets go of links', async () => {
    const ship = await harbour.admin.post('tst_ships', { tst_name: 'Loaded' });
    const bind = { 'tst_ShipId@odata.bind': `/tst_ships(${ship.id})` };
    const cargo = await harbour.admin.post('tst_cargos', { tst_name: 'Grain', ...bind });
    const log = await harbour.admin.post('tst_logs', { tst_name: 'Day 1', ...bind });
    const refused = await harbour.admin.delete(`tst_ships(${ship.id})`);
    expect([refused.status, refused.code]).toEqual([405, '0x80040227']);
    await harbour.admin.delete(`tst_cargos(${cargo.id})`);
    expect((await harbour.admin.delete(`tst_ships(${ship.id})`)).status).toBe(204);
    expect((await harbour.admin.get(`tst_logs(${log.id})`)).json._tst_shipid_value).toBeNull();
  });

  it('assigns the rows below with the row above', async () => {
    const { rows } = await harbour.admin.get("systemusers?$filter=domainname eq 'seller@cronus.example'");
    const seller = String(rows[0]?.systemuserid);
    const ship = await harbour.admin.post('tst_ships', { tst_name: 'Sold' });
    const log = await harbour.admin.post('tst_logs', {
      tst_name: 'x',
      'tst_ShipId@odata.bind': `/tst_ships(${ship.id})`,
    });
    await harbour.admin.patch(`tst_ships(${ship.id})`, { 'ownerid@odata.bind': `/systemusers(${seller})` });
    expect((await harbour.admin.get(`tst_logs(${log.id})`)).json._ownerid_value).toBe(seller);
  });
});

describe('addresses', () => {
  it.each([
    ['Account', 404, '0x8006088a', "Resource not found for the segment 'Account'."],
    ['accounts(nonsense)', 400, '0x80060888', 'nonsense'],
    ["accounts(accountnumber='1')", 400, '0x80060888', 'key'],
    ["tst_ships(tst_portid=00000000-0000-0000-0000-000000000001,tst_imo='1')", 400, '0x80060888', 'key'],
    ["tst_ships(tst_imo='1')", 400, '0x80060888', 'key'],
    ["tst_ports(tst_code='missing')", 404, '0x80060891', 'tst_port'],
  ])('answers %s with %i', async (path, status, code, words) => {
    const answer = await harbour.admin.get(path);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.message).toContain(words);
  });

  it('refuses methods that a resource does not have', async () => {
    expect((await harbour.admin.delete('accounts')).status).toBe(405);
    expect((await harbour.admin.patch('accounts', {})).status).toBe(405);
    expect((await harbour.admin.post('WhoAmI', {})).status).toBe(404);
  });

  it('speaks versions 9.0 to 9.2 and names other paths', async () => {
    const headers = { authorization: 'Bearer admin@cronus.example' };
    for (const version of ['v9.0', 'v9.1', 'v9.2']) {
      expect((await fetch(`${harbour.url}/api/data/${version}/WhoAmI`, { headers })).status).toBe(200);
    }
    expect((await fetch(`${harbour.url}/api/data/v8.2/WhoAmI`, { headers })).status).toBe(501);
  });
});
