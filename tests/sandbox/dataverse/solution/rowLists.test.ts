import { createSandboxOrganization } from './sandboxOrganization';
import { control, extension, form, lookup, column, packSolution, table, view, type SolutionSketch } from './solutionBuilder';

const formId = 'cccccccc-0000-4000-8000-000000000001';
const shipsView = 'cccccccc-0000-4000-8000-000000000002';
const gridId = '{cccccccc-0000-4000-8000-000000000003}';
const fleet = control('Sea.Fleet', '<data-set name="ships" /><property name="title" of-type="SingleLine.Text" usage="input" />');

interface List {
  readonly table?: string;
  readonly view?: string;
  readonly relationship?: string;
}

function parameters(list: List): string {
  return (
    `<ViewId>{${list.view ?? shipsView}}</ViewId><IsUserView>false</IsUserView>` +
    `<RelationshipName>${list.relationship ?? 'tst_account_ship'}</RelationshipName>` +
    `<TargetEntityType>${list.table ?? 'tst_ship'}</TargetEntityType>`
  );
}

const dataSet = (list: List, name = 'ships'): string => `<data-set name="${name}">${parameters(list)}</data-set>`;

/** An account's form with a grid of ships and a control in its place. */
function sketch(given: string, grid: List = {}, name = 'tst_Sea.Fleet'): SolutionSketch {
  const more =
    `<header><rows><row><cell id="{cccccccc-0000-4000-8000-000000000004}"><control id="grid" classid="{E7A81278-8635-4d9e-8D4D-59480B391C5B}" indicationOfSubgrid="true" uniqueid="${gridId}"><parameters>${parameters(grid)}</parameters></control></cell></row></rows></header>` +
    `<controlDescriptions><controlDescription forControl="${gridId}"><customControl formFactor="0" name="${name}"><parameters>${given}</parameters></customControl></controlDescription></controlDescriptions>`;
  return {
    roots: ['1/account/2', `60/${formId}`, '1/tst_ship', '66/tst_Sea.Fleet'],
    entities:
      extension('Account', { forms: form(formId, ['name'], more) }) +
      table('tst_Ship', { columns: column('tst_AccountId', 'lookup'), views: view(shipsView, 'tst_ship', ['tst_name']) }),
    relationships: lookup('tst_account_ship', 'tst_Ship', 'tst_AccountId', 'Account'),
    controls: fleet.element,
    parts: fleet.parts,
  };
}

const accountsView = (): string => {
  const views = createSandboxOrganization().catalog().views;
  return [...views.values()].find((known) => known.table === 'account')?.id ?? '';
};

test('a control takes its rows as a data set, by view and relationship', async () => {
  const organization = createSandboxOrganization();
  organization.bring(await packSolution(sketch(dataSet({}))));
  expect(organization.catalog().forms.get(formId)?.formXml).toContain('data-set');
});

test.each([
  ['a table that does not exist', { table: 'tst_boat' }, 'tst_boat'],
  ['a view that does not exist', { view: 'cccccccc-0000-4000-8000-00000000000f' }, 'cccccccc-0000-4000-8000-00000000000f'],
  ['a view of another table', { view: accountsView() }, 'shows account'],
  ['a relationship that does not exist', { relationship: 'tst_account_boat' }, 'tst_account_boat'],
  ['a relationship between other tables', { relationship: 'account_primary_contact' }, 'does not lead from account to tst_ship'],
])('a grid, a data set and one of Microsoft’s controls are refused with %s', async (_, list: List, words) => {
  const sketches = [
    sketch(dataSet({}), list),
    sketch(dataSet(list)),
    sketch(dataSet(list, 'Grid'), {}, 'MscrmControls.Grid.GridControl'),
  ];
  for (const one of sketches) {
    const refusal = createSandboxOrganization().refusal(await packSolution(one));
    expect(refusal.code).toBe('0x80048007');
    expect(refusal.message).toContain(words);
  }
});

test.each([
  ['a data set that its control does not have', dataSet({}, 'boats'), 'no property boats'],
  ['no data set', '', 'required property ships'],
  ['a data set given as a property', '<ships>name</ships>', 'no property ships'],
  ['a property given as a data set', dataSet({}) + dataSet({}, 'title'), 'no property title'],
])('a control is refused with %s', async (_, given, words) => {
  const refusal = createSandboxOrganization().refusal(await packSolution(sketch(given)));
  expect(refusal.code).toBe('0x80048007');
  expect(refusal.message).toContain(words);
});
