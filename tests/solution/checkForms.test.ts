import { added, codesIn, edited, removed, staged } from './stagedSolution';

const accountForm = /^Entities\/Account\/FormXml\/main\//;
const customerForm = /^Entities\/bci_Customer\/FormXml\/main\//;
const controlManifest = /^Controls\/bci_BusinessCentral\.CustomerStatistics\/ControlManifest\.xml$/;

describe('Fields of forms', () => {
  it('show columns that exist', async () => {
    const faulty = edited(staged, customerForm, 'datafieldname="bci_number"', 'datafieldname="bci_no"');
    expect(await codesIn(faulty)).toEqual(['form-column-unknown']);
  });

  it('may show columns of a first-party table that the solution does not describe', async () => {
    const changed = edited(staged, accountForm, 'datafieldname="telephone1"', 'datafieldname="telephone3"');
    expect(await codesIn(changed)).toEqual([]);
  });

  it('show a column with a control of its kind', async () => {
    const date = /\{5B773807-9FB2-42db-97C3-7A91EFF8ADFF\}/i;
    const faulty = edited(staged, customerForm, date, '{4273EDBD-AC1D-40d3-9FB2-095C621B552D}');
    expect(await codesIn(faulty)).toEqual(['form-control-class']);
  });

  it('list rows by a view that exists', async () => {
    const view = /<ViewId>\{[^}]+\}<\/ViewId>/;
    const faulty = edited(staged, customerForm, view, '<ViewId>{00000000-0000-4000-8000-000000000001}</ViewId>');
    expect(await codesIn(faulty)).toEqual(['subgrid-view-unknown']);
  });

  it('list rows by a relationship that exists', async () => {
    const faulty = edited(staged, customerForm, '>bci_customer_openinvoice<', '>bci_customer_invoice<');
    expect(await codesIn(faulty)).toEqual(['subgrid-relationship-unknown']);
  });

  it('list rows of a table that exists', async () => {
    const table = '<TargetEntityType>bci_openinvoice<';
    const faulty = edited(staged, customerForm, table, '<TargetEntityType>bci_invoice<');
    expect(await codesIn(faulty)).toEqual(['subgrid-table-unknown', 'subgrid-view-unknown']);
  });
});

describe('Controls on forms', () => {
  const name = /name="bci_BusinessCentral\.CustomerStatistics"/g;

  it('are bound to a field', async () => {
    const other = 'forControl="{00000000-0000-4000-8000-000000000001}"';
    const faulty = edited(staged, accountForm, /forControl="[^"]+"/, other);
    expect(await codesIn(faulty)).toEqual(['control-description-unbound']);
  });

  it('are in the solution', async () => {
    const faulty = edited(staged, accountForm, name, 'name="bci_BusinessCentral.CustomerFigures"');
    expect(await codesIn(faulty)).toEqual(['control-unknown', 'control-unknown', 'control-unknown']);
  });

  it('have been built', async () => {
    expect(await codesIn(removed(staged, controlManifest))).toContain('control-not-built');
  });

  it('are given properties that their manifest has', async () => {
    const faulty = edited(staged, accountForm, '</customer>', '</customer><currency static="true">GBP</currency>');
    expect(await codesIn(faulty)).toEqual(['control-property-unknown']);
  });

  it('are given the properties that they need', async () => {
    const faulty = edited(staged, accountForm, /<customer>[\s\S]*?<\/customer>/, '');
    expect(await codesIn(faulty)).toEqual(['control-property-missing']);
  });

  it('are bound to a column that exists', async () => {
    const faulty = edited(staged, accountForm, '<BindAttribute>bci_customerid<', '<BindAttribute>bci_customer<');
    expect(await codesIn(faulty)).toEqual(['control-column-unknown']);
  });

  it('are bound to a column of the type that the property takes', async () => {
    const faulty = edited(staged, controlManifest, 'of-type="Lookup.Simple"', 'of-type="SingleLine.Text"');
    expect(await codesIn(faulty)).toEqual(['control-property-type', 'control-property-type', 'control-property-type']);
  });

  it('are there on desktop, tablet and phone', async () => {
    const faulty = edited(staged, accountForm, /<customControl formFactor="2"[\s\S]*?<\/customControl>/, '');
    expect(await codesIn(faulty)).toEqual(['control-form-factors']);
  });
});

describe('Views', () => {
  const view = /^Entities\/bci_Customer\/SavedQueries\/\{057cd37b-1077-404a-b23e-615152844cca\}\.xml$/;

  it('fetch columns that exist', async () => {
    const faulty = edited(staged, view, '<attribute name="bci_asof" />', '<attribute name="bci_when" />');
    expect(await codesIn(faulty)).toEqual(['view-column-unknown', 'view-column-not-fetched']);
  });

  it('filter by columns that exist', async () => {
    const faulty = edited(staged, view, '<condition attribute="statecode"', '<condition attribute="bci_active"');
    expect(await codesIn(faulty)).toEqual(['view-column-unknown']);
  });

  it('show columns that exist', async () => {
    const faulty = edited(staged, view, '<cell name="bci_number"', '<cell name="bci_no"');
    expect(await codesIn(faulty)).toEqual(['view-column-unknown']);
  });

  it('show columns that they fetch', async () => {
    const faulty = edited(staged, view, '<attribute name="bci_balance" />', '');
    expect(await codesIn(faulty)).toEqual(['view-column-not-fetched']);
  });

  it('fetch their own table', async () => {
    const faulty = edited(staged, view, '<entity name="bci_customer">', '<entity name="bci_connection">');
    expect(await codesIn(faulty)).toEqual(['view-table']);
  });
});

describe('Scripts of forms', () => {
  const withScript = (script: string): Map<string, Uint8Array> => {
    const data = '<WebResource><WebResourceId>{0d5a8a6e-5e2b-4f2e-9e7d-7a1f0b1c2d3e}</WebResourceId><Name>bci_/form.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/bci_form</FileName></WebResource>';
    const handler =
      '<events><event name="onload" application="false" active="true"><Handlers><Handler functionName="BusinessCentral.Form.onLoad" libraryName="bci_/form.js" handlerUniqueId="{0d5a8a6e-5e2b-4f2e-9e7d-7a1f0b1c2d3f}" enabled="true" /></Handlers></event></events><DisplayConditions';
    const described = added(added(staged, 'WebResources/bci_/form.js.data.xml', data), 'WebResources/bci_/form.js', script);
    const root = '<RootComponents><RootComponent type="61" schemaName="bci_/form.js" behavior="0" />';
    return edited(edited(described, /^Other\/Solution\.xml$/, '<RootComponents>', root), accountForm, '<DisplayConditions', handler);
  };

  it('may name functions that the script exports', async () => {
    expect(await codesIn(withScript('var BusinessCentral = { Form: { onLoad: function () {} } };'))).toEqual([]);
  });

  it('must not name functions that it does not export', async () => {
    expect(await codesIn(withScript('var BusinessCentral = { Form: {} };'))).toEqual(['function-unknown']);
  });

  it('must be scripts that load', async () => {
    expect(await codesIn(withScript('throw new Error("no");'))).toEqual(['script-broken']);
  });
});
