import { mainForms } from '../../../sandbox/salesclient/browser/dataverse/forms';
import { lookupViews } from '../../../sandbox/salesclient/browser/dataverse/lookupView';
import { columnsOf, parseFormXml } from '../../../sandbox/salesclient/browser/form/formXml';
import { rightsOf } from '../../../sandbox/salesclient/browser/grid/salesLines';
import type { SubgridDefinition } from '../../../sandbox/salesclient/browser/grid/subgridDefinition';
import { subgridSource, type SubgridSource } from '../../../sandbox/salesclient/browser/grid/subgridSource';
import { localDataverse } from './localDataverse';
import { column, quoteDetail, table } from './quoteLines';

const definition: SubgridDefinition = {
  kind: 'subgrid',
  id: 'lines',
  table: 'pfx_line',
  relationship: 'pfx_head_lines',
  view: 'view-2',
  recordsPerPage: 5,
  display: { kind: 'editable' },
};

function attribute(name: string, label: string, type = 'String') {
  return {
    LogicalName: name,
    AttributeType: type,
    DisplayName: { LocalizedLabels: [{ LanguageCode: 1033, Label: label }] },
    IsValidForUpdate: true,
  };
}

function tableRow(name: string, attributes: readonly unknown[]) {
  return {
    LogicalName: name,
    EntitySetName: `${name}s`,
    PrimaryIdAttribute: `${name}id`,
    PrimaryNameAttribute: 'pfx_name',
    Attributes: attributes,
    ManyToOneRelationships: [],
    Privileges: [{ PrivilegeType: 'Write', Name: 'prvWritepfx_Head' }],
  };
}

const fetchXml =
  '<fetch><entity name="pfx_line"><attribute name="pfx_name"/>' +
  '<link-entity name="pfx_thing" from="pfx_thingid" to="pfx_thingid" link-type="outer" alias="thing">' +
  '<attribute name="pfx_name"/></link-entity></entity></fetch>';

function viewRow(id: string, cells: string) {
  return {
    savedqueryid: id,
    name: id,
    fetchxml: fetchXml,
    layoutxml: `<grid><row>${cells}</row></grid>`,
    isdefault: id === 'view-1',
  };
}

/** The subgrid of a record that is in that state. */
function opened(state = 0): Promise<SubgridSource> {
  const dataverse = localDataverse();
  const lines = [attribute('pfx_name', 'Name'), attribute('pfx_thingid', 'Thing', 'Lookup')];
  dataverse.answer("EntityDefinitions(LogicalName='pfx_line')", tableRow('pfx_line', lines));
  dataverse.answer(
    "EntityDefinitions(LogicalName='pfx_thing')",
    tableRow('pfx_thing', [attribute('pfx_name', 'Title')]),
  );
  dataverse.answer('savedqueries', {
    value: [
      viewRow('view-1', '<cell name="pfx_name" width="100"/>'),
      viewRow('view-2', '<cell name="pfx_name" width="50" ishidden="1"/><cell name="thing.pfx_name" width="200"/>'),
    ],
  });
  dataverse.answer(
    "RelationshipDefinitions(SchemaName='pfx_head_lines')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata",
    { ReferencingAttribute: 'pfx_headid' },
  );
  dataverse.answer('pfx_heads(h1)', { statecode: state });
  const parent = table('pfx_head', [column('statecode', 'choice', 'State')]);
  return subgridSource(definition, { table: parent, id: 'h1', name: 'Head' }, 1033);
}

describe('A subgrid on a record', () => {
  it('takes the view that the form names and the lookup of its relationship', async () => {
    const source = await opened();
    expect([source.view.id, source.parentColumn, source.isParentOpen]).toEqual(['view-2', 'pfx_headid', true]);
  });

  it('knows columns of linked tables by their label and the lookup’s', async () => {
    const { columns } = await opened();
    expect(columns.map(({ name, displayName, isHidden, alias }) => [name, displayName, isHidden, alias])).toEqual([
      ['thing.pfx_name', 'Title (Thing)', false, 'thing'],
      ['pfx_name', 'Name', true, undefined],
    ]);
  });

  it('is not changed once its record has left its first state', async () => {
    const user = { id: '', name: '', roles: [], privileges: new Map([['prvwritepfx_head', 3]]) };
    expect(rightsOf(await opened(0), user).write).toBe(true);
    expect(rightsOf(await opened(1), user).write).toBe(false);
  });
});

describe('A table without views or forms of its own', () => {
  it('is looked up by its name', async () => {
    localDataverse().answer('savedqueries', { value: [] });
    const { all, finder } = await lookupViews(quoteDetail);
    expect(finder).toBeUndefined();
    expect(all.columns).toEqual([{ name: 'quotedetailname', width: 300 }]);
    expect(all.fetchXml).toContain('<order attribute="quotedetailname"/>');
  });

  it('is shown on a plain form of what can be written', async () => {
    const dataverse = localDataverse();
    dataverse.answer('systemforms', { value: [] });
    const attributes = [
      attribute('pfx_name', 'Name'),
      attribute('pfx_amount', 'Amount', 'Decimal'),
      { ...attribute('createdon', 'Created', 'DateTime'), IsValidForUpdate: false },
    ];
    dataverse.answer("EntityDefinitions(LogicalName='pfx_plain')", tableRow('pfx_plain', attributes));
    const [form] = await mainForms('pfx_plain');
    expect(columnsOf(parseFormXml(form?.xml ?? '', 1033))).toEqual(['pfx_amount', 'pfx_name']);
  });
});
