import Big from 'big.js';
import fc from 'fast-check';
import { lineAmount, percentOf, scale } from '../../../sandbox/businesscentral/ledger/amounts';
import { addDays, addMonths, applyDateFormula, daysBetween } from '../../../sandbox/businesscentral/ledger/dates';
import { remainingAmount, remainingAmountLocal } from '../../../sandbox/businesscentral/ledger/entries';
import {
  agedAmounts,
  balanceDue,
  balanceLocal,
  overdueLocal,
  salesLocal,
} from '../../../sandbox/businesscentral/ledger/figures';
import type { Company } from '../../../sandbox/businesscentral/model/company';
import { createDocument } from '../../../sandbox/businesscentral/posting/drafts';
import { cancelInvoice, postInvoice } from '../../../sandbox/businesscentral/posting/invoices';
import { invoiceOrder, shipOrder } from '../../../sandbox/businesscentral/posting/orders';
import { postCreditMemo, postPayment } from '../../../sandbox/businesscentral/posting/payments';
import { PostingError } from '../../../sandbox/businesscentral/posting/postingError';
import { customer, invoiced, smallCompany } from './smallCompany';

const entriesOf = (company: Company, number: string) => company.accounts.byNumber(number)?.entries ?? [];

describe('amounts', () => {
  it('round half away from zero to the currency', () => {
    expect(lineAmount(3, 0.335, 0)).toBe(101);
    expect(lineAmount(-3, 0.335, 0)).toBe(-101);
    expect(lineAmount(1.5, 19.99, 12.5)).toBe(2624);
    expect(lineAmount(3, 12_571.4, 0, 1)).toBe(3_771_400);
    expect(percentOf(333, 25)).toBe(83);
    expect(scale(10_000, 0.870721, 1)).toBe(8707);
  });

  it('are the same by the quick way and by decimal arithmetic', () => {
    const hundredths = (exact: Big) => exact.times(100).round(0, 1).toNumber();
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 100 }),
        (quantity, thousandths, discount) => {
          const price = thousandths / 1000;
          const exact = new Big(quantity)
            .times(price)
            .times(100 - discount)
            .div(100);
          expect(lineAmount(quantity, price, discount)).toBe(hundredths(exact) + 0);
        },
      ),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026-01-31', '1M', '2026-02-28'],
    ['2028-01-31', '1M', '2028-02-29'],
    ['2026-07-15', 'CM', '2026-07-31'],
    ['2026-07-15', '-CM', '2026-07-01'],
    ['2026-07-15', 'CM+8D', '2026-08-08'],
    ['2026-07-15', '-30D', '2026-06-15'],
    ['2026-07-15', '2W', '2026-07-29'],
    ['2028-02-29', '1Y', '2029-02-28'],
    ['2026-07-15', '0D', '2026-07-15'],
    ['2026-07-15', '', '2026-07-15'],
  ])('%s %s is %s', (date, formula, expected) => {
    expect(applyDateFormula(date, formula)).toBe(expected);
  });

  it('refuse formulas they do not know', () => {
    expect(() => applyDateFormula('2026-07-15', 'D8')).toThrow(RangeError);
  });

  it('count days over leap years', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
  });
});

describe('the ledger of a customer in local currency', () => {
  /*
   * Worked by hand, with 20 % tax and the work date 2026-07-15:
   *   invoice 1  100.00 + 20.00 = 120.00, due 2026-05-01 (75 days ago)
   *   invoice 2  200.00 + 40.00 = 240.00, due 2026-06-10 (35 days ago)
   *   invoice 3   50.00 + 10.00 =  60.00, due 2026-07-14 (yesterday)
   *   invoice 4   10.00 +  2.00 =  12.00, due 2026-07-15 (today: not overdue)
   *   payment of 2026-06-20, 150.00: 120.00 to invoice 1, 30.00 to invoice 2
   *   credit memo of 2026-07-15, 5.00 + 1.00, not applied
   */
  const company = smallCompany(customer('A'));
  for (const [date, price, dueDate] of [
    ['2025-12-01', 100, '2026-05-01'],
    ['2026-05-27', 200, '2026-06-10'],
    ['2026-06-30', 50, '2026-07-14'],
    ['2026-07-01', 10, '2026-07-15'],
  ] as const) {
    invoiced(company, 'A', { date, price, dueDate });
  }
  postPayment(company, { customerNumber: 'A', amount: 15_000, postingDate: '2026-06-20' });
  postCreditMemo(company, { customerNumber: 'A', amountWithoutTax: 500, appliesTo: [] });
  const entries = entriesOf(company, 'A');

  it('adds up to the balance', () => {
    expect(balanceLocal(entries)).toBe(12_000 + 24_000 + 6_000 + 1_200 - 15_000 - 600);
    expect(balanceDue(entries)).toBe(27_600);
  });

  it('applies a payment to the oldest due first', () => {
    expect(
      entries.map(({ documentType, ...entry }) => [documentType, remainingAmount({ documentType, ...entry })]),
    ).toEqual([
      ['Invoice', 0],
      ['Invoice', 21_000],
      ['Invoice', 6_000],
      ['Invoice', 1_200],
      ['Payment', 0],
      ['Credit Memo', -600],
    ]);
  });

  it('counts as overdue what was due before the work date', () => {
    expect(overdueLocal(entries, '2026-07-15')).toBe(27_000);
    expect(overdueLocal(entries, '2026-07-16')).toBe(27_600);
  });

  it('puts each entry in the bucket of its age', () => {
    expect(agedAmounts(entries, '2026-07-15', '30D')).toEqual({
      current: 1_200 - 600,
      period1: 6_000,
      period2: 21_000,
      period3: 0,
    });
    expect(agedAmounts(entries, '2026-05-01', '30D').current).toBe(27_600);
  });

  it('counts sales without tax between two days, credit memos against them', () => {
    expect(salesLocal(entries, '2026-01-01', '2026-07-15')).toBe(20_000 + 5_000 + 1_000 - 500);
    expect(salesLocal(entries, '2025-01-01', '2025-12-31')).toBe(10_000);
    expect(salesLocal(entries, undefined, '2026-07-14')).toBe(36_000);
  });
});

describe('the ledger of a customer in euro', () => {
  it('closes in local currency, too, when the rate moved between invoice and payment', () => {
    const company = smallCompany(customer('E', { currencyCode: 'EUR', taxPercent: 0 }));
    // 1,000.00 EUR at 0.80 = 800.00 GBP; 400.00 EUR are paid at 0.90 = 360.00 GBP, 600.00 EUR at 0.85 = 510.00 GBP.
    invoiced(company, 'E', { date: '2026-04-01', price: 1_000 });
    postPayment(company, { customerNumber: 'E', amount: 40_000, currencyCode: 'EUR', postingDate: '2026-05-10' });
    const [invoice, payment] = entriesOf(company, 'E');
    expect(invoice && [remainingAmount(invoice), remainingAmountLocal(invoice)]).toEqual([60_000, 48_000]);
    expect(payment && [remainingAmount(payment), remainingAmountLocal(payment)]).toEqual([0, 0]);
    expect(payment?.details.map(({ type, amountLocal }) => [type, amountLocal])).toEqual([
      ['Initial Entry', -36_000],
      ['Application', 32_000],
      ['Realized Gain', 4_000],
    ]);
    expect(balanceLocal(entriesOf(company, 'E'))).toBe(48_000);
    postPayment(company, { customerNumber: 'E', amount: 60_000, currencyCode: 'EUR' });
    expect(balanceLocal(entriesOf(company, 'E'))).toBe(0);
    expect(salesLocal(entriesOf(company, 'E'), undefined, undefined)).toBe(80_000);
  });

  it('is not posted without a rate', () => {
    const company = smallCompany(customer('E', { currencyCode: 'EUR' }));
    expect(() => invoiced(company, 'E', { date: '2025-12-31', price: 1 })).toThrow('Currency Exchange Rate');
    expect(entriesOf(company, 'E')).toEqual([]);
  });

  it('stays consistent whatever is paid and when', () => {
    const day = fc.integer({ min: 0, max: 190 }).map((offset) => addDays('2026-01-01', offset));
    fc.assert(
      fc.property(
        fc.array(fc.record({ date: day, price: fc.integer({ min: 1, max: 99_999 }) }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.record({ date: day, amount: fc.integer({ min: 1, max: 300_000 }) }), { maxLength: 6 }),
        (invoices, payments) => {
          const company = smallCompany(customer('E', { currencyCode: 'EUR' }));
          invoices.forEach(({ date, price }) => invoiced(company, 'E', { date, price: price / 100 }));
          payments.forEach(({ date, amount }) =>
            postPayment(company, { customerNumber: 'E', amount, currencyCode: 'EUR', postingDate: date }),
          );
          const entries = entriesOf(company, 'E');
          for (const entry of entries) {
            const sign = entry.documentType === 'Invoice' ? 1 : -1;
            expect(remainingAmount(entry) * sign).toBeGreaterThanOrEqual(0);
            expect(remainingAmount(entry) !== 0 || remainingAmountLocal(entry) === 0).toBe(true);
          }
          const aged = agedAmounts(entries, '2026-07-15', '30D');
          expect(aged.current + aged.period1 + aged.period2 + aged.period3).toBe(balanceLocal(entries));
          expect(overdueLocal(entries, '2026-07-15')).toBe(aged.period1 + aged.period2 + aged.period3);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('documents', () => {
  const order = (company: Company, customerNumber: string) =>
    createDocument(company, {
      kind: 'Order',
      customerNumber,
      lines: [
        { type: 'Item', number: '1896-S', quantity: 10, unitPrice: 100 },
        { type: 'Comment', description: 'Fragile' },
      ],
    });

  it('are shipped in parts, invoiced as far as shipped, and gone when all is invoiced', () => {
    const company = smallCompany(customer('A'));
    const { id } = order(company, 'A');
    shipOrder(company, id, new Map([[10_000, 4]]));
    invoiceOrder(company, id);
    expect(balanceLocal(entriesOf(company, 'A'))).toBe(48_000);
    const [open] = company.accounts.byNumber('A')?.orders ?? [];
    expect(open?.lines.map(({ shippedQuantity, invoicedQuantity }) => [shippedQuantity, invoicedQuantity])).toEqual([
      [4, 4],
      [0, 0],
    ]);
    expect(() => shipOrder(company, id, new Map([[10_000, 7]]))).toThrow('more than 6 units');
    shipOrder(company, id);
    invoiceOrder(company, id);
    expect(company.accounts.byNumber('A')?.orders).toEqual([]);
    expect(balanceLocal(entriesOf(company, 'A'))).toBe(120_000);
    expect(company.accounts.byNumber('A')?.invoices.map(({ orderNumber }) => orderNumber)).toEqual([
      '101005',
      '101005',
    ]);
  });

  it('of a customer who does not pay himself are owed by who pays', () => {
    const company = smallCompany(customer('A', { billToCustomerNumber: 'B' }), customer('B'));
    invoiced(company, 'A', { date: '2026-07-01', price: 100 });
    expect([balanceLocal(entriesOf(company, 'A')), balanceLocal(entriesOf(company, 'B'))]).toEqual([0, 12_000]);
    expect(company.accounts.byNumber('B')?.invoices[0]).toMatchObject({
      sellToCustomerNumber: 'A',
      billToCustomerNumber: 'B',
    });
  });

  it('are refused for blocked customers as far as the block goes', () => {
    const company = smallCompany(
      customer('S', { blocked: 'Ship' }),
      customer('I', { blocked: 'Invoice' }),
      customer('X', { blocked: 'All' }),
    );
    expect(() => shipOrder(company, order(company, 'S').id)).toThrow('blocked with type Ship');
    const { id } = order(company, 'I');
    shipOrder(company, id);
    expect(() => invoiceOrder(company, id)).toThrow('blocked with type Invoice');
    expect(() => order(company, 'X')).toThrow(PostingError);
  });

  it('are canceled by a credit memo that closes both', () => {
    const company = smallCompany(customer('A'));
    const id = invoiced(company, 'A', { date: '2026-07-01', price: 100 });
    cancelInvoice(company, id);
    expect(entriesOf(company, 'A').map(remainingAmount)).toEqual([0, 0]);
    expect(salesLocal(entriesOf(company, 'A'), undefined, undefined)).toBe(0);
    expect(() => cancelInvoice(company, id)).toThrow('already been canceled');
  });

  it('cannot be posted twice, empty or unknown', () => {
    const company = smallCompany(customer('A'));
    const id = invoiced(company, 'A', { date: '2026-07-01', price: 100 });
    expect(() => postInvoice(company, id)).toThrow('draft invoice only');
    expect(() => postInvoice(company, 'x')).toThrow('cannot be found');
    const empty = createDocument(company, { kind: 'Invoice', customerNumber: 'A' });
    expect(() => postInvoice(company, empty.id)).toThrow('nothing to post');
    expect(() => cancelInvoice(company, empty.id)).toThrow('posted invoice only');
  });

  it('take back what a failing transaction did', () => {
    const company = smallCompany(customer('A'));
    expect(() =>
      company.transaction(() => {
        invoiced(company, 'A', { date: '2026-07-01', price: 100 });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(company.accounts.byNumber('A')).toMatchObject({ invoices: [], entries: [] });
    invoiced(company, 'A', { date: '2026-07-01', price: 100 });
    expect(company.accounts.byNumber('A')?.invoices[0]?.number).toBe('103001');
  });
});
