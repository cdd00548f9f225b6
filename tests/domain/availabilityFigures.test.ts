import { availabilityFigures, balanceEvents } from '../../domain/availabilityFigures';
import { calendarDate } from '../../domain/calendarDate';
import { allLocations } from '../../domain/projectedBalance';
import { quantityNumber, type Quantity } from '../../domain/quantity';
import type { Stock } from '../../domain/projectedBalance';
import { change, location, TODAY } from './stockBuilders';

function figuresAt(stock: Stock, date: string): Record<string, number> {
  const figures: Record<string, Quantity> = { ...availabilityFigures(stock, calendarDate(date)) };
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, quantityNumber(value)]));
}

const main = location(
  'MAIN',
  130,
  change('salesOrder', 50, '2026-11-20', '101005'),
  change('purchaseOrder', 12, '2026-11-10', '106003'),
  change('salesOrder', 30, '2026-11-28', '101009'),
  change('purchaseOrder', 120, '2026-12-04', '106012'),
  change('inTransit', 6, '2026-12-04', '1004'),
  change('transferShipment', 10, '2026-12-04', '1005'),
);
const east = location('EAST', 60, change('transferReceipt', 10, '2026-12-06', '1005'), change('salesReturn', 2, null));
const onTheWay = { ...location('OWN LOG.', 6), isInTransit: true };

describe('the figures of a location', () => {
  it('are those of Item Availability by Location, Balance at Date', () => {
    expect(figuresAt(main, '2026-11-23')).toEqual({ onHand: 130, promised: 50, incoming: 12, available: 92 });
    expect(figuresAt(main, '2026-12-04')).toEqual({ onHand: 130, promised: 90, incoming: 138, available: 178 });
    expect(figuresAt(east, '2026-12-06')).toEqual({ onHand: 60, promised: 0, incoming: 12, available: 72 });
  });

  it('leave transfers out for all locations together, and goods in transit in', () => {
    const all = allLocations([main, east, onTheWay]);
    expect(figuresAt(all, '2026-12-31')).toEqual({ onHand: 196, promised: 80, incoming: 134, available: 250 });
  });

  it('stay negative', () => {
    expect(figuresAt(location('WEST', -2, change('salesOrder', 10, null)), '2026-11-23')).toEqual({
      onHand: -2,
      promised: 10,
      incoming: 0,
      available: -12,
    });
  });
});

describe('the events of a location', () => {
  it('come by date with the balance after each, those of the past and without date marked', () => {
    const stock = location(
      'MAIN',
      10,
      change('salesOrder', 4, '2026-11-23', 'B'),
      change('salesOrder', 30, '2026-12-04', 'D'),
      change('purchaseOrder', 20, '2026-12-04', 'C'),
      change('purchaseOrder', 5, '2026-11-22', 'A'),
      change('salesReturn', 1, null),
    );
    const shown = balanceEvents(stock, TODAY).map(({ change: { documentNumber }, overdue, balance }) => [
      documentNumber,
      overdue,
      quantityNumber(balance),
    ]);
    expect(shown).toEqual([
      [null, true, 11],
      ['A', true, 16],
      ['B', false, 12],
      ['C', false, 32],
      ['D', false, 2],
    ]);
  });
});
