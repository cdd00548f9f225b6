import { checkSolution } from '../../tools/check/checkSolution';
import { added, codesIn, edited, findingsIn, findingsInPacked, removed, staged } from './stagedSolution';

// The whole solution is packed or validated in a test; that takes its time on a busy machine.
jest.setTimeout(60_000);

const manifest = /^Other\/Solution\.xml$/;

describe('The solution as it is', () => {
  it('has no findings', async () => {
    expect(await findingsInPacked(staged)).toEqual([]);
  });
});

describe('A finding', () => {
  it('says where it is, what is wrong, what comes of it and what to do', async () => {
    const faulty = edited(staged, manifest, 'schemaName="bci_customer"', 'schemaName="bci_costumer"');
    const finding = (await findingsIn(faulty)).find(({ code }) => code === 'root-without-part');
    expect(finding).toMatchObject({
      file: 'Other/Solution.xml',
      what: 'RootComponent type 1 bci_costumer is not in the sources.',
      why: 'The import stops: solution.xml promises a component that the zip does not hold.',
      remedy: 'Add the component, or remove the RootComponent.',
    });
    expect(finding?.line).toBeGreaterThan(1);
  });
});

describe('Components are checked against solution.xml', () => {
  it('finds a RootComponent without a part', async () => {
    const faulty = edited(staged, manifest, '<RootComponents>', '<RootComponents><RootComponent type="61" schemaName="bci_/gone.js" />');
    expect(await codesIn(faulty)).toEqual(['root-without-part']);
  });

  it('finds a part without a RootComponent', async () => {
    const faulty = edited(staged, manifest, /<RootComponent type="66"[^>]*>/, '');
    expect(await codesIn(faulty)).toEqual(['part-without-root']);
  });

  it('finds a RootComponent that is listed twice', async () => {
    const faulty = edited(staged, manifest, /(<RootComponent type="80"[^>]*>)/, '$1$1');
    expect(await codesIn(faulty)).toEqual(['root-repeated']);
  });

  it('finds a table that is not listed by its logical name', async () => {
    const faulty = edited(staged, manifest, 'schemaName="bci_customer"', 'schemaName="bci_Customer"');
    expect(await codesIn(faulty)).toEqual(expect.arrayContaining(['root-name-case', 'part-without-root']));
  });

  it('asks for an environment variable to be listed', async () => {
    const faulty = added(staged, 'environmentvariabledefinitions/bci_Url/environmentvariabledefinition.xml', '<environmentvariabledefinition />');
    expect(await codesIn(faulty)).toEqual(['part-without-root']);
  });
});

describe('Names', () => {
  it('must carry the prefix of the publisher', async () => {
    const faulty = edited(staged, /WebResources\/.*app\.svg\.data\.xml$/, '<Name>bci_/', '<Name>new_/');
    expect(await codesIn(faulty)).toContain('name-without-prefix');
  });

  it("must not begin as Microsoft's Business Central tables do", async () => {
    const faulty = edited(staged, /Entities\/bci_Customer\/Entity\.xml$/, '<Name>bci_ConnectionSystemIdKey<', '<Name>nav_Key<');
    expect(await codesIn(faulty)).toEqual(['reserved-name']);
  });

  it('of entries of the site map neither', async () => {
    const faulty = edited(staged, /AppModuleSiteMap\.xml$/, '<SubArea Id="bci_customer"', '<SubArea Id="nav_bci_customer"');
    expect(await codesIn(faulty)).toEqual(['reserved-name']);
  });

  it('of choice values stay in the range of the publisher', async () => {
    const faulty = edited(staged, /Entities\/bci_Customer\/Entity\.xml$/, 'value="727000001"', 'value="100000001"');
    expect(await codesIn(faulty)).toEqual(['option-value-range']);
  });
});

describe('Identifiers', () => {
  it('must be GUIDs', async () => {
    const faulty = edited(staged, /Account\/FormXml/, /<tab name="summary" id="\{/, '<tab name="summary" id="{zz');
    expect(await codesIn(faulty)).toEqual(['guid-malformed']);
  });

  it('must not be used twice', async () => {
    const ids = /<tab name="summary" id="(\{[^}]+\})"([\s\S]*?)<section name="account_information" id="\{[^}]+\}"/;
    const faulty = edited(staged, /Account\/FormXml/, ids, '<tab name="summary" id="$1"$2<section name="account_information" id="$1"');
    expect(await codesIn(faulty)).toEqual(['guid-duplicate']);
  });

  it('name the file of a form', async () => {
    const path = [...staged.keys()].find((file) => file.startsWith('Entities/Account/FormXml/')) ?? '';
    const renamed = new Map([...staged].map(([file, content]) => [file === path ? `${path.slice(0, -7)}ff}.xml` : file, content]));
    expect(await codesIn(renamed)).toEqual(['guid-file-name']);
  });
});

describe('Tables and relationships', () => {
  it('miss the relationship of a lookup', async () => {
    const unnamed = edited(staged, /^Other\/Relationships\.xml$/, '<EntityRelationship Name="bci_salesperson_customer" />', '');
    const faulty = removed(unnamed, /^Other\/Relationships\/bci_Salesperson\.xml$/);
    expect(await codesIn(faulty)).toContain('lookup-without-relationship');
  });

  it('miss the lookup of a relationship', async () => {
    const faulty = edited(staged, /Relationships\/bci_Salesperson\.xml$/, '<ReferencingAttributeName>bci_SalespersonId<', '<ReferencingAttributeName>bci_SellerId<');
    expect(await codesIn(faulty)).toEqual(expect.arrayContaining(['relationship-without-lookup', 'lookup-without-relationship']));
  });

  it('miss the table at an end of a relationship', async () => {
    const faulty = edited(staged, /Relationships\/bci_Salesperson\.xml$/, '<ReferencedEntityName>bci_Salesperson<', '<ReferencedEntityName>bci_Seller<');
    expect(await codesIn(faulty)).toContain('relationship-table-unknown');
  });

  it('miss a column of an alternate key', async () => {
    const faulty = edited(staged, /bci_Customer\/Entity\.xml$/, '<AttributeName>bci_systemid<', '<AttributeName>bci_id<');
    expect(await codesIn(faulty)).toEqual(['key-column-unknown']);
  });
});

describe('Tables and columns that Dataverse could not make', () => {
  const table = /bci_Customer\/Entity\.xml$/;

  it.each([
    ['an ownership that is unknown', '<OwnershipTypeMask>UserOwned<', '<OwnershipTypeMask>PersonOwned<', 'table-invalid'],
    ['no set name', '<EntitySetName>bci_customers<', '<EntitySetName><', 'table-invalid'],
    ['no primary name', 'PrimaryName|', '', 'table-invalid'],
    ['another name inside', '<entity Name="bci_Customer">', '<entity Name="bci_customer">', 'table-invalid'],
    ['a level that is unknown', '<RequiredLevel>required<', '<RequiredLevel>mandatory<', 'column-invalid'],
    ['a text without length', /<MaxLength>20<\/MaxLength>/, '<MaxLength>0</MaxLength>', 'column-invalid'],
    ['an amount with too many decimals', /<Accuracy>3</, '<Accuracy>11<', 'column-invalid'],
    ['a date of unknown behavior', /<Behavior>\d</, '<Behavior>7<', 'column-invalid'],
    ['capitals in a logical name', '<LogicalName>bci_balance<', '<LogicalName>bci_Balance<', 'column-invalid'],
  ])('%s', async (_name, from, to, code) => {
    expect(await codesIn(edited(staged, table, from, to))).toContain(code);
  });
});

describe('A file that is not well-formed', () => {
  it('is the only finding, with its line', async () => {
    const faulty = new Map([...staged, ['Roles/Broken.xml', Buffer.from('<Role>\n<a></Role>')]]);
    const zip = { name: 'x.zip', entries: new Map(), size: 1 };
    const findings = await checkSolution(faulty, zip, zip, undefined);
    expect(findings.map(({ code, file }) => [code, file])).toEqual([['xml-malformed', 'Roles/Broken.xml']]);
  });
});
