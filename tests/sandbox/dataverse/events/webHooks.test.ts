import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { isRecord, startHarbour } from '../webapi/harbour';
import type { Harbour } from '../webapi/harbour';

interface Call {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

let harbour: Harbour;
let receiver: Server;
let address = '';
const calls: Call[] = [];
const statuses: number[] = [];

beforeAll(async () => {
  harbour = await startHarbour();
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const body: unknown = JSON.parse(text);
      calls.push({ url: request.url ?? '', headers: request.headers, body: isRecord(body) ? body : {} });
      response.statusCode = statuses.shift() ?? 200;
      response.end('ignored');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  await harbour.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});
afterEach(async () => {
  calls.length = 0;
  statuses.length = 0;
  for (const set of ['sdkmessageprocessingsteps', 'serviceendpoints']) {
    for (const row of (await harbour.admin.get(set)).rows) {
      const id = row.sdkmessageprocessingstepid ?? row.serviceendpointid;
      await harbour.admin.delete(`${set}(${String(id)})`);
    }
  }
  await harbour.settled();
});

async function register(
  message: string,
  endpoint: Record<string, unknown> = {},
  step: Record<string, unknown> = {},
): Promise<void> {
  const created = await harbour.admin.post('serviceendpoints', {
    name: 'Hook',
    contract: 8,
    connectionmode: 1,
    authtype: 4,
    authvalue: 'secret',
    url: address,
    ...endpoint,
  });
  expect(created.status).toBe(204);
  const messages = await harbour.admin.get(`sdkmessages?$filter=name eq '${message}'&$select=sdkmessageid`);
  const messageId = String(messages.rows[0]?.sdkmessageid);
  const filters = await harbour.admin.get(
    `sdkmessagefilters?$filter=_sdkmessageid_value eq ${messageId} and primaryobjecttypecode eq 'tst_ship'&$select=sdkmessagefilterid`,
  );
  const registered = await harbour.admin.post('sdkmessageprocessingsteps', {
    name: `${message} of a ship`,
    mode: 1,
    stage: 40,
    rank: 1,
    supporteddeployment: 0,
    'sdkmessageid@odata.bind': `/sdkmessages(${messageId})`,
    'sdkmessagefilterid@odata.bind': `/sdkmessagefilters(${String(filters.rows[0]?.sdkmessagefilterid)})`,
    'eventhandler_serviceendpoint@odata.bind': `/serviceendpoints(${created.id})`,
    ...step,
  });
  expect(registered.status).toBe(204);
}

const operations = async (): Promise<readonly Record<string, unknown>[]> =>
  (
    await harbour.admin.get(
      "asyncoperations?$filter=primaryentitytype eq 'tst_ship'&$orderby=createdon,asyncoperationid",
    )
  ).rows;

it('posts the execution context after a create and keeps the operation', async () => {
  await register('Create');
  const ship = await harbour.admin.post('tst_ships', { tst_name: 'Seen', tst_flag: 123450000 });
  await harbour.settled();
  expect(calls).toHaveLength(1);
  const [call] = calls;
  expect(call?.url).toBe('/hook?code=secret');
  expect(call?.headers).toMatchObject({
    'content-type': 'application/json',
    'x-ms-dynamics-organization': new URL(harbour.url).host,
    'x-ms-dynamics-entity-name': 'tst_ship',
    'x-ms-dynamics-request-name': 'Create',
  });
  expect(call?.body).toMatchObject({
    MessageName: 'Create',
    PrimaryEntityName: 'tst_ship',
    PrimaryEntityId: ship.id,
    Mode: 1,
    Stage: 40,
    UserId: (await harbour.admin.get('WhoAmI')).json.UserId,
    OperationCreatedOn: `/Date(${Date.parse('2026-03-02T12:00:00Z')}+0000)/`,
    PostEntityImages: [{ key: 'AsynchronousStepPrimaryName' }],
  });
  const target = JSON.stringify(call?.body.InputParameters);
  expect(target).toContain('{"key":"tst_name","value":"Seen"}');
  expect(target).toContain(
    '"__type":"OptionSetValue:http://schemas.microsoft.com/xrm/2011/Contracts","Value":123450000',
  );
  expect((await operations()).at(-1)).toMatchObject({
    statecode: 3,
    statuscode: 30,
    _regardingobjectid_value: ship.id,
  });
});

it('calls after an update only when a filtering attribute was written', async () => {
  await register('Update', {}, { filteringattributes: 'tst_crew,tst_imo' });
  const ship = await harbour.admin.post('tst_ships', { tst_name: 'Quiet' });
  await harbour.admin.patch(`tst_ships(${ship.id})`, { tst_name: 'Still quiet' });
  await harbour.settled();
  expect(calls).toHaveLength(0);
  await harbour.admin.patch(`tst_ships(${ship.id})`, { tst_crew: 4 });
  await harbour.settled();
  expect(calls.map((call) => call.body.MessageName)).toEqual(['Update']);
});

it('calls after a delete with the row’s reference, and not for changes that were undone', async () => {
  await register('Delete');
  await register('Create');
  await harbour.admin.post('tst_ships/Microsoft.Dynamics.CRM.CreateMultiple', {
    Targets: [
      { '@odata.type': 'Microsoft.Dynamics.CRM.tst_ship', tst_name: 'Undone' },
      { '@odata.type': 'Microsoft.Dynamics.CRM.tst_ship', tst_crew: 1000 },
    ],
  });
  const ship = await harbour.admin.post('tst_ships', { tst_name: 'Gone' });
  await harbour.admin.delete(`tst_ships(${ship.id})`);
  await harbour.settled();
  expect(calls.map((call) => call.body.MessageName)).toEqual(['Create', 'Delete']);
  expect(JSON.stringify(calls[1]?.body.InputParameters)).toContain('EntityReference:');
});

it('shows its key as a header or in the query', async () => {
  const authvalue = '<settings><setting name="x-key" value="a &amp; b" /></settings>';
  await register('Create', { authtype: 5, authvalue });
  await register('Create', { authtype: 6, authvalue });
  await harbour.admin.post('tst_ships', { tst_name: 'Keyed' });
  await harbour.settled();
  expect(calls.map((call) => [call.url, call.headers['x-key']]).sort()).toEqual([
    ['/hook', 'a & b'],
    ['/hook?x-key=a+%26+b', undefined],
  ]);
  const { rows } = await harbour.admin.get('serviceendpoints');
  expect(JSON.stringify(rows)).not.toContain('a &');
});

it.each([
  [[503, 200], 2, 30],
  [[503, 503], 2, 31],
  [[500], 1, 31],
  [[302], 1, 31],
])('meets %j with %i calls and status %i', async (answers, expected, status) => {
  await register('Create');
  statuses.push(...answers);
  const before = (await operations()).length;
  await harbour.admin.post('tst_ships', { tst_name: 'Answered' });
  await harbour.settled();
  expect(calls).toHaveLength(expected);
  expect((await operations())[before]).toMatchObject({ statuscode: status, retrycount: expected - 1 });
});

it('keeps the failure of a receiver that cannot be reached', async () => {
  await register('Create', { url: 'http://127.0.0.1:1/' });
  expect((await harbour.admin.post('tst_ships', { tst_name: 'Alone' })).status).toBe(204);
  await harbour.settled();
  const last = (await operations()).at(-1);
  expect(last).toMatchObject({ statuscode: 31 });
  expect(String(last?.message)).toContain('could not be reached');
});

it('leaves the values out of a message that is too large and says so', async () => {
  await register('Update');
  const ship = await harbour.admin.post('tst_ships', { tst_name: 'Large' });
  const steps = await harbour.admin.get('sdkmessageprocessingsteps');
  expect(steps.rows).toHaveLength(1);
  harbour.organization.publish([
    {
      message: 'Update',
      table: 'tst_ship',
      id: ship.id,
      target: { tst_name: 'x'.repeat(300_000) },
      before: {},
      after: { tst_name: 'Large' },
      caller: { userId: String((await harbour.admin.get('WhoAmI')).json.UserId), actingUserId: undefined },
      correlationId: '00000000-0000-0000-0000-000000000001',
      occurredOn: new Date(),
    },
  ]);
  await harbour.settled();
  expect(calls[0]?.headers['x-ms-dynamics-msg-size-exceeded']).toBe('True');
  expect(calls[0]?.body).not.toHaveProperty('InputParameters');
  expect(calls[0]?.body).toHaveProperty('PrimaryEntityId', ship.id);
});

it('names registrations that it does not carry out', async () => {
  const queue = await harbour.admin.post('serviceendpoints', { name: 'Queue', contract: 2, url: address, authtype: 4 });
  expect([queue.status, queue.message]).toEqual([501, expect.stringContaining('contract 8')]);
  const messages = await harbour.admin.get("sdkmessages?$filter=name eq 'Create'");
  const step = await harbour.admin.post('sdkmessageprocessingsteps', {
    name: 'Synchronous',
    mode: 0,
    stage: 40,
    'sdkmessageid@odata.bind': `/sdkmessages(${String(messages.rows[0]?.sdkmessageid)})`,
  });
  expect([step.status, step.message]).toEqual([501, expect.stringContaining('synchronous')]);
});
