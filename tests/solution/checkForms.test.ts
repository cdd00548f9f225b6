import { codesIn, edited, removed, staged } from './stagedSolution';

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
    expect(await codesIn(faulty)).toEqual(['subgrid-table-unknown', 'subgrid-view-unknown', 'subgrid-relationship-ends']);
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
    expect(new Set(await codesIn(faulty))).toEqual(new Set(['control-property-type']));
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

  const lines = /^Entities\/QuoteDetail\/SavedQueries\/\{e74128e4-6751-4a32-b1b9-67499e81433d\}\.xml$/;

  it('fetch columns of linked tables that exist', async () => {
    const faulty = edited(staged, lines, '<attribute name="bci_itemid" />', '<attribute name="bci_item" />');
    expect(await codesIn(faulty)).toEqual(['view-column-unknown', 'view-column-not-fetched']);
  });

  it('show columns of linked tables that they fetch, under the alias of the link', async () => {
    const faulty = edited(staged, lines, 'alias="product"', 'alias="item"');
    expect(await codesIn(faulty)).toEqual(['view-column-not-fetched', 'view-column-not-fetched']);
  });

  it('fetch their own table', async () => {
    const faulty = edited(staged, view, '<entity name="bci_customer">', '<entity name="bci_connection">');
    expect(await codesIn(faulty)).toEqual(['view-table']);
  });
});
