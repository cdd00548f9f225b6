import { parseManifest } from '../../../sandbox/salesclient/browser/controls/manifest';
import { controlParameters, type BoundRecord } from '../../../sandbox/salesclient/browser/controls/parameters';
import type { Changes, Entered } from '../../../sandbox/salesclient/browser/dataverse/record';
import type { CodeControl } from '../../../sandbox/salesclient/browser/form/formXml';
import { formatted, line, quoteDetail } from './quoteLines';

const manifest = parseManifest(
  `<manifest><control namespace="Space" constructor="Item">
    <property name="item" of-type="Lookup.Simple" usage="bound"/>
    <property name="quantity" of-type="Decimal" usage="input"/>
    <property name="date" of-type="DateAndTime.DateOnly" usage="input"/>
    <property name="location" of-type="SingleLine.Text" usage="input"/>
    <data-set name="lines"/><resources><code path="bundle.js"/></resources></control></manifest>`,
);

const stored: BoundRecord['row'] = line(1, {
  requestdeliveryby: '2026-07-01T23:00:00Z',
  [`requestdeliveryby${formatted}`]: '02/07/2026',
});

function rawOf(bindings: CodeControl['bindings'], entered: readonly [string, Entered][] = []): Record<string, unknown> {
  const changes: Changes = new Map(entered);
  const parameters = controlParameters(
    manifest,
    { name: 'pfx_Space.Item', bindings },
    { table: quoteDetail, row: stored, changes },
  );
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      typeof parameter === 'object' && parameter !== null && 'raw' in parameter ? parameter.raw : undefined,
    ]),
  );
}

const item = { item: { column: 'productid' } };

describe('The parameters of a code component', () => {
  it('have no value where the form binds nothing', () => {
    expect(rawOf(item)).toMatchObject({ quantity: null, date: null, location: null });
    expect(rawOf({})).toMatchObject({ item: [] });
  });

  it('give the values of bound columns in the types of the platform', () => {
    const bindings = { ...item, quantity: { column: 'quantity' }, date: { column: 'requestdeliveryby' } };
    expect(rawOf(bindings)).toMatchObject({
      item: [{ id: 'product-1', name: 'P1', entityType: 'product' }],
      quantity: 10,
      date: new Date(2026, 6, 2),
    });
  });

  it('give what was entered and not saved, an emptied value included', () => {
    const bindings = { ...item, quantity: { column: 'quantity' }, location: { column: 'productdescription' } };
    const entered: [string, Entered][] = [
      ['quantity', null],
      ['productdescription', 'MAIN'],
      ['productid', { lookup: null }],
    ];
    expect(rawOf(bindings, entered)).toMatchObject({ item: [], quantity: null, location: 'MAIN' });
  });

  it('give what the form itself says, as a number where the component wants one', () => {
    const bindings = {
      ...item,
      quantity: { value: '2.5', type: 'Decimal' },
      location: { value: 'EAST', type: 'SingleLine.Text' },
    };
    expect(rawOf(bindings)).toMatchObject({ quantity: 2.5, location: 'EAST' });
    expect(rawOf({ ...item, quantity: { value: '', type: 'Decimal' } })).toMatchObject({ quantity: null });
  });

  it('leave data sets to the subgrid', () => {
    expect(manifest.dataSets).toEqual(['lines']);
    expect(Object.keys(rawOf(item))).not.toContain('lines');
  });
});
