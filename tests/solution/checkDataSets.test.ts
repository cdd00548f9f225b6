import { codesIn, edited, staged } from './stagedSolution';

const quoteForm = /^Entities\/Quote\/FormXml\/main\//;
const accountForm = /^Entities\/Account\/FormXml\/main\//;
const parameters = /<data-set name="lines">[\s\S]*?<\/data-set>/g;

/** The quote's form with a text of the control's data sets replaced, on every device. */
function withDataSet(from: string | RegExp, to: string): Map<string, Uint8Array> {
  const path = [...staged.keys()].find((file) => file.startsWith("Entities/Quote/FormXml/main/")) ?? '';
  const form = Buffer.from(staged.get(path) ?? '').toString();
  const changed = form.replace(parameters, (dataSet) => dataSet.replace(from, to));
  if (changed === form) throw new Error(`No data set of the form holds ${String(from)}.`);
  return new Map([...staged, [path, Buffer.from(changed)]]);
}

const thrice = (code: string): string[] => [code, code, code];

describe('Data sets of controls', () => {
  it('are faultless as they are', async () => {
    expect(await codesIn(staged)).toEqual([]);
  });

  it('are those of the manifest', async () => {
    const codes = await codesIn(withDataSet('name="lines"', 'name="rows"'));
    expect(codes.sort()).toEqual([...thrice('control-property-missing'), ...thrice('control-property-unknown')]);
  });

  it('are given to a control that needs one', async () => {
    expect(await codesIn(withDataSet(/[\s\S]+/, ''))).toEqual(thrice('control-property-missing'));
  });

  it('are not given as a property', async () => {
    const codes = await codesIn(withDataSet(/[\s\S]+/, '<lines>productid</lines>'));
    expect(codes).toEqual(thrice('control-property-unknown'));
  });

  it('list rows by a view of their table', async () => {
    const ofProducts = '<ViewId>{cb6d7642-bb6b-4440-998b-b96d405bff2d}</ViewId>';
    expect(await codesIn(withDataSet(/<ViewId>.*<\/ViewId>/, ofProducts))).toEqual(thrice('subgrid-view-unknown'));
  });

  it('list rows of a table that exists', async () => {
    const codes = await codesIn(withDataSet('>quotedetail<', '>bci_quotedetail<'));
    expect(new Set(codes)).toEqual(new Set(['subgrid-table-unknown', 'subgrid-view-unknown']));
  });

  it('follow a relationship that exists', async () => {
    const codes = await codesIn(withDataSet('>quote_details<', '>bci_quote_details<'));
    expect(codes).toEqual(thrice('subgrid-relationship-unknown'));
  });

  it('follow a relationship from the table of the form to theirs', async () => {
    const codes = await codesIn(withDataSet('>quote_details<', '>bci_location_quotedetail<'));
    expect(codes).toEqual(thrice('subgrid-relationship-ends'));
  });

  it('stand in the place of a subgrid', async () => {
    const form = [...staged.keys()].find((file) => file.startsWith("Entities/Quote/FormXml/main/")) ?? '';
    const id = /id="quoteAvailability"[^>]*uniqueid="(\{[^}]+\})"/.exec(Buffer.from(staged.get(form) ?? '').toString())?.[1];
    const inPlace = edited(staged, quoteForm, `indicationOfSubgrid="true" uniqueid="${id}"`, `uniqueid="${id}"`);
    expect(await codesIn(inPlace)).toEqual(['control-data-set-place']);
  });

  it('of Microsoft’s own controls are checked as well', async () => {
    const faulty = edited(staged, quoteForm, /(<data-set name="Grid">\s*<ViewId>)\{[^}]+\}/, '$1{cb6d7642-bb6b-4440-998b-b96d405bff2d}');
    expect(await codesIn(faulty)).toEqual(['subgrid-view-unknown']);
  });
});

describe('Properties of a field', () => {
  it('are not given as a data set', async () => {
    const faulty = edited(staged, accountForm, /<customer>[\s\S]*?<\/customer>/, '<data-set name="customer" />');
    expect((await codesIn(faulty)).sort()).toEqual(['control-data-set-place', 'control-property-unknown']);
  });
});
