import { quantity, quantityText } from '../../domain/quantity';
import { baseQuantityOf, type SalesUnit } from '../../domain/unitOfMeasure';

const box: SalesUnit = { name: 'BOX', quantity: quantity(12), baseName: 'PCS' };

describe('a unit of Sales', () => {
  it.each<[string, SalesUnit, string, string | undefined]>([
    ['the base unit itself, in any case', { name: 'pcs', quantity: quantity(1), baseName: null }, 'PCS', '1'],
    ['a unit that holds base units', box, 'pcs', '12'],
    ['a unit that holds a part of one', { name: 'GR', quantity: quantity('0.001'), baseName: 'KG' }, 'KG', '0.001'],
    ['a unit of another kind', box, 'KG', undefined],
    [
      'the base of a group with another name',
      { name: 'Primary Unit', quantity: quantity(1), baseName: null },
      'PCS',
      undefined,
    ],
    ['a unit of which is not known what it holds', { ...box, quantity: null }, 'PCS', undefined],
    ['a unit that holds nothing', { ...box, quantity: quantity(0) }, 'PCS', undefined],
    ['nothing, where the item has no base unit', { name: '', quantity: quantity(1), baseName: '' }, '', undefined],
    // The item is counted in boxes: then a box is one, whatever it holds.
    ['the base unit although it holds others', box, 'BOX', '1'],
  ])('%s', (_case, unit, baseUnit, expected) => {
    const held = baseQuantityOf(quantity(1), unit, baseUnit);
    expect(held === null ? undefined : quantityText(held)).toBe(expected);
  });

  it('gives the base quantity of a line', () => {
    expect(baseQuantityOf(quantity('2.5'), box, 'PCS')).toBe(quantity(30));
    expect(baseQuantityOf(quantity('2.5'), box, 'KG')).toBeNull();
  });
});
