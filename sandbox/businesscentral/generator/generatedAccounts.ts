import { addDays, applyDateFormula, daysBetween } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import { remainingAmount } from '../ledger/entries';
import type { LedgerEntry } from '../ledger/entries';
import type { Account, AccountSource, Customer } from '../model/account';
import { amountsOfDocument } from '../model/documents';
import type { SalesDocument, SalesLine } from '../model/documents';
import { toLocalCurrency } from '../model/exchange';
import { NumberedIds } from '../model/identifiers';
import type { CompanySetup } from '../model/setup';
import { applyEntries } from '../posting/application';
import { FIRST_WORDS, PLACES, SECOND_WORDS } from './names';
import { Random } from './random';

/** The most documents an account has of each kind, and where the numbers of invoices begin among its documents. */
const FIRST_INVOICE = 0x200;
const ENTRIES_PER_ACCOUNT = 32;
/** Independent streams of random numbers for one account. */
const STREAMS = 4;

/** Accounts kept at hand: those of one read, far fewer than a large company has. */
const KEPT = 512;

/**
 * Customers with their documents and entries made up from a seed when they are looked at, and only the part of them
 * that is looked at. The same seed, setup and date give the same company.
 */
export class GeneratedAccounts implements AccountSource {
  readonly idsAscend = true;
  private readonly ids: NumberedIds;
  private kept = new Map<number, Account>();
  /** Dates that were computed before; a few hundred of them are used again and again. */
  private readonly days = new Map<number, CalendarDate>();
  private readonly dueDates = new Map<string, Map<number, CalendarDate>>();

  constructor(
    private readonly seed: string,
    readonly count: number,
    private readonly setup: CompanySetup,
    private readonly today: CalendarDate,
  ) {
    this.ids = new NumberedIds(`${setup.id} ${seed}`);
  }

  at(index: number): Account {
    const known = this.kept.get(index);
    if (known !== undefined) {
      return known;
    }
    if (this.kept.size >= KEPT) {
      this.kept = new Map();
    }
    const account = this.make(index);
    this.kept.set(index, account);
    return account;
  }

  indexOfNumber(customerNumber: string): number | undefined {
    const index = /^C\d{7}$/.test(customerNumber) ? Number(customerNumber.slice(1)) - 1 : -1;
    return index >= 0 && index < this.count ? index : undefined;
  }

  indexOfCustomer(id: string): number | undefined {
    const place = this.ids.parse(id);
    return place?.document === 0 && place.line === 0 && this.holds(place.account) ? place.account : undefined;
  }

  indexOfDocument(id: string): number | undefined {
    const place = this.ids.parse(id);
    return place !== undefined && place.document > 0 && this.holds(place.account) ? place.account : undefined;
  }

  private holds(index: number): boolean {
    return index >= 0 && index < this.count;
  }

  /** The day so many days before today; negative = after it. */
  private daysAgo(days: number): CalendarDate {
    const known = this.days.get(days) ?? addDays(this.today, -days);
    this.days.set(days, known);
    return known;
  }

  private dueDate(daysAgo: number, paymentTermsCode: string): CalendarDate {
    const dates = this.dueDates.get(paymentTermsCode) ?? new Map<number, CalendarDate>();
    this.dueDates.set(paymentTermsCode, dates);
    const terms = this.setup.paymentTerms.find(({ code }) => code === paymentTermsCode);
    const known = dates.get(daysAgo) ?? applyDateFormula(this.daysAgo(daysAgo), terms?.dueDateCalculation ?? '0D');
    dates.set(daysAgo, known);
    return known;
  }

  private random(index: number, stream: number): Random {
    return new Random(this.seed, index * STREAMS + stream);
  }

  /** Getters of its own, so that a copy of the account has plain values. */
  private make(index: number): Account {
    let customer: Customer | undefined;
    let orders: readonly SalesDocument[] | undefined;
    let invoices: readonly SalesDocument[] | undefined;
    let entries: readonly LedgerEntry[] | undefined;
    const account: Account = {
      get customer() {
        return (customer ??= makers.customer());
      },
      get orders() {
        return (orders ??= makers.orders());
      },
      get invoices() {
        return (invoices ??= makers.invoices());
      },
      get entries() {
        return (entries ??= makers.entries());
      },
    };
    const makers = {
      customer: () => this.makeCustomer(index),
      orders: () => this.makeOrders(index, account.customer),
      invoices: () => this.makeInvoices(index, account.customer),
      entries: () => this.makeEntries(index, account),
    };
    return account;
  }

  private makeCustomer(index: number): Customer {
    const random = this.random(index, 0);
    const { city, country, postalCode, taxPercent, currencyCode } = random.pick(PLACES);
    const name = `${random.pick(FIRST_WORDS)} ${random.pick(SECOND_WORDS)} ${index + 1}`;
    return {
      id: this.ids.format(index),
      number: `C${String(index + 1).padStart(7, '0')}`,
      displayName: name,
      type: 'Company',
      addressLine1: `${random.whole(1, 180)} ${random.pick(SECOND_WORDS)} Street`,
      addressLine2: '',
      city,
      state: '',
      country,
      postalCode,
      contactName: '',
      phoneNumber: '',
      email: `office${index + 1}@contoso.com`,
      website: '',
      salespersonCode: random.pick(this.setup.salespeople).code,
      creditLimit: random.chance(0.4) ? random.whole(5, 200) * 50_000 : 0,
      taxLiable: false,
      taxRegistrationNumber: '',
      taxPercent,
      currencyCode: currencyCode === this.setup.localCurrencyCode ? '' : currencyCode,
      paymentTermsCode: random.pick(['14 DAYS', '30 DAYS', '1M(8D)', 'CM']),
      shipmentMethodCode: 'EXW',
      blocked: random.chance(0.97) ? ' ' : random.pick(['Ship', 'Invoice', 'All']),
      billToCustomerNumber: '',
      modifiedAt: this.setup.createdAt,
      version: 1,
    };
  }

  private makeOrders(index: number, customer: Customer): readonly SalesDocument[] {
    const random = this.random(index, 1);
    const count = random.chance(0.3) ? random.whole(1, 2) : 0;
    return Array.from({ length: count }, (_order, ordinal) => {
      const document = this.makeDocument(index, customer, ordinal + 1, 'Order', random.whole(0, 30), random);
      const lines = document.lines.map((line) => {
        const shippedQuantity = random.chance(0.3) ? random.whole(1, line.quantity) : 0;
        return { ...line, shippedQuantity, invoicedQuantity: random.chance(0.3) ? shippedQuantity : 0 };
      });
      return {
        ...document,
        lines,
        number: `SO${index * 4 + ordinal + 1}`,
        status: random.chance(0.6) ? 'Open' : 'Draft',
        requestedDeliveryDate: this.daysAgo(-random.whole(-5, 60)),
      };
    });
  }

  private makeInvoices(index: number, customer: Customer): readonly SalesDocument[] {
    const random = this.random(index, 2);
    const posted = Array.from({ length: random.whole(0, 5) }, () => random.whole(1, 500)).sort(
      (left, right) => right - left,
    );
    const drafts = random.chance(0.06) ? 1 : 0;
    return [...posted, ...Array.from({ length: drafts }, () => 0)].map((daysAgo, ordinal) => {
      const document = this.makeDocument(index, customer, FIRST_INVOICE + ordinal, 'Invoice', daysAgo, random);
      return daysAgo === 0
        ? { ...document, number: `SI${index * 8 + ordinal + 1}` }
        : {
            ...document,
            number: `PSI${index * 8 + ordinal + 1}`,
            status: 'Open' as const,
            ledgerEntryNumber: index * ENTRIES_PER_ACCOUNT + ordinal + 1,
          };
    });
  }

  private makeDocument(
    index: number,
    customer: Customer,
    document: number,
    kind: SalesDocument['kind'],
    daysAgo: number,
    random: Random,
  ): SalesDocument {
    const date = this.daysAgo(daysAgo);
    return {
      id: this.ids.format(index, document),
      kind,
      number: '',
      externalDocumentNumber: '',
      documentDate: date,
      postingDate: date,
      dueDate: this.dueDate(daysAgo, customer.paymentTermsCode),
      requestedDeliveryDate: '0001-01-01',
      sellToCustomerNumber: customer.number,
      billToCustomerNumber: customer.number,
      currencyCode: customer.currencyCode,
      paymentTermsCode: customer.paymentTermsCode,
      shipmentMethodCode: customer.shipmentMethodCode,
      salespersonCode: customer.salespersonCode,
      yourReference: '',
      orderId: '',
      orderNumber: '',
      status: 'Draft',
      ledgerEntryNumber: undefined,
      canceled: false,
      lines: Array.from({ length: random.whole(1, 3) }, (_line, ordinal): SalesLine => {
        const item = random.pick(this.setup.items);
        return {
          id: this.ids.format(index, document, ordinal + 1),
          sequence: (ordinal + 1) * 10_000,
          type: 'Item',
          number: item.number,
          description: item.displayName,
          description2: '',
          unitOfMeasureCode: item.unitOfMeasureCode,
          quantity: random.whole(1, 20),
          unitPrice: item.unitPrice,
          discountPercent: random.chance(0.2) ? 10 : 0,
          taxPercent: customer.taxPercent,
          shipmentDate: date,
          locationCode: '',
          shippedQuantity: 0,
          invoicedQuantity: 0,
        };
      }),
      modifiedAt: `${date}T09:00:00Z`,
      version: 1,
    };
  }

  /** The entries of the posted invoices, most of the older ones paid, some in part. */
  private makeEntries(index: number, account: Account): readonly LedgerEntry[] {
    const random = this.random(index, 3);
    const posted = account.invoices.filter(({ ledgerEntryNumber }) => ledgerEntryNumber !== undefined);
    return posted.flatMap((invoice, ordinal): readonly LedgerEntry[] => {
      const entry = this.invoiceEntry(invoice);
      const owed = remainingAmount(entry);
      const daysOpen = random.whole(1, 70);
      const paidOn = this.daysAgo(daysBetween(invoice.postingDate, this.today) - daysOpen);
      const share = random.chance(0.08) ? 0.5 : 1;
      if (paidOn > this.today || random.chance(0.06)) {
        return [entry];
      }
      const amount = Math.round(owed * share);
      const payment: LedgerEntry = {
        number: index * ENTRIES_PER_ACCOUNT + 16 + ordinal,
        postingDate: paidOn,
        dueDate: paidOn,
        documentType: 'Payment',
        documentNumber: `P${index * 8 + ordinal + 1}`,
        documentId: '',
        currencyCode: invoice.currencyCode,
        salesLocal: 0,
        details: [
          {
            postingDate: paidOn,
            type: 'Initial Entry',
            amount: -amount,
            amountLocal: -toLocalCurrency(this.setup, amount, invoice.currencyCode, paidOn),
          },
        ],
      };
      const applied = applyEntries(payment, entry, paidOn);
      return [applied.debit, applied.credit];
    });
  }

  private invoiceEntry(invoice: SalesDocument): LedgerEntry {
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
      salesLocal: toLocalCurrency(this.setup, amounts.withoutTax, currencyCode, postingDate),
      details: [
        {
          postingDate,
          type: 'Initial Entry',
          amount: amounts.withTax,
          amountLocal: toLocalCurrency(this.setup, amounts.withTax, currencyCode, postingDate),
        },
      ],
    };
  }
}
