import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { axe, toHaveNoViolations } from 'jest-axe';
import { balanceDays } from '../../controls/ItemAvailability/view/balanceDays';
import { chartOf } from '../../controls/ItemAvailability/view/chart';
import { addDays, calendarDate } from '../../domain/calendarDate';
import { receiptKinds, requirementKinds, type ScheduledChange } from '../../domain/itemAvailability';
import { quantity, quantityText } from '../../domain/quantity';
import { availabilityRow } from '../dataverse/itemRows';
import { mountItem, platformWithItem, schedule } from './itemPlatform';
import { NOW } from './mountedControl';

expect.extend(toHaveNoViolations);

const today = calendarDate('2026-11-23');

const change = fc.record({
  kind: fc.constantFrom(...receiptKinds, ...requirementKinds),
  date: fc.option(fc.integer({ min: -30, max: 900 }).map((days) => addDays(today, days))),
  quantity: fc.integer({ min: 1, max: 5000 }).map((value) => quantity(value)),
  documentNumber: fc.constantFrom('106012', '1', null),
});

describe('the chart', () => {
  it('gives labels places inside of it where none covers another, at every width', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.integer({ min: -500, max: 5000 }),
        fc.option(fc.integer({ min: 1, max: 9000 })),
        fc.integer({ min: 200, max: 1200 }),
        (changes: readonly ScheduledChange[], onHand, asked, width) => {
          const stock = { inventory: quantity(onHand), schedule: changes };
          const days = balanceDays(stock, today);
          const { labels, points } = chartOf(stock.inventory, days, asked === null ? null : quantity(asked), width, {
            asked: 'asked 120',
            dayOf: ({ day }) => day.slice(5),
            changeOf: (day) => (day.entries.length === 0 ? '' : `${quantityText(day.change)} 106012`),
          });
          expect(points).toHaveLength(days.length);
          for (const { x, y } of points) {
            expect(x >= 0 && x <= width && y >= 0 && y <= 200).toBe(true);
          }
          labels.forEach((a, index) => {
            expect(a.x >= 0 && a.x + a.width <= width + 0.001 && a.y > 0 && a.y <= 200).toBe(true);
            for (const b of labels.slice(index + 1)) {
              const touches = a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < 13;
              expect(touches).toBe(false);
            }
          });
          expect(labels.filter(({ kind }) => kind === 'change' || kind === 'late').length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });

  it('ends at what all documents together leave, and counts overdue ones as of today', () => {
    const days = balanceDays(
      {
        inventory: quantity(10),
        schedule: [
          { kind: 'purchaseOrder', date: calendarDate('2026-11-03'), quantity: quantity(5), documentNumber: '1' },
          { kind: 'salesOrder', date: null, quantity: quantity(2), documentNumber: '2' },
          { kind: 'salesOrder', date: calendarDate('2026-12-01'), quantity: quantity(20), documentNumber: '3' },
        ],
      },
      today,
    );
    expect(days.map(({ day, change: sum, balance }) => [day, quantityText(sum), quantityText(balance)])).toEqual([
      ['2026-11-23', '3', '13'],
      ['2026-12-01', '-20', '-7'],
    ]);
  });
});

describe('on the form', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  const main = availabilityRow('MAIN', 20, {
    bci_schedule: schedule(
      ['', 'salesReturn', '1', 'R1'],
      ['2026-11-03', 'purchaseOrder', '120', '106012'],
      ['2026-11-28', 'salesOrder', '160', '101009'],
      ['2026-12-04', 'purchaseOrder', '200'],
    ),
  });
  const platform = (): ReturnType<typeof platformWithItem> => platformWithItem({ bci_item_itemavailability: [main] });

  it('the chart sums itself up, draws the quantity asked for and marks what is overdue', async () => {
    await mountItem(platform());
    expect(screen.getByRole('img')).toHaveAccessibleName(
      [
        'Projected balance',
        '23 November: +1 sales return order R1 overdue; +120 purchase order 106012 overdue. Balance 141.',
        '28 November: -160 sales order 101009. Balance -19.',
        '4 December: +200 purchase order (several). Balance 181.',
      ].join(' · '),
    );
    expect(document.querySelector('.bci-asked')).toBeNull();
    fireEvent.change(screen.getByLabelText(/^Quantity/), { target: { value: '150' } });
    expect(document.querySelector('.bci-asked')).not.toBeNull();
    expect(document.querySelector('.bci-asked-label')).toHaveTextContent('asked 150');
    expect(document.querySelector('.bci-late-label')).toHaveTextContent('+121 overdue');
    expect(Array.from(document.querySelectorAll('.bci-change-label'), (label) => label.textContent)).toEqual([
      '+200',
      '-160 101009',
    ]);
    expect(Array.from(document.querySelectorAll('.bci-day-label'), (label) => label.textContent)).toEqual([
      '23 Nov',
      '4 Dec',
      '28 Nov',
    ]);
  });

  it('tells all about the day that is pointed at', async () => {
    await mountItem(platform());
    const days = screen.getByRole('slider', { name: 'Days of the chart' });
    const told = (): string | null => document.querySelector('.bci-day')?.textContent ?? null;
    expect(told()).toBe(
      '23 November: +1 sales return order R1 overdue; +120 purchase order 106012 overdue. Balance 141.',
    );
    fireEvent.change(days, { target: { value: '2' } });
    expect(told()).toBe('4 December: +200 purchase order (several). Balance 181.');
    expect(days).toHaveAttribute('aria-valuetext', told());
    const chart = document.querySelector('.bci-chart');
    if (chart) fireEvent.mouseMove(chart, { clientX: 230 });
    expect(told()).toBe('28 November: -160 sales order 101009. Balance -19.');
  });

  it('is a table for those who want one', async () => {
    await mountItem(platform());
    const button = screen.getByRole('button', { name: 'Show as a table' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    fireEvent.click(button);
    const rows = screen.getAllByRole<HTMLTableElement>('table')[1]?.rows ?? [];
    expect(Array.from(rows, (row) => Array.from(row.cells, ({ textContent }) => textContent))).toEqual([
      ['Date', 'Document', 'Change', 'Balance'],
      ['On hand', '20'],
      ['No dateoverdue', 'sales return order R1', '+1', '21'],
      ['3 Novemberoverdue', 'purchase order 106012', '+120', '141'],
      ['28 November', 'sales order 101009', '-160', '-19'],
      ['4 December', 'purchase order (several)', '+200', '181'],
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Hide the table' }));
    expect(screen.getAllByRole('table')).toHaveLength(1);
  });

  it('everything is reached with the keyboard, in reading order', async () => {
    jest.useRealTimers();
    await mountItem(platform());
    fireEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
    const user = userEvent.setup();
    const reached: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      await user.tab();
      const element = document.activeElement;
      reached.push(`${element?.tagName ?? ''} ${element?.getAttribute('type') ?? ''}`.trim());
    }
    expect(reached).toEqual([
      'BUTTON button',
      'A',
      'INPUT',
      'INPUT date',
      'SELECT',
      'INPUT range',
      'BUTTON button',
      'DIV',
    ]);
  });

  it.each([
    ['figures', {}],
    ['every mark', { bci_blocked: true, statecode: 1, bci_stale: true }],
    ['only a total', { bci_availability: 727000001, bci_unavailablereason: 'sourceMissing' }],
    ['a service', { bci_availability: 727000002, bci_type: 727000001 }],
  ])('has no violation with %s', async (_name, columns) => {
    jest.useRealTimers();
    const { view } = await mountItem(platformWithItem({ bci_item_itemavailability: [main], ...columns }));
    for (const button of screen.queryAllByRole('button', { name: 'Show as a table' })) fireEvent.click(button);
    for (const field of screen.queryAllByLabelText(/^Quantity/)) fireEvent.change(field, { target: { value: 'x' } });
    expect(await axe(view.container)).toHaveNoViolations();
  });
});
