import { added, codesIn, edited, staged } from './stagedSolution';

const userRole = /^Roles\/Integration User\.xml$/;
const app = /^AppModules\//;
const siteMap = /^AppModuleSiteMaps\//;

describe('Privileges of roles', () => {
  it('exist', async () => {
    const faulty = edited(staged, userRole, 'prvReadbci_Customer"', 'prvReadbci_customer"');
    expect(await codesIn(faulty)).toEqual(['privilege-unknown']);
  });

  it('of first-party tables exist', async () => {
    const faulty = edited(staged, userRole, '"prvReadbci_Customer"', '"prvReadQuoteDetail"');
    expect(await codesIn(faulty)).toEqual(['privilege-unknown']);
  });

  it('of organization-owned tables do not include sharing', async () => {
    const faulty = edited(staged, userRole, '"prvReadbci_Connection"', '"prvSharebci_Connection"');
    expect(await codesIn(faulty)).toEqual(['privilege-unknown']);
  });

  it('of organization-owned tables are Global', async () => {
    const faulty = edited(staged, userRole, 'name="prvReadbci_Connection" level="Global"', 'name="prvReadbci_Connection" level="Basic"');
    expect(await codesIn(faulty)).toEqual(['privilege-level']);
  });

  it('have a level that Dataverse knows', async () => {
    const faulty = edited(staged, userRole, 'level="Basic"', 'level="User"');
    expect(await codesIn(faulty)).toEqual(['privilege-level-unknown']);
  });

  it('are named once', async () => {
    const faulty = edited(staged, userRole, /(<RolePrivilege name="prvReadbci_Customer"[^>]*>)/, '$1$1');
    expect(await codesIn(faulty)).toEqual(['privilege-repeated']);
  });
});

describe('Apps', () => {
  it('consist of components that exist', async () => {
    const faulty = edited(staged, app, '<AppModuleComponent type="1" schemaName="bci_syncrun" />', '<AppModuleComponent type="1" schemaName="bci_run" />');
    expect(await codesIn(faulty)).toEqual(['app-component-unknown', 'site-map-table-outside-app']);
  });

  it('are for roles that exist', async () => {
    const faulty = edited(staged, app, '<AppModuleRoleMaps>', '<AppModuleRoleMaps><Role id="{00000000-0000-4000-8000-000000000001}" />');
    expect(await codesIn(faulty)).toEqual(['app-role-unknown']);
  });

  it('have an icon that exists', async () => {
    const faulty = edited(staged, app, /<WebResourceId>[^<]+</, '<WebResourceId>00000000-0000-4000-8000-000000000001<');
    expect(await codesIn(faulty)).toEqual(['web-resource-unknown']);
  });

  it('lead to tables that exist', async () => {
    const faulty = edited(staged, siteMap, 'Entity="bci_customer"', 'Entity="bci_costumer"');
    expect(await codesIn(faulty)).toEqual(['site-map-table-unknown']);
  });
});

describe('Tables', () => {
  it('have an icon that exists', async () => {
    const faulty = edited(staged, /^Entities\/bci_Customer\/Entity\.xml$/, '<IconVectorName>bci_/icons/customer', '<IconVectorName>bci_/icons/client');
    expect(await codesIn(faulty)).toEqual(['web-resource-unknown']);
  });
});

describe('Commands of ribbons', () => {
  const button = '<CustomActions><CustomAction Id="bci.a" Location="Mscrm.Form.account.MainTab.Save.Controls._children"><CommandUIDefinition><Button Id="bci.b" Command="bci.c" LabelText="$LocLabels:bci.l" ModernImage="$webresource:bci_/icons/app.svg" /></CommandUIDefinition></CustomAction></CustomActions>';
  const command = '<CommandDefinitions><CommandDefinition Id="bci.c"><EnableRules><EnableRule Id="bci.e" /><EnableRule Id="Mscrm.Enabled" /></EnableRules><DisplayRules /><Actions /></CommandDefinition></CommandDefinitions>';
  const rules = '<RuleDefinitions><DisplayRules /><EnableRules><EnableRule Id="bci.e" /></EnableRules></RuleDefinitions>';
  const titles = [1033, 1030, 1031, 1036].map((code) => `<Title description="Text" languagecode="${code}" />`).join('');
  const labels = `<LocLabels><LocLabel Id="bci.l"><Titles>${titles}</Titles></LocLabel></LocLabels>`;
  const ribbon = (...parts: string[]): Map<string, Uint8Array> =>
    added(staged, 'Entities/Account/RibbonDiff.xml', `<RibbonDiffXml>${parts.join('')}</RibbonDiffXml>`);

  it('may use what is defined, and rules of Microsoft', async () => {
    expect(await codesIn(ribbon(button, command, rules, labels))).toEqual([]);
  });

  it('are defined', async () => {
    expect(await codesIn(ribbon(button, rules, labels))).toEqual(['ribbon-command-unknown']);
  });

  it('use rules that are defined', async () => {
    expect(await codesIn(ribbon(button, command, labels))).toEqual(['ribbon-rule-unknown']);
  });

  it('use labels that are defined', async () => {
    expect(await codesIn(ribbon(button, command, rules))).toEqual(['ribbon-label-unknown']);
  });

  it('use pictures that exist', async () => {
    const faulty = ribbon(button.replace('icons/app.svg', 'icons/gone.svg'), command, rules, labels);
    expect(await codesIn(faulty)).toEqual(['web-resource-unknown']);
  });
});
