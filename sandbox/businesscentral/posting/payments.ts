import type { Hundredths } from '../ledger/amounts';
import { percentOf } from '../ledger/amounts';
import type { CalendarDate } from '../ledger/dates';
import { remainingAmount } from '../ledger/entries';
import type { LedgerDocumentType, LedgerEntry } from '../ledger/entries';
import { accountWith } from '../model/account';
import type { Company } from '../model/company';
import { applyToEntries } from './application';
import { accountOf } from './places';
import { PostingError } from './postingError';

export interface Payment {
  readonly customerNumber: string;
  /** In the payment's currency; more than 0. */
  readonly amount: Hundredths;
  /** Empty = local currency. */
  readonly currencyCode?: string;
  /** The work date when left out. */
  readonly postingDate?: CalendarDate;
  /** Posted invoices to apply to, in order; the oldest due first when left out, none when empty. */
  readonly appliesTo?: readonly string[];
}

/** Posts a customer payment and returns its document number. Throws PostingError, ExchangeRateError. */
export function postPayment(company: Company, payment: Payment): string {
  return postCredit(company, payment, 'Payment', company.nextNumber('payment'), 0);
}

export interface CreditMemo extends Omit<Payment, 'amount'> {
  /** Without tax, in the credit memo's currency. */
  readonly amountWithoutTax: Hundredths;
}

/** Posts a credit memo with the customer's tax and returns its number. Throws PostingError, ExchangeRateError. */
export function postCreditMemo(company: Company, memo: CreditMemo): string {
  const { account } = accountOf(company, memo.customerNumber);
  const tax = percentOf(memo.amountWithoutTax, account.customer.taxPercent);
  const amount = memo.amountWithoutTax + tax;
  return postCredit(
    company,
    { ...memo, amount },
    'Credit Memo',
    company.nextNumber('creditMemo'),
    memo.amountWithoutTax,
  );
}

function postCredit(
  company: Company,
  { customerNumber, amount, currencyCode = '', postingDate = company.workDate, appliesTo }: Payment,
  documentType: LedgerDocumentType,
  documentNumber: string,
  salesWithoutTax: Hundredths,
): string {
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new PostingError('The "amount" should be a positive number.');
  }
  const { index, account } = accountOf(company, customerNumber);
  const entry: LedgerEntry = {
    number: company.nextLedgerEntryNumber(),
    postingDate,
    dueDate: postingDate,
    documentType,
    documentNumber,
    documentId: '',
    currencyCode,
    salesLocal: -company.toLocal(salesWithoutTax, currencyCode, postingDate),
    details: [
      {
        postingDate,
        type: 'Initial Entry',
        amount: -amount,
        amountLocal: -company.toLocal(amount, currencyCode, postingDate),
      },
    ],
  };
  const numbers =
    appliesTo === undefined ? oldestFirst(account.entries, currencyCode) : named(account.entries, appliesTo);
  const entries = applyToEntries(entry, account.entries, numbers, postingDate);
  company.change(index, () => accountWith(account, { entries }));
  return documentNumber;
}

function oldestFirst(entries: readonly LedgerEntry[], currencyCode: string): readonly number[] {
  return entries
    .filter((entry) => entry.currencyCode === currencyCode && remainingAmount(entry) > 0)
    .sort((left, right) => (left.dueDate < right.dueDate ? -1 : 1))
    .map(({ number }) => number);
}

function named(entries: readonly LedgerEntry[], documentNumbers: readonly string[]): readonly number[] {
  return documentNumbers.map((documentNumber) => {
    const entry = entries.find((candidate) => candidate.documentNumber === documentNumber);
    if (entry === undefined) {
      throw new PostingError(
        `There is no Cust. Ledger Entry within the filter. Filters: Document No.: ${documentNumber}`,
      );
    }
    return entry.number;
  });
}
