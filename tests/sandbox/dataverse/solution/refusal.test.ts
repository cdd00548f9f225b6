import {
  column,
  control,
  extension,
  form,
  key,
  lookup,
  packSolution,
  role,
  table,
  text,
  view,
  webResource,
  type SolutionSketch,
} from './solutionBuilder';
import { createSandboxOrganization } from './sandboxOrganization';

const id = (number: number): string => `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`;
const script = (name: string): Readonly<Record<string, string>> => ({ [`WebResources/${name}`]: '' });
const chart = control('Sea.Chart', '<property name="vessel" of-type="Lookup.Simple" usage="bound" required="true" />');

function bound(parameters: string): string {
  return (
    '<controlDescriptions><controlDescription forControl="{11111111-0000-4000-8000-000000000000}">' +
    `<customControl formFactor="0" name="tst_Sea.Chart"><parameters>${parameters}</parameters></customControl>` +
    '</controlDescription></controlDescriptions>'
  );
}

function accountForm(columns: readonly string[], more = '', cellIds?: readonly string[]): SolutionSketch {
  return {
    roots: ['1/account/2', `60/${id(1)}`, '66/tst_Sea.Chart'],
    entities: extension('Account', { forms: form(id(1), columns, more, cellIds) }),
    controls: chart.element,
    parts: chart.parts,
  };
}

interface Case {
  readonly fault: string;
  readonly sketch: SolutionSketch;
  readonly code: string;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    fault: 'a root component that is nowhere',
    sketch: { roots: ['1/tst_ghost'] },
    code: '0x8004801f',
    says: ['tst_ghost', 'neither in the file nor in the target'],
  },
  {
    fault: 'a component that is not declared as root',
    sketch: { webResources: webResource(id(1), 'tst_a.js'), parts: script('tst_a.js') },
    code: '0x8004803a',
    says: ['tst_a.js', 'web resource'],
  },
  {
    fault: 'a form of a table that is only extended and that is not declared as root',
    sketch: { roots: ['1/account/2'], entities: extension('Account', { forms: form(id(1), ['name']) }) },
    code: '0x8004803a',
    says: [id(1), 'form'],
  },
  {
    fault: 'a dependency that is missing',
    sketch: { requires: ['<Required type="1" schemaName="msdyn_warehouse" displayName="Warehouse" solution="FieldService (8.8)" />'] },
    code: '0x8004801d',
    says: ['msdyn_warehouse', '"Warehouse"', 'FieldService (8.8)'],
  },
  {
    fault: 'a required column that is missing',
    sketch: { requires: ['<Required type="2" schemaName="x_y" displayName="Y" parentSchemaName="account" solution="X (1.0)" />'] },
    code: '0x8004801d',
    says: ['column account.x_y'],
  },
  {
    fault: 'an extended table that the target does not have',
    sketch: { roots: ['1/bookableresourcebooking/1'], entities: extension('BookableResourceBooking', { columns: text('tst_View') }) },
    code: '0x8004801d',
    says: ['bookableresourcebooking', 'not in the target'],
  },
  {
    fault: 'an unknown privilege',
    sketch: { roots: [`20/${id(1)}`], roles: role(id(1), 'Clerk', { prvReadtst_Ship: 'Global' }) },
    code: '0x80048058',
    says: ["'Clerk'", 'prvReadtst_Ship', 'does not exist'],
  },
  {
    fault: 'a privilege with a level that its table does not know',
    sketch: { roots: [`20/${id(1)}`], roles: role(id(1), 'Clerk', { prvReadProduct: 'Local' }) },
    code: '0x80048058',
    says: ['prvReadProduct', 'only Global'],
  },
  {
    fault: 'a role with the name of another',
    sketch: { roots: [`20/${id(1)}`], roles: role(id(1), 'Salesperson', {}) },
    code: '0x80048017',
    says: ["'Salesperson'", 'a role of this name exists'],
  },
  {
    fault: 'a form that shows a column which does not exist',
    sketch: accountForm(['name', 'tst_nothing']),
    code: '0x80048007',
    says: [id(1), 'tst_nothing', 'account'],
  },
  {
    fault: 'a form with the same cell id twice',
    sketch: accountForm(['name', 'telephone1'], '', [id(7), id(7)]),
    code: '0x80048007',
    says: [id(7), 'twice'],
  },
  {
    fault: 'a form with a control that does not exist',
    sketch: accountForm(['parentaccountid'], bound('<vessel><BindAttribute>parentaccountid</BindAttribute></vessel>').replace('Sea.Chart', 'Sea.Map')),
    code: '0x80048007',
    says: ['tst_Sea.Map', 'does not exist'],
  },
  {
    fault: 'a control bound to a column that does not exist',
    sketch: accountForm(['parentaccountid'], bound('<vessel><BindAttribute>tst_ghost</BindAttribute></vessel>')),
    code: '0x80048007',
    says: ['tst_Sea.Chart', 'vessel', 'tst_ghost'],
  },
  {
    fault: 'a control bound to a column of the wrong type',
    sketch: accountForm(['name'], bound('<vessel><BindAttribute>name</BindAttribute></vessel>')),
    code: '0x80048007',
    says: ['Lookup.Simple', 'SingleLine.Text'],
  },
  {
    fault: 'a control without its required property',
    sketch: accountForm(['name'], bound('')),
    code: '0x80048007',
    says: ['required property vessel'],
  },
  {
    fault: 'a control with a property that it does not have',
    sketch: accountForm(['name'], bound('<captain>name</captain>')),
    code: '0x80048007',
    says: ['no property captain'],
  },
  {
    fault: 'a description for a control that the form does not have',
    sketch: accountForm([], bound('<vessel>name</vessel>')),
    code: '0x80048007',
    says: ['controlDescription', '11111111'],
  },
  {
    fault: 'a form that loads a script which does not exist',
    sketch: accountForm(['name'], '<formLibraries><Library name="tst_none.js" libraryUniqueId="{1}" /></formLibraries>'),
    code: '0x80048007',
    says: ['tst_none.js'],
  },
  {
    fault: 'a handler in a script that the form does not load',
    sketch: accountForm(
      ['name'],
      '<events><event name="onload"><Handlers><Handler functionName="Ship.load" libraryName="tst_other.js" /></Handlers></event></events>',
    ),
    code: '0x80048007',
    says: ['Ship.load', 'tst_other.js'],
  },
  {
    fault: 'a change of a form of another solution',
    sketch: accountForm(['name'], '<header solutionaction="Added"><rows><row><cell id="{1}" solutionaction="Added" /></row></rows></header>'),
    code: '0x80040262',
    says: ['does not cover', id(1), 'solutionaction'],
  },
  {
    fault: 'a view that shows a column which does not exist',
    sketch: { roots: ['1/tst_ship'], entities: table('tst_Ship', { views: view(id(1), 'tst_ship', ['tst_name', 'tst_depth']) }) },
    code: '0x80048005',
    says: [id(1), 'tst_depth'],
  },
  {
    fault: 'the same id for two web resources',
    sketch: {
      roots: ['61/tst_a.js', '61/tst_b.js'],
      webResources: webResource(id(1), 'tst_a.js') + webResource(id(1), 'tst_b.js'),
      parts: { ...script('tst_a.js'), ...script('tst_b.js') },
    },
    code: '0x8004801e',
    says: ['tst_b.js', 'the id of tst_a.js'],
  },
  {
    fault: 'the same id for two views',
    sketch: {
      roots: ['1/tst_ship', '1/tst_sailor'],
      entities:
        table('tst_Ship', { views: view(id(1), 'tst_ship', ['tst_name']) }) +
        table('tst_Sailor', { views: view(id(1), 'tst_sailor', ['tst_name']) }),
    },
    code: '0x80048005',
    says: [id(1), 'tst_ship'],
  },
  {
    fault: 'a web resource without the prefix of its publisher',
    sketch: { roots: ['61/other_a.js'], webResources: webResource(id(1), 'other_a.js'), parts: script('other_a.js') },
    code: '0x8004801e',
    says: ['other_a.js', 'tst_'],
  },
  {
    fault: 'a web resource whose content is missing',
    sketch: { roots: ['61/tst_a.js'], webResources: webResource(id(1), 'tst_a.js') },
    code: '0x80048000',
    says: ['WebResources/tst_a.js', 'tst_a.js needs'],
  },
  {
    fault: 'a control whose bundle is missing',
    sketch: {
      roots: ['66/tst_Sea.Chart'],
      controls: chart.element,
      parts: Object.fromEntries(Object.entries(chart.parts).filter(([name]) => !name.endsWith('bundle.js'))),
    },
    code: '0x8004801e',
    says: ['tst_Sea.Chart', 'bundle.js'],
  },
  {
    fault: 'a lookup without relationship',
    sketch: { roots: ['1/tst_ship'], entities: table('tst_Ship', { columns: column('tst_OwnerId', 'lookup') }) },
    code: '0x8004801d',
    says: ['tst_ship.tst_ownerid', 'no relationship'],
  },
  {
    fault: 'a relationship to a table that does not exist',
    sketch: {
      roots: ['1/tst_ship'],
      entities: table('tst_Ship', { columns: column('tst_FleetId', 'lookup') }),
      relationships: lookup('tst_fleet_ship', 'tst_Ship', 'tst_FleetId', 'tst_Fleet'),
    },
    code: '0x8004801d',
    says: ['tst_fleet_ship', 'there is no table tst_fleet'],
  },
  {
    fault: 'a key on a column that cannot be part of one',
    sketch: {
      roots: ['1/tst_ship'],
      entities: table('tst_Ship', { columns: column('tst_Story', 'ntext', '<MaxLength>2000</MaxLength>'), keys: key('tst_K', 'tst_story') }),
    },
    code: '0x80048006',
    says: ['tst_k', 'tst_story', 'memo'],
  },
  {
    fault: 'a key that is too long for an index',
    sketch: {
      roots: ['1/tst_ship'],
      entities: table('tst_Ship', { columns: text('tst_A', 400) + text('tst_B', 100), keys: key('tst_K', 'tst_a', 'tst_b') }),
    },
    code: '0x80048006',
    says: ['1000 bytes', '900'],
  },
  {
    fault: 'a column that names a global choice which does not exist',
    sketch: {
      roots: ['1/tst_ship'],
      entities: table('tst_Ship', { columns: column('tst_Flag', 'picklist', '<OptionSetName>tst_flag</OptionSetName>') }),
    },
    code: '0x80048039',
    says: ["'tst_ship.tst_flag'", "'tst_flag'"],
  },
  {
    fault: 'a column whose type differs from the one that exists',
    sketch: { roots: ['1/account/2'], entities: extension('Account', { columns: column('Telephone1', 'ntext', '<MaxLength>10</MaxLength>') }) },
    code: '0x80048006',
    says: ['account.telephone1', 'string', 'memo'],
  },
  {
    fault: 'a ribbon that names a script which does not exist',
    sketch: {
      roots: ['50/:RibbonDiffXml'],
      ribbon: '<CommandDefinitions><CommandDefinition Id="c"><Actions><JavaScriptFunction Library="$webresource:tst_none.js" FunctionName="f" /></Actions></CommandDefinition></CommandDefinitions>',
    },
    code: '0x80048031',
    says: ['tst_none.js'],
  },
  {
    fault: 'a ribbon button with a command that is not defined',
    sketch: { roots: ['1/tst_ship'], entities: table('tst_Ship', { ribbon: '<CustomActions><Button Id="b" Command="tst.sail" /></CustomActions>' }) },
    code: '0x80048031',
    says: ['tst_ship', 'tst.sail'],
  },
  {
    fault: 'a site map that opens a table which does not exist',
    sketch: {
      roots: ['62/tst_App'],
      siteMaps:
        '<AppModuleSiteMap><SiteMapUniqueName>tst_App</SiteMapUniqueName><SiteMap><Area Id="a"><Group Id="g"><SubArea Id="s" Entity="tst_ship" /></Group></Area></SiteMap></AppModuleSiteMap>',
    },
    code: '0x80048011',
    says: ['tst_App', 'tst_ship'],
  },
  {
    fault: 'an app for a role that does not exist',
    sketch: {
      roots: ['80/tst_App'],
      apps: `<AppModule><UniqueName>tst_App</UniqueName><AppModuleComponents /><AppModuleRoleMaps><Role id="{${id(9)}}" /></AppModuleRoleMaps></AppModule>`,
    },
    code: '0x8004801e',
    says: ['tst_App', id(9)],
  },
  {
    fault: 'an app with a table that does not exist',
    sketch: {
      roots: ['80/tst_App'],
      apps: '<AppModule><UniqueName>tst_App</UniqueName><AppModuleComponents><AppModuleComponent type="1" schemaName="tst_ship" /></AppModuleComponents></AppModule>',
    },
    code: '0x8004801e',
    says: ['tst_App', 'tst_ship'],
  },
  {
    fault: 'a publisher with the prefix of another',
    sketch: { prefix: 'msft' },
    code: '0x8004801c',
    says: ['msft', 'MicrosoftCorporation'],
  },
  {
    fault: 'a publisher with another prefix than it has here',
    sketch: { publisher: 'MicrosoftCorporation', prefix: 'abc' },
    code: '0x8004801c',
    says: ['MicrosoftCorporation', 'msft', 'abc'],
  },
  {
    fault: 'an option set with the same value twice',
    sketch: {
      roots: ['9/tst_flag'],
      optionSets: '<optionset Name="tst_flag"><OptionSetType>picklist</OptionSetType><options><option value="1" /><option value="1" /></options></optionset>',
    },
    code: '0x80048030',
    says: ['tst_flag', 'twice'],
  },
  { fault: 'a plug-in assembly', sketch: { roots: [`91/${id(1)}`] }, code: '0x80040262', says: ['does not cover', 'plug-in assembly'] },
  {
    fault: 'a cloud flow',
    sketch: { parts: { 'Workflows/Flow.json': '{}' } },
    code: '0x80040262',
    says: ['does not cover', 'process', 'Workflows/Flow.json'],
  },
  {
    fault: 'a part of customizations.xml that is not covered',
    sketch: { more: '<FieldSecurityProfiles><FieldSecurityProfile name="Secret" /></FieldSecurityProfiles>' },
    code: '0x80040262',
    says: ['FieldSecurityProfiles/Secret'],
  },
  {
    fault: 'a column with column security',
    sketch: { roots: ['1/tst_ship'], entities: table('tst_Ship', { columns: text('tst_A').replace('</attribute>', '<IsSecured>1</IsSecured></attribute>') }) },
    code: '0x80040262',
    says: ['tst_ship.tst_a', 'column security'],
  },
  {
    fault: 'a calculated column',
    sketch: { roots: ['1/tst_ship'], entities: table('tst_Ship', { columns: text('tst_A').replace('</attribute>', '<SourceType>1</SourceType></attribute>') }) },
    code: '0x80040262',
    says: ['tst_ship.tst_a', 'calculated'],
  },
  {
    fault: 'a file that no component takes',
    sketch: { parts: { 'Readme/notes.js': 'x' } },
    code: '0x80072035',
    says: ['Unprocessed files found', 'Readme/notes.js'],
  },
];

test.each(cases)('refuses $fault, naming it', async ({ sketch, code, says }) => {
  const organization = createSandboxOrganization();
  const before = organization.catalog();
  const rolesBefore = [...organization.rows.rows('role')].length;
  const refusal = organization.refusal(await packSolution(sketch));
  for (const words of says) expect(refusal.message).toContain(words);
  expect(refusal.code).toBe(code);
  expect(organization.catalog()).toBe(before);
  expect([...organization.rows.rows('role')]).toHaveLength(rolesBefore);
});
