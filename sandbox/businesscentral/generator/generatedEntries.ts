import { daysBetween } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import { remainingAmount } from '../ledger/entries';
import type { LedgerEntry } from '../ledger/entries';
import { amountsOfDocument } from '../model/documents';
import type { SalesDocument } from '../model/documents';
import { toLocalCurrency } from '../model/exchange';
import type { CompanySetup } from '../model/setup';
import { applyEntries } from '../posting/application';
import { firstPaymentNumber } from './entryNumbers';
import type { Generation } from './generation';

/** The entries of the posted invoices, most of the older ones paid, some in part. */
export function generatedEntries(
  generation: Generation,
  index: number,
  invoices: readonly SalesDocument[],
): readonly LedgerEntry[] {
  const { setup, days } = generation;
  const random = generation.random(index, 'entries');
  const posted = invoices.filter(({ ledgerEntryNumber }) => ledgerEntryNumber !== undefined);
  return posted.flatMap((invoice, ordinal): readonly LedgerEntry[] => {
    const entry = invoiceEntry(setup, invoice);
    const owed = remainingAmount(entry);
    const daysOpen = random.whole(1, 70);
    const paidOn = days.ago(daysBetween(invoice.postingDate, days.today) - daysOpen);
    const share = random.chance(0.08) ? 0.5 : 1;
    if (paidOn > days.today || random.chance(0.06)) {
      return [entry];
    }
    const payment = paymentEntry(setup, entry, Math.round(owed * share), paidOn, {
      number: firstPaymentNumber(index) + ordinal,
      documentNumber: `P${index * 8 + ordinal + 1}`,
    });
    const applied = applyEntries(payment, entry, paidOn);
    return [applied.debit, applied.credit];
  });
}

function paymentEntry(
  setup: CompanySetup,
  { currencyCode }: LedgerEntry,
  amount: number,
  paidOn: CalendarDate,
  numbers: Pick<LedgerEntry, 'number' | 'documentNumber'>,
): LedgerEntry {
  return {
    number: numbers.number,
    postingDate: paidOn,
    dueDate: paidOn,
    documentType: 'Payment',
    documentNumber: numbers.documentNumber,
    documentId: '',
    currencyCode,
    salesLocal: 0,
    details: [
      {
        postingDate: paidOn,
        type: 'Initial Entry',
        amount: -amount,
        amountLocal: -toLocalCurrency(setup, amount, currencyCode, paidOn),
      },
    ],
  };
}

function invoiceEntry(setup: CompanySetup, invoice: SalesDocument): LedgerEntry {
  const { currencyCode, postingDate } = invoice;
  const amounts = amountsOfDocument(invoice);
  return {
    number: invoice.ledgerEntryNumber ?? 0,
    postingDate,
    dueDate: invoice.dueDate,
    documentType: 'Invoice',
    documentNumber: invoice.number,
    documentId: invoice.id,
    currencyCode,
    salesLocal: toLocalCurrency(setup, amounts.withoutTax, currencyCode, postingDate),
    details: [
      {
        postingDate,
        type: 'Initial Entry',
        amount: amounts.withTax,
        amountLocal: toLocalCurrency(setup, amounts.withTax, currencyCode, postingDate),
      },
    ],
  };
}
