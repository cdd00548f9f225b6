import fc from 'fast-check';
import { addItemEntry, inventoryOf } from '../../../sandbox/businesscentral/ledger/itemEntries';
import type { ItemLedgerEntry } from '../../../sandbox/businesscentral/ledger/itemEntries';
import { fromBaseQuantity, toBaseQuantity } from '../../../sandbox/businesscentral/ledger/quantities';

function entry(number: number, quantity: number, changes: Partial<ItemLedgerEntry> = {}): ItemLedgerEntry {
  return {
    number,
    type: 'Positive Adjmt.',
    documentType: ' ',
    documentNumber: '',
    orderLineId: '',
    sourceType: ' ',
    sourceNumber: '',
    postingDate: '2026-07-01',
    locationCode: 'MAIN',
    quantity,
    remainingQuantity: quantity,
    invoicedQuantity: 0,
    unitOfMeasureCode: 'PCS',
    quantityPerUnit: 1,
    costAmount: 0,
    salesAmount: 0,
    ...changes,
  };
}

function ledger(...entries: readonly ItemLedgerEntry[]): readonly ItemLedgerEntry[] {
  return entries.reduce<readonly ItemLedgerEntry[]>(addItemEntry, []);
}

const remaining = (entries: readonly ItemLedgerEntry[]) => entries.map(({ remainingQuantity }) => remainingQuantity);

describe('item ledger entries', () => {
  it('are applied to the oldest receipt first, by posting date and then by number', () => {
    expect(remaining(ledger(entry(1, 5), entry(2, 5, { postingDate: '2026-06-01' }), entry(3, -7)))).toEqual([3, 0, 0]);
    expect(remaining(ledger(entry(1, 5), entry(2, 5), entry(3, -7)))).toEqual([0, 3, 0]);
  });

  it('stay open as negative stock until a receipt closes them', () => {
    expect(remaining(ledger(entry(1, -4)))).toEqual([-4]);
    expect(remaining(ledger(entry(1, -4), entry(2, 3), entry(3, 3)))).toEqual([0, 0, 2]);
  });

  it('are applied within their location', () => {
    expect(remaining(ledger(entry(1, 5), entry(2, -2, { locationCode: '' })))).toEqual([5, -2]);
  });

  it('sum up to the same stock by quantity and by what remains', () => {
    const quantities = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom('', 'MAIN')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(quantities, (movements) => {
        const entries = ledger(
          ...movements
            .filter(([quantity]) => quantity !== 0)
            .map(([quantity, locationCode], place) => entry(place + 1, quantity, { locationCode })),
        );
        for (const code of ['', 'MAIN']) {
          const there = entries.filter(({ locationCode }) => locationCode === code);
          expect(remaining(there).reduce((sum, one) => sum + one, 0)).toBe(inventoryOf(there));
          expect(there.every((one) => one.remainingQuantity * one.quantity >= 0)).toBe(true);
          const open = new Set(
            remaining(there)
              .map(Math.sign)
              .filter((sign) => sign !== 0),
          );
          expect(open.size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('base quantities', () => {
  it.each([
    [3, 10, 30],
    [13, 0.2, 2.6],
    [1, 1 / 3, 0.33333],
    [0.000005, 1, 0.00001],
    [-0.000005, 1, -0.00001],
  ])('%d of a unit of %d are %d', (quantity, perUnit, base) => {
    expect(fromBaseQuantity(toBaseQuantity(quantity, perUnit))).toBe(base);
  });
});
