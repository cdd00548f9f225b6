import { lineColumns } from '../../controls/QuoteAvailability/lineColumns';
import { attributeOf, childrenOf, descendantsOf, textAt, type XmlElement } from '../../tools/xml/element';
import { englishOf, mainFormOf, viewsOf } from './sourceTree';

const linesView = viewsOf('QuoteDetail').find(
  (view) => englishOf(childrenOf(view, 'LocalizedNames')[0]) === 'Lines with Business Central items',
);

describe('The form of a quote', () => {
  const form = mainFormOf('Quote');
  const grids = descendantsOf(form, 'control').filter(
    (control) => attributeOf(control, 'indicationOfSubgrid') === 'true',
  );
  const describedBy = (grid: XmlElement | undefined): XmlElement[] => {
    const description = descendantsOf(form, 'controlDescription').find(
      (one) => attributeOf(one, 'forControl') === attributeOf(grid, 'uniqueid'),
    );
    return descendantsOf(description, 'customControl').filter((one) => attributeOf(one, 'name') !== '');
  };

  it.each([
    ['quotedetailsGrid', 'MscrmControls.Grid.GridControl', 'Grid'],
    ['quoteAvailability', 'bci_BusinessCentral.QuoteAvailability', 'lines'],
  ])('shows %s as %s over the lines of the quote on every device', (id, name, dataSet) => {
    const controls = describedBy(grids.find((grid) => attributeOf(grid, 'id') === id));
    expect(controls.map((control) => [attributeOf(control, 'name'), attributeOf(control, 'formFactor')])).toEqual(
      ['0', '1', '2'].map((formFactor) => [name, formFactor]),
    );
    for (const control of controls) {
      const given = descendantsOf(control, 'data-set')[0];
      expect(attributeOf(given, 'name')).toBe(dataSet);
      expect(textAt(given, 'RelationshipName')).toBe('quote_details');
    }
  });

  it('gives the lines of the control the view that it needs', () => {
    const grid = grids.find((one) => attributeOf(one, 'id') === 'quoteAvailability');
    const views = [grid, ...describedBy(grid)].map((one) => descendantsOf(one, 'ViewId')[0]?.text);
    expect(new Set(views)).toEqual(new Set([textAt(linesView, 'savedqueryid')]));
  });

  it('runs its script when it opens, with the execution context', () => {
    const [handler] = descendantsOf(form, 'Handler');
    expect(handler?.attributes).toMatchObject({
      functionName: 'BusinessCentral.Quote.onLoad',
      libraryName: 'bci_/forms/quote.js',
      passExecutionContext: 'true',
    });
  });
});

describe('The view of the lines', () => {
  it('shows every column that the control reads', () => {
    const cells = descendantsOf(linesView, 'cell').map((cell) => attributeOf(cell, 'name'));
    expect(cells).toEqual(expect.arrayContaining(lineColumns));
  });
});

describe('The forms of products and quotes', () => {
  it.each(['Product', 'Quote'])('%s: is a form of our own, offered to everyone and forced on no one', (table) => {
    const conditions = descendantsOf(mainFormOf(table), 'DisplayConditions')[0];
    expect(conditions?.children.map((child) => child.name)).toEqual(['Everyone']);
    expect(Number(attributeOf(conditions, 'Order'))).toBeGreaterThan(1);
  });
});

describe('The form of a product', () => {
  const form = mainFormOf('Product');
  const tab = descendantsOf(form, 'tab').find((one) => attributeOf(one, 'name') === 'availability');
  const control = descendantsOf(tab, 'control')[0];

  it('gives the control a tab of its own, on every device, with the plain lookup to fall back to', () => {
    expect(attributeOf(control, 'datafieldname')).toBe('bci_itemid');
    const description = descendantsOf(form, 'controlDescription')[0];
    expect(attributeOf(description, 'forControl')).toBe(attributeOf(control, 'uniqueid'));
    const [fallback, ...bound] = childrenOf(description, 'customControl');
    expect(attributeOf(fallback, 'id')).toBe('{270BD3DB-D9AF-4782-9025-509E298DEC0A}');
    expect(bound.map((one) => attributeOf(one, 'formFactor'))).toEqual(['0', '1', '2']);
    for (const one of bound) {
      expect(attributeOf(one, 'name')).toBe('bci_BusinessCentral.ItemAvailability');
      expect(textAt(one, 'parameters', 'item', 'BindAttribute')).toBe('bci_itemid');
    }
  });
});
