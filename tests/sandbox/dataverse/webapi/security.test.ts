import { startHarbour } from './harbour';
import type { Caller, Harbour } from './harbour';

let harbour: Harbour;
let pilot: Caller;
let own = '';
let foreign = '';

beforeAll(async () => {
  harbour = await startHarbour();
  const users = await harbour.admin.get("systemusers?$filter=domainname eq 'seller@cronus.example'");
  const roles = await harbour.admin.get("roles?$filter=name eq 'Harbour Pilot'");
  await harbour.admin.post(`systemusers(${String(users.rows[0]?.systemuserid)})/systemuserroles_association/$ref`, {
    '@odata.id': `roles(${String(roles.rows[0]?.roleid)})`,
  });
  pilot = harbour.as('seller');
  own = (await pilot.post('tst_ships', { tst_name: 'Mine', tst_crew: 1 })).id;
  foreign = (await harbour.admin.post('tst_ships', { tst_name: 'Yours', tst_crew: 2 })).id;
});
afterAll(() => harbour.close());

it('answers 401 without a user and for unknown ones', async () => {
  expect((await fetch(`${harbour.url}/api/data/v9.2/WhoAmI`)).status).toBe(401);
  expect((await harbour.as('nobody').get('WhoAmI')).status).toBe(401);
});

it('takes the user from the cookie of the user switcher', async () => {
  const response = await fetch(`${harbour.url}/api/data/v9.2/WhoAmI`, {
    headers: { cookie: 'a=b; sandbox-user=seller@cronus.example' },
  });
  const me = await pilot.get('WhoAmI');
  expect(await response.json()).toEqual(me.json);
});

it('answers 403 with the privilege that is missing, on every way to the table', async () => {
  const newcomer = harbour.as('newcomer');
  for (const path of [
    'tst_ships',
    `tst_ships(${foreign})`,
    `tst_ships(${foreign})/tst_name`,
    'tst_ships/$count',
    'tst_ships?$apply=aggregate($count as n)',
    `tst_ships?fetchXml=${encodeURIComponent('<fetch><entity name="tst_ship"/></fetch>')}`,
    'systemusers?$filter=user_tst_ship/any(s:s/tst_crew gt 1)',
  ]) {
    const answer = await newcomer.get(path);
    if (answer.status === 400 && path.startsWith('systemusers')) continue;
    expect([path, answer.status, answer.code]).toEqual([path, 403, '0x80040220']);
    expect(answer.message).toContain('prvReadtst_Ship');
  }
  expect((await newcomer.post('tst_ships', { tst_name: 'x' })).message).toContain('prvCreatetst_Ship');
  expect((await newcomer.delete(`tst_ships(${foreign})`)).message).toContain('prvDeletetst_Ship');
});

it('refuses to expand or filter over a table that may not be read', async () => {
  expect((await pilot.get('tst_ships?$expand=tst_PortId')).message).toContain('prvReadtst_Port');
  expect((await pilot.get("tst_ships?$filter=tst_PortId/tst_code eq 'x'")).message).toContain('prvReadtst_Port');
});

it('shows only rows that the depth reaches', async () => {
  expect((await pilot.get('tst_ships?$select=tst_name')).rows.map((row) => row.tst_name)).toEqual(['Mine']);
  expect((await pilot.get('tst_ships/$count')).text).toBe('1');
  expect((await pilot.get('tst_ships?$apply=aggregate(tst_crew with sum as crew)')).rows).toEqual([{ crew: 1 }]);
  expect((await pilot.get(`tst_ships(${foreign})`)).status).toBe(403);
  expect((await pilot.patch(`tst_ships(${foreign})`, { tst_name: 'x' })).status).toBe(403);
  expect((await pilot.patch(`tst_ships(${own})`, { tst_name: 'Still mine' })).status).toBe(204);
});

it('needs Append and AppendTo to join rows', async () => {
  const port = await harbour.admin.post('tst_ports', { tst_name: 'Closed' });
  const answer = await pilot.patch(`tst_ships(${own})`, { 'tst_PortId@odata.bind': `/tst_ports(${port.id})` });
  expect([answer.status, answer.message]).toEqual([403, expect.stringContaining('prvAppendTotst_Port')]);
});

it('assigns rows with the privilege only, and then they are another’s', async () => {
  const admin = String((await harbour.admin.get('WhoAmI')).json.UserId);
  const seller = String((await pilot.get('WhoAmI')).json.UserId);
  expect((await pilot.patch(`tst_ships(${own})`, { 'ownerid@odata.bind': `/systemusers(${admin})` })).status).toBe(403);
  expect(
    (await harbour.admin.patch(`tst_ships(${foreign})`, { 'ownerid@odata.bind': `/systemusers(${seller})` })).status,
  ).toBe(204);
  const { json } = await pilot.get(`tst_ships(${foreign})?$select=_ownerid_value,_owninguser_value`);
  expect(json).toMatchObject({ _ownerid_value: seller, _owninguser_value: seller });
  await harbour.admin.patch(`tst_ships(${foreign})`, { 'ownerid@odata.bind': `/systemusers(${admin})` });
});

describe('impersonation', () => {
  it('acts as the other user and keeps who really did it', async () => {
    const seller = await harbour.admin.get("systemusers?$filter=domainname eq 'seller@cronus.example'");
    const id = String(seller.rows[0]?.systemuserid);
    const created = await harbour.admin.post('tst_ships', { tst_name: 'For you' }, { mscrmcallerid: id });
    expect(created.status).toBe(204);
    const { json } = await harbour.admin.get(`tst_ships(${created.id})`);
    const admin = (await harbour.admin.get('WhoAmI')).json.UserId;
    expect(json).toMatchObject({ _createdby_value: id, _ownerid_value: id, _createdonbehalfby_value: admin });
    const byObject = await harbour.admin.get('WhoAmI', {
      callerobjectid: String(seller.rows[0]?.azureactivedirectoryobjectid),
    });
    expect(byObject.json.UserId).toBe(id);
  });

  it('has the rights of both, and needs the privilege', async () => {
    const newcomer = await harbour.admin.get("systemusers?$filter=domainname eq 'newcomer@cronus.example'");
    const id = String(newcomer.rows[0]?.systemuserid);
    expect((await harbour.admin.get('tst_ships', { mscrmcallerid: id })).status).toBe(403);
    expect((await pilot.get('tst_ships', { mscrmcallerid: id })).status).toBe(403);
    expect((await harbour.admin.get('WhoAmI', { mscrmcallerid: 'nonsense' })).status).toBe(400);
  });
});

it('tells the privileges of a user', async () => {
  const id = String((await pilot.get('WhoAmI')).json.UserId);
  const path = `systemusers(${id})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)`;
  const { json } = await harbour.admin.get(`${path}?@p=["prvReadtst_Ship","prvDeletetst_Ship"]`);
  expect(json.RolePrivileges).toMatchObject([{ PrivilegeName: 'prvReadtst_Ship', Depth: 'Basic' }]);
  const all = await harbour.admin.get(`systemusers(${id})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`);
  expect(all.json.RolePrivileges).toEqual(
    expect.arrayContaining([expect.objectContaining({ PrivilegeName: 'prvReadAccount' })]),
  );
});
