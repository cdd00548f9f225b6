import { startHarbour } from './harbour';
import type { Harbour } from './harbour';

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.close());

it('lists the entity sets in the service document', async () => {
  const { json, rows } = await harbour.admin.get('');
  expect(json['@odata.context']).toBe(`${harbour.url}/api/data/v9.2/$metadata`);
  expect(rows).toEqual(expect.arrayContaining([{ name: 'tst_ships', kind: 'EntitySet', url: 'tst_ships' }]));
});

it('gives $metadata as XML', async () => {
  const { headers, text } = await harbour.admin.get('$metadata');
  expect(headers.get('content-type')).toContain('application/xml');
  expect(text).toContain('<EntitySet Name="tst_ships"');
});

it.each([
  ["EntityDefinitions(LogicalName='tst_ship')?$select=LogicalName,EntitySetName", { EntitySetName: 'tst_ships' }],
  [
    "EntityDefinitions(LogicalName='tst_ship')/Attributes(LogicalName='tst_crew')?$select=LogicalName",
    { '@odata.type': '#Microsoft.Dynamics.CRM.IntegerAttributeMetadata' },
  ],
  [
    "EntityDefinitions(LogicalName='tst_ship')/Attributes(LogicalName='tst_tonnage')/Microsoft.Dynamics.CRM.DecimalAttributeMetadata",
    { Precision: 2, MaxValue: 1000 },
  ],
  ["RelationshipDefinitions(SchemaName='tst_port_ship')", { SchemaName: 'tst_port_ship' }],
  ["EntityDefinitions(LogicalName='tst_ship')/LogicalName", { value: 'tst_ship' }],
])('%s', async (path, expected) => {
  const answer = await harbour.admin.get(path);
  expect(answer.status).toBe(200);
  expect(answer.json).toMatchObject(expected);
});

it('addresses by MetadataId and filters by enumeration and managed property', async () => {
  const { json } = await harbour.admin.get("EntityDefinitions(LogicalName='tst_ship')?$select=MetadataId");
  expect(
    (await harbour.admin.get(`EntityDefinitions(${String(json.MetadataId)})?$select=LogicalName`)).json.LogicalName,
  ).toBe('tst_ship');
  const { rows } = await harbour.admin.get(
    "EntityDefinitions(LogicalName='tst_ship')/Attributes?$select=LogicalName&$filter=AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Picklist' and IsValidForAdvancedFind/Value eq true",
  );
  expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ LogicalName: 'tst_flag' })]));
});

it.each([
  ["EntityDefinitions(LogicalName='tst_boat')", 404],
  ['EntityDefinitions?$orderby=LogicalName', 400],
  ['EntityDefinitions?$top=1', 400],
  ['EntityDefinitions?$select=Colour', 400],
  ["EntityDefinitions?$filter=Colour eq 'red'", 400],
  ["EntityDefinitions(LogicalName='tst_ship')/Colour", 404],
])('refuses %s with %i', async (path, status) => {
  expect((await harbour.admin.get(path)).status).toBe(status);
});

it('says that metadata cannot be changed here', async () => {
  const answer = await harbour.admin.post('EntityDefinitions', {});
  expect([answer.status, answer.message]).toEqual([501, expect.stringContaining('changing metadata')]);
});
