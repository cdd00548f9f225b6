import { DynamicsWebApi } from 'dynamics-web-api';

import { isRecord, startHarbour } from './harbour';
import type { Harbour } from './harbour';

/** A client that others wrote for Dataverse, unchanged: what it does is what Dataverse's programs do. */
let harbour: Harbour;
let client: DynamicsWebApi;

beforeAll(async () => {
  harbour = await startHarbour();
  client = new DynamicsWebApi({
    serverUrl: `${harbour.url}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => Promise.resolve('admin@cronus.example'),
  });
});
afterAll(() => harbour.close());

interface Ship {
  readonly tst_shipid?: string;
  readonly tst_name?: string;
  readonly tst_crew?: number;
  readonly tst_imo?: string;
}

const newShip = (data: Ship): Promise<string> => client.create<Ship, string>({ collection: 'tst_ships', data });

/** The status and code of the error that a call ends with. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return isRecord(error) ? [error.status, error.code] : error;
  }
  throw new Error('The call went well.');
}

it('creates, reads, changes and deletes a row', async () => {
  const key = await newShip({ tst_name: 'Client', tst_crew: 2 });
  expect(await client.retrieve<Ship>({ collection: 'tst_ships', key, select: ['tst_name', 'tst_crew'] })).toMatchObject(
    { tst_name: 'Client', tst_crew: 2 },
  );
  await client.update({ collection: 'tst_ships', key, data: { tst_name: 'Changed' } });
  await client.updateSingleProperty({ collection: 'tst_ships', key, fieldValuePair: { tst_crew: 9 } });
  expect(await client.retrieve<Ship>({ collection: 'tst_ships', key })).toMatchObject({
    tst_name: 'Changed',
    tst_crew: 9,
  });
  expect(await client.retrieve<Ship>({ collection: 'tst_ships', key, select: ['/tst_name/$value'] })).toBe('Changed');
  await client.deleteRecord({ collection: 'tst_ships', key, property: 'tst_crew' });
  expect(await client.retrieve<Ship>({ collection: 'tst_ships', key })).toMatchObject({ tst_crew: null });
  await client.deleteRecord({ collection: 'tst_ships', key });
  expect(await failureOf(client.retrieve({ collection: 'tst_ships', key }))).toEqual([404, '0x80040217']);
});

it('returns representations with annotations', async () => {
  const created = await client.create<Record<string, unknown>, Record<string, unknown>>({
    collection: 'accounts',
    data: { name: 'Represented', industrycode: 1 },
    returnRepresentation: true,
    select: ['name', 'industrycode'],
    includeAnnotations: 'OData.Community.Display.V1.FormattedValue',
  });
  expect(created).toMatchObject({ name: 'Represented', industrycode_Formatted: 'Accounting' });
});

it('upserts by id and by alternate key, within limits', async () => {
  await client.upsert({ collection: 'tst_ports', key: "tst_code='UPS'", data: { tst_name: 'Upserted' } });
  await client.upsert({ collection: 'tst_ports', key: "tst_code='UPS'", data: { tst_name: 'Again' } });
  expect(await client.retrieve({ collection: 'tst_ports', key: "tst_code='UPS'" })).toMatchObject({
    tst_name: 'Again',
  });
  const refused = client.upsert({
    collection: 'tst_ports',
    key: "tst_code='UPS'",
    data: { tst_name: 'No' },
    ifnonematch: '*',
  });
  expect(await refused).toBeNull();
  const row = await client.retrieve<Record<string, unknown>>({ collection: 'tst_ports', key: "tst_code='UPS'" });
  expect(row.tst_name).toBe('Again');
});

it('respects versions', async () => {
  const key = await newShip({ tst_name: 'Versioned' });
  const { '@odata.etag': etag } = await client.retrieve<Record<string, string>>({ collection: 'tst_ships', key });
  await client.update({ collection: 'tst_ships', key, data: { tst_crew: 1 }, ifmatch: etag ?? '' });
  expect(await client.update({ collection: 'tst_ships', key, data: { tst_crew: 2 }, ifmatch: etag ?? '' })).toBe(false);
  expect(await client.retrieve<Ship>({ collection: 'tst_ships', key })).toMatchObject({ tst_crew: 1 });
});

it('reads sets: filter, order, expand, count, pages', async () => {
  for (let number = 1; number <= 5; number += 1) await newShip({ tst_name: `Page ${number}`, tst_crew: number });
  const filter = "startswith(tst_name,'Page')";
  const top = await client.retrieveMultiple<Ship>({
    collection: 'tst_ships',
    select: ['tst_name'],
    filter,
    orderBy: ['tst_crew desc'],
    expand: [{ property: 'createdby', select: ['fullname'] }],
    top: 2,
    count: true,
  });
  expect(top.value).toMatchObject([
    { tst_name: 'Page 5', createdby: { fullname: 'Ada Novak' } },
    { tst_name: 'Page 4' },
  ]);
  expect(top.oDataCount).toBe(5);
  expect(await client.count({ collection: 'tst_ships', filter })).toBe(5);
  const all = await client.retrieveAll<Ship>({
    collection: 'tst_ships',
    select: ['tst_name'],
    filter,
    orderBy: ['tst_name'],
    maxPageSize: 2,
  });
  expect(all.value.map((ship) => ship.tst_name)).toEqual(['Page 1', 'Page 2', 'Page 3', 'Page 4', 'Page 5']);
  const first = await client.retrieveMultiple<Ship>({ collection: 'tst_ships', filter, maxPageSize: 3 });
  const rest = await client.retrieveMultiple<Ship>({ collection: 'tst_ships', maxPageSize: 3 }, first.oDataNextLink);
  expect([first.value.length, rest.value.length]).toEqual([3, 2]);
});

it('fetches with FetchXML, page by page', async () => {
  const fetchXml =
    '<fetch count="2"><entity name="tst_ship"><attribute name="tst_name"/><order attribute="tst_name"/>' +
    '<filter><condition attribute="tst_name" operator="begins-with" value="Page"/></filter></entity></fetch>';
  const annotations = 'Microsoft.Dynamics.CRM.fetchxmlpagingcookie,Microsoft.Dynamics.CRM.morerecords';
  const first = await client.fetch<Ship>({ collection: 'tst_ships', fetchXml, includeAnnotations: annotations });
  expect(first.value.map((ship) => ship.tst_name)).toEqual(['Page 1', 'Page 2']);
  expect(first.PagingInfo?.nextPage).toBe(2);
  const second = await client.fetch<Ship>({
    collection: 'tst_ships',
    fetchXml,
    includeAnnotations: annotations,
    pageNumber: 2,
    pagingCookie: first.PagingInfo?.cookie ?? '',
  });
  expect(second.value.map((ship) => ship.tst_name)).toEqual(['Page 3', 'Page 4']);
  const all = await client.fetchAll<Ship>({ collection: 'tst_ships', fetchXml, includeAnnotations: annotations });
  expect(all.value).toHaveLength(5);
});

it('joins and parts rows', async () => {
  const account = await client.create<object, string>({ collection: 'accounts', data: { name: 'Joined' } });
  const contact = await client.create<object, string>({ collection: 'contacts', data: { lastname: 'Joined' } });
  const single = { collection: 'accounts', primaryKey: account, navigationProperty: 'primarycontactid' };
  await client.associateSingleValued({ ...single, relatedCollection: 'contacts', relatedKey: contact });
  expect(await client.retrieve({ collection: 'accounts', key: account })).toMatchObject({
    _primarycontactid_value: contact,
  });
  await client.disassociateSingleValued(single);
  expect(await client.retrieve({ collection: 'accounts', key: account })).toMatchObject({
    _primarycontactid_value: null,
  });
  const many = {
    collection: 'accounts',
    primaryKey: account,
    relationshipName: 'contact_customer_accounts',
    relatedKey: contact,
  };
  await client.associate({ ...many, relatedCollection: 'contacts' });
  expect(await client.retrieve({ collection: 'contacts', key: contact })).toMatchObject({
    _parentcustomerid_value: account,
  });
  await client.disassociate(many);
  expect(await client.retrieve({ collection: 'contacts', key: contact })).toMatchObject({
    _parentcustomerid_value: null,
  });
});

it('runs batches, with a change set and references inside', async () => {
  client.startBatch();
  void client.create({ collection: 'tst_ports', data: { tst_name: 'Batched port' }, contentId: '1' });
  void client.create({ collection: 'tst_ships', data: { tst_name: 'Batched', 'tst_PortId@odata.bind': '$1' } });
  void client.retrieveMultiple({
    collection: 'tst_ships',
    select: ['tst_name'],
    filter: "tst_name eq 'Batched'",
    expand: [{ property: 'tst_PortId', select: ['tst_name'] }],
  });
  const results: unknown = await client.executeBatch();
  expect(results).toMatchObject([
    expect.stringMatching(/^[0-9a-f-]{36}$/),
    expect.stringMatching(/^[0-9a-f-]{36}$/),
    { value: [{ tst_name: 'Batched', tst_PortId: { tst_name: 'Batched port' } }] },
  ]);
  client.startBatch();
  void client.create({ collection: 'tst_ships', data: { tst_name: 'Undone' } });
  void client.create({ collection: 'tst_ships', data: { tst_crew: 1000 } });
  await expect(client.executeBatch()).rejects.toBeDefined();
  expect(await client.count({ collection: 'tst_ships', filter: "tst_name eq 'Undone'" })).toBe(0);
});

it('calls functions', async () => {
  const me = await client.callFunction<Record<string, string>>('WhoAmI');
  expect(me.OrganizationId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await client.callFunction('RetrieveVersion')).toMatchObject({
    Version: expect.stringMatching(/^9\.2\./) as string,
  });
  const privileges = await client.callFunction<Record<string, unknown>>({
    name: 'Microsoft.Dynamics.CRM.RetrieveUserPrivileges',
    collection: 'systemusers',
    key: me.UserId ?? '',
  });
  expect(privileges.RolePrivileges).toEqual(
    expect.arrayContaining([expect.objectContaining({ PrivilegeName: 'prvReadtst_Ship' })]),
  );
});

it('reads metadata', async () => {
  const table = await client.retrieveEntity<Record<string, unknown>>({
    key: "LogicalName='tst_ship'",
    select: ['LogicalName', 'EntitySetName', 'PrimaryNameAttribute'],
    expand: [
      { property: 'Keys', select: ['LogicalName', 'KeyAttributes', 'EntityKeyIndexStatus'] },
      { property: 'Attributes', select: ['LogicalName'], filter: "LogicalName eq 'tst_crew'" },
    ],
  });
  expect(table).toMatchObject({
    EntitySetName: 'tst_ships',
    PrimaryNameAttribute: 'tst_name',
    Keys: [{ LogicalName: 'tst_shipkey', KeyAttributes: ['tst_portid', 'tst_imo'], EntityKeyIndexStatus: 'Active' }],
    Attributes: [{ LogicalName: 'tst_crew' }],
  });
  const tables = await client.retrieveEntities<Record<string, unknown>>({
    select: ['LogicalName'],
    filter: "LogicalName eq 'account'",
  });
  expect(tables.value).toMatchObject([{ LogicalName: 'account' }]);
  const choices = await client.retrieveAttributes<Record<string, unknown>>({
    entityKey: "LogicalName='tst_ship'",
    castType: 'Microsoft.Dynamics.CRM.PicklistAttributeMetadata',
    select: ['LogicalName'],
    expand: [{ property: 'OptionSet' }],
  });
  const flag = choices.value.find((column) => column.LogicalName === 'tst_flag');
  expect(flag).toMatchObject({ OptionSet: { Options: [{ Value: 123450000 }, { Value: 123450001 }] } });
  const relationships = await client.retrieveRelationships<Record<string, unknown>>({
    castType: 'Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata',
    filter: "SchemaName eq 'tst_port_ship'",
  });
  expect(relationships.value).toMatchObject([{ ReferencingEntity: 'tst_ship', ReferencedEntity: 'tst_port' }]);
  expect(await client.retrieveCsdlMetadata()).toContain('<EntityType Name="tst_ship"');
});

it('gets errors in Dataverse’s form', async () => {
  expect(await failureOf(client.create({ collection: 'tst_ships', data: { nope: 1 } }))).toEqual([400, '0x80048d19']);
  expect(await failureOf(client.retrieveMultiple({ collection: 'nothings' }))).toEqual([404, '0x8006088a']);
});
