import { readCatalog } from '../../../../sandbox/dataverse/metadata/catalogReader';
import { csdl } from '../../../../sandbox/dataverse/metadata/csdl';
import type { Definition } from '../../../../sandbox/dataverse/metadata/definitions/definition';
import {
  definitionsIn,
  findDefinition,
  isOfType,
} from '../../../../sandbox/dataverse/metadata/definitions/definitions';
import { planImport } from '../../../../sandbox/dataverse/solution/planImport';
import { parseXml, descendants, attribute } from '../../../../sandbox/dataverse/solution/xml';
import { platformCatalog } from '../../../../sandbox/dataverse/platform/platformCatalog';
import { column, key, lookup, packSolution, table, text } from '../solution/solutionBuilder';
import type { CatalogReader } from '../../../../sandbox/dataverse/metadata/catalog';

const reader = { language: 1030 };

async function seaCatalog(): Promise<CatalogReader> {
  const flag =
    '<AppDefaultValue>1</AppDefaultValue><optionset Name="tst_ship_tst_flag"><OptionSetType>picklist</OptionSetType><options>' +
    '<option value="1" Color="#0078D4"><labels><label description="Danish" languagecode="1033" /><label description="Dansk" languagecode="1030" /></labels></option>' +
    '</options></optionset>';
  const file = await packSolution({
    managed: true,
    roots: ['1/tst_ship', '1/tst_cargo'],
    entities:
      table('tst_Ship', {
        columns: text('tst_Code') + column('tst_Flag', 'picklist', flag),
        keys: key('tst_CodeKey', 'tst_code'),
      }) + table('tst_Cargo', { columns: column('tst_ShipId', 'lookup'), ownership: 'OrgOwned' }),
    relationships: lookup('tst_ship_cargo', 'tst_Cargo', 'tst_ShipId', 'tst_Ship', 'Cascade'),
  });
  return readCatalog(planImport(file, platformCatalog(), false).next);
}

function entity(catalog: CatalogReader, name: string): Definition {
  const found = findDefinition(definitionsIn(catalog, 'EntityDefinitions', reader), {
    name: 'LogicalName',
    value: name,
  });
  if (!found) throw new Error(`no ${name}`);
  return found;
}

function members(definition: Definition, name: string): readonly Definition[] {
  const made = definition.navigation[name]?.();
  return Array.isArray(made) ? (made as readonly Definition[]) : [];
}

test('a table is described by name, id, ownership and labels in the reader’s language', async () => {
  const ship = entity(await seaCatalog(), 'tst_ship');
  expect(ship.type).toBe('EntityMetadata');
  expect(ship.properties).toMatchObject({
    SchemaName: 'tst_Ship',
    EntitySetName: 'tst_ships',
    PrimaryIdAttribute: 'tst_shipid',
    PrimaryNameAttribute: 'tst_name',
    OwnershipType: 'UserOwned',
    IsCustomEntity: true,
    IsManaged: true,
    ObjectTypeCode: 10_100,
  });
  expect(ship.properties.DisplayName).toMatchObject({
    LocalizedLabels: [{ Label: 'tst_Ship', LanguageCode: 1033 }],
    UserLocalizedLabel: { Label: 'tst_Ship', LanguageCode: 1033 },
  });
  expect(ship.properties.Privileges).toContainEqual(
    expect.objectContaining({ Name: 'prvReadtst_Ship', PrivilegeType: 'Read', CanBeBasic: true }),
  );
});

test('columns are described by their own type', async () => {
  const catalog = await seaCatalog();
  const columns = members(entity(catalog, 'tst_ship'), 'Attributes');
  const code = findDefinition(columns, { name: 'LogicalName', value: 'tst_code' });
  expect(code?.type).toBe('StringAttributeMetadata');
  expect(code?.properties).toMatchObject({
    AttributeType: 'String',
    AttributeTypeName: { Value: 'StringType' },
    MaxLength: 100,
    FormatName: { Value: 'Text' },
  });
  const owner = findDefinition(columns, { name: 'LogicalName', value: 'ownerid' });
  expect(owner?.properties).toMatchObject({
    AttributeType: 'Owner',
    Targets: ['systemuser', 'team'],
    RequiredLevel: { Value: 'SystemRequired' },
  });
  const revenue = findDefinition(members(entity(catalog, 'account'), 'Attributes'), {
    name: 'LogicalName',
    value: 'creditlimit',
  });
  expect(revenue?.properties).toMatchObject({ AttributeType: 'Money', Precision: 2, PrecisionSource: 2 });
});

test('a choice leads to its options, in every language and the reader’s own', async () => {
  const columns = members(entity(await seaCatalog(), 'tst_ship'), 'Attributes');
  const flag = findDefinition(columns, { name: 'LogicalName', value: 'tst_flag' });
  expect(flag && isOfType(flag, 'PicklistAttributeMetadata')).toBe(true);
  expect(flag && isOfType(flag, 'EnumAttributeMetadata')).toBe(true);
  expect(flag && isOfType(flag, 'LookupAttributeMetadata')).toBe(false);
  const optionSet = flag?.navigation.OptionSet?.();
  expect(optionSet).toMatchObject({
    type: 'OptionSetMetadata',
    properties: {
      OptionSetType: 'Picklist',
      IsGlobal: false,
      Options: [{ Value: 1, Color: '#0078D4', Label: { UserLocalizedLabel: { Label: 'Dansk', LanguageCode: 1030 } } }],
    },
  });
  expect(flag?.navigation.GlobalOptionSet?.()).toBeNull();
});

test('state and status know each other', async () => {
  const columns = members(entity(await seaCatalog(), 'account'), 'Attributes');
  const options = (name: string): unknown =>
    findDefinition(columns, { name: 'LogicalName', value: name })?.navigation.OptionSet?.();
  expect(options('statecode')).toMatchObject({
    properties: {
      Options: [
        { Value: 0, DefaultStatus: 1 },
        { Value: 1, DefaultStatus: 2 },
      ],
    },
  });
  expect(options('statuscode')).toMatchObject({
    properties: {
      Options: [
        { Value: 1, State: 0 },
        { Value: 2, State: 1 },
      ],
    },
  });
});

test('keys and relationships of both directions are described', async () => {
  const catalog = await seaCatalog();
  const ship = entity(catalog, 'tst_ship');
  expect(members(ship, 'Keys').map((each) => each.properties)).toMatchObject([
    { LogicalName: 'tst_codekey', KeyAttributes: ['tst_code'], EntityKeyIndexStatus: 'Pending' },
  ]);
  const relationship = {
    SchemaName: 'tst_ship_cargo',
    ReferencedEntity: 'tst_ship',
    ReferencingEntity: 'tst_cargo',
    ReferencingAttribute: 'tst_shipid',
    ReferencedEntityNavigationPropertyName: 'tst_ship_cargo',
    ReferencingEntityNavigationPropertyName: 'tst_ShipId',
    CascadeConfiguration: { Delete: 'Cascade', Assign: 'NoCascade' },
  };
  expect(members(ship, 'OneToManyRelationships').map((each) => each.properties)).toMatchObject([relationship]);
  expect(members(entity(catalog, 'tst_cargo'), 'ManyToOneRelationships').map((each) => each.properties)).toMatchObject([
    relationship,
  ]);
  const all = definitionsIn(catalog, 'RelationshipDefinitions', reader);
  expect(findDefinition(all, { name: 'SchemaName', value: 'systemuserroles_association' })).toMatchObject({
    type: 'ManyToManyRelationshipMetadata',
    properties: { IntersectEntityName: 'systemuserroles' },
  });
});

test('a definition is found by its id in braces or not, and not by a name that it has not', async () => {
  const catalog = await seaCatalog();
  const all = definitionsIn(catalog, 'EntityDefinitions', reader);
  const id = catalog.table('account')?.metadataId ?? '';
  expect(findDefinition(all, { name: undefined, value: id })?.properties.LogicalName).toBe('account');
  expect(findDefinition(all, { name: 'MetadataId', value: `{${id.toUpperCase()}}` })?.properties.LogicalName).toBe(
    'account',
  );
  expect(findDefinition(all, { name: 'LogicalName', value: 'Account' })).toBeUndefined();
  expect(findDefinition(all, { name: 'EntitySetName', value: 'accounts' })).toBeUndefined();
});

describe('the $metadata document', () => {
  test('describes types, keys, lookups and navigation as the Web API reads them', async () => {
    const root = parseXml(csdl(await seaCatalog()), '$metadata');
    const type = descendants(root, 'EntityType').find((each) => attribute(each, 'Name') === 'tst_cargo');
    if (!type) throw new Error('no type');
    const properties = new Map(
      descendants(type, 'Property').map((each) => [attribute(each, 'Name'), attribute(each, 'Type')]),
    );
    expect(properties.get('_tst_shipid_value')).toBe('Edm.Guid');
    expect(properties.has('tst_shipid')).toBe(false);
    expect(properties.get('createdon')).toBe('Edm.DateTimeOffset');
    expect(descendants(type, 'PropertyRef').map((each) => attribute(each, 'Name'))).toEqual(['tst_cargoid']);
    const navigation = descendants(type, 'NavigationProperty').find((each) => attribute(each, 'Name') === 'tst_ShipId');
    expect(navigation && attribute(navigation, 'Type')).toBe('mscrm.tst_ship');
    expect(navigation && attribute(navigation, 'Partner')).toBe('tst_ship_cargo');
  });

  test('names only types and sets that it defines', async () => {
    const root = parseXml(csdl(await seaCatalog()), '$metadata');
    const types = new Set(descendants(root, 'EntityType').map((each) => `mscrm.${attribute(each, 'Name') ?? ''}`));
    const sets = new Set(descendants(root, 'EntitySet').map((each) => attribute(each, 'Name')));
    for (const navigation of descendants(root, 'NavigationProperty')) {
      expect(types).toContain((attribute(navigation, 'Type') ?? '').replace(/^Collection\((.*)\)$/u, '$1'));
    }
    for (const binding of descendants(root, 'NavigationPropertyBinding'))
      expect(sets).toContain(attribute(binding, 'Target'));
  });
});
