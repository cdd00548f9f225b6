import { toHundredths } from '../ledger/amounts';
import { addDays, daysBetween } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import type { Account, Customer } from '../model/account';
import { accountList } from '../model/accountList';
import { Company } from '../model/company';
import type { Clock } from '../model/company';
import { stableId } from '../model/identifiers';
import { createDocument } from '../posting/drafts';
import type { NewLine } from '../posting/drafts';
import { postInvoice } from '../posting/invoices';
import { invoiceOrder, shipOrder } from '../posting/orders';
import { postPayment } from '../posting/payments';
import { postCreditMemo } from '../posting/payments';
import { Random } from '../generator/random';
import customers from './customers.json';
import openDocuments from './openDocuments.json';
import postedInvoices from './postedInvoices.json';
import { CUSTOMER_SETTINGS, CUSTOMER_WITHOUT_ENTRIES, SCENARIOS } from './scenarios';
import type { ScenarioLine, ScenarioStep } from './scenarios';
import { demoSetup } from './setup';

export const DEMO_COMPANY_NAME = 'CRONUS International Ltd.';

/** The day that the dates of the data are laid out around: the day after the last posted invoice. */
const DATA_DATE: CalendarDate = '2026-04-02';

/**
 * The demo company with its history laid out around `workDate`, which is also the day it starts on. Everything is
 * posted by the same rules as through the API. Ids are the same at every start.
 */
export function cronusCompany(clock: Clock, workDate: CalendarDate | undefined): Company {
  const today = workDate ?? new Date(clock()).toISOString().slice(0, 10);
  const setup = demoSetup(DEMO_COMPANY_NAME, 'GBP', today);
  const accounts = customers.map((row) => emptyAccount(row, setup.createdAt));
  const company = new Company(setup, accountList(accounts), clock, workDate);
  const shift = daysBetween(DATA_DATE, today);
  postHistory(company, shift);
  for (const draft of openDocuments) {
    createDocument(company, {
      kind: draft.kind === 'Order' ? 'Order' : 'Invoice',
      number: draft.number,
      customerNumber: draft.customer,
      documentDate: addDays(draft.date, shift),
      postingDate: addDays(draft.date, shift),
      paymentTermsCode: draft.terms,
      ...(draft.delivery === '' ? {} : { requestedDeliveryDate: addDays(draft.delivery, shift) }),
      lines: readLines(draft.lines),
    });
  }
  for (const step of SCENARIOS) {
    play(company, step, today);
  }
  postOthers(company, today);
  applySettings(company);
  return company;
}

function emptyAccount(row: (typeof customers)[number], createdAt: string): Account {
  const customer: Customer = {
    ...row,
    id: stableId(DEMO_COMPANY_NAME, 'customer', row.number),
    type: 'Company',
    phoneNumber: '',
    website: '',
    creditLimit: toHundredths(row.creditLimit),
    taxLiable: false,
    blocked: ' ',
    modifiedAt: createdAt,
    version: 1,
  };
  return { customer, orders: [], invoices: [], entries: [] };
}

/** Rows of the data: an item with quantity, price and discount, or a comment alone. */
function readLines(lines: readonly (readonly (string | number)[])[]): readonly NewLine[] {
  return lines.map(([text, quantity, unitPrice, discountPercent]) =>
    quantity === undefined
      ? { type: 'Comment', description: String(text) }
      : {
          type: 'Item',
          number: String(text),
          quantity: Number(quantity),
          unitPrice: Number(unitPrice),
          discountPercent: Number(discountPercent ?? 0),
        },
  );
}

/** The posted invoices of the data with their payments, dates moved by `shift` days. */
function postHistory(company: Company, shift: number): void {
  for (const invoice of postedInvoices) {
    const postingDate = addDays(invoice.posted, shift);
    const { id, number } = postNewInvoice(company, {
      customer: invoice.customer,
      postingDate,
      dueDate: addDays(invoice.due, shift),
      terms: invoice.terms,
      lines: readLines(invoice.lines),
    });
    if (invoice.paid !== '') {
      payInFull(company, invoice.customer, id, number, addDays(invoice.paid, shift));
    }
  }
}

interface NewPostedInvoice {
  readonly customer: string;
  readonly postingDate: CalendarDate;
  readonly dueDate?: CalendarDate;
  readonly terms: string;
  readonly lines: readonly NewLine[];
}

function postNewInvoice(company: Company, invoice: NewPostedInvoice): { id: string; number: string } {
  const draft = createDocument(company, {
    kind: 'Invoice',
    number: '-',
    customerNumber: invoice.customer,
    documentDate: invoice.postingDate,
    postingDate: invoice.postingDate,
    paymentTermsCode: invoice.terms,
    ...(invoice.dueDate === undefined ? {} : { dueDate: invoice.dueDate }),
    lines: invoice.lines,
  });
  postInvoice(company, draft.id);
  const account = company.accounts.byNumber(draft.billToCustomerNumber);
  return { id: draft.id, number: account?.invoices.find(({ id }) => id === draft.id)?.number ?? '' };
}

function payInFull(company: Company, customer: string, id: string, number: string, date: CalendarDate): void {
  const account = company.accounts.byNumber(customer);
  const entry = account?.entries.find(({ documentId }) => documentId === id);
  const amount = entry?.details[0]?.amount;
  if (entry !== undefined && amount !== undefined) {
    postPayment(company, {
      customerNumber: customer,
      amount,
      currencyCode: entry.currencyCode,
      postingDate: date,
      appliesTo: [number],
    });
  }
}

function scenarioLines(lines: readonly ScenarioLine[]): readonly NewLine[] {
  return lines.map(([number, quantity, unitPrice, discountPercent = 0]) => ({
    type: 'Item',
    number,
    quantity,
    unitPrice,
    discountPercent,
  }));
}

function play(company: Company, step: ScenarioStep, today: CalendarDate): void {
  const date = addDays(today, step.day);
  switch (step.do) {
    case 'invoice':
      postNewInvoice(company, {
        customer: step.customer,
        postingDate: date,
        terms: step.terms,
        lines: scenarioLines(step.lines),
      });
      return;
    case 'pay':
      postPayment(company, {
        customerNumber: step.customer,
        amount: toHundredths(step.amount),
        currencyCode: company.accounts.byNumber(step.customer)?.customer.currencyCode ?? '',
        postingDate: date,
        ...(step.apply ? {} : { appliesTo: [] }),
      });
      return;
    case 'creditMemo':
      postCreditMemo(company, {
        customerNumber: step.customer,
        amountWithoutTax: toHundredths(step.amountWithoutTax),
        postingDate: date,
        appliesTo: [],
      });
      return;
    case 'draft':
      createDocument(company, {
        kind: 'Invoice',
        customerNumber: step.customer,
        documentDate: date,
        postingDate: date,
        status: step.status,
        lines: scenarioLines(step.lines),
      });
      return;
    case 'order':
      playOrder(company, step, today);
  }
}

function playOrder(company: Company, step: Extract<ScenarioStep, { do: 'order' }>, today: CalendarDate): void {
  const date = addDays(today, step.day);
  const { id } = createDocument(company, {
    kind: 'Order',
    customerNumber: step.customer,
    documentDate: date,
    postingDate: date,
    requestedDeliveryDate: addDays(today, step.delivery),
    status: step.status,
    lines: scenarioLines(step.lines),
  });
  const quantities = (of: readonly number[]) => new Map(of.map((quantity, index) => [(index + 1) * 10_000, quantity]));
  if (step.ship !== undefined) {
    shipOrder(company, id, quantities(step.ship));
  }
  if (step.invoice === true) {
    invoiceOrder(company, id);
  }
  if (step.shipMore !== undefined) {
    shipOrder(company, id, quantities(step.shipMore));
  }
}

/** Everyday business of the customers that no scenario is about. */
function postOthers(company: Company, today: CalendarDate): void {
  const told = new Set([
    '10000',
    '20000',
    '30000',
    CUSTOMER_WITHOUT_ENTRIES,
    ...SCENARIOS.map(({ customer }) => customer),
  ]);
  for (const [stream, { number, currencyCode, paymentTermsCode }] of customers.entries()) {
    if (told.has(number)) {
      continue;
    }
    const random = new Random(DEMO_COMPANY_NAME, stream);
    for (let left = random.whole(1, 5); left > 0; left -= 1) {
      const daysAgo = random.whole(3, 420);
      const item = random.pick(company.setup.items);
      const postingDate = addDays(today, -daysAgo);
      const invoice = postNewInvoice(company, {
        customer: number,
        postingDate,
        terms: paymentTermsCode,
        lines: [{ type: 'Item', number: item.number, quantity: random.whole(1, 20) }],
      });
      if (daysAgo > 60 || random.chance(0.3)) {
        payInFull(
          company,
          number,
          invoice.id,
          invoice.number,
          addDays(postingDate, Math.min(daysAgo, random.whole(1, 45))),
        );
      }
    }
    if (random.chance(0.35)) {
      const item = random.pick(company.setup.items);
      createDocument(company, {
        kind: 'Order',
        customerNumber: number,
        currencyCode,
        documentDate: addDays(today, -random.whole(0, 20)),
        requestedDeliveryDate: addDays(today, random.whole(1, 40)),
        status: random.chance(0.5) ? 'Open' : 'Draft',
        lines: [{ type: 'Item', number: item.number, quantity: random.whole(1, 30) }],
      });
    }
  }
}

function applySettings(company: Company): void {
  for (const [number, settings] of Object.entries(CUSTOMER_SETTINGS)) {
    const index = company.accounts.indexOfNumber(number);
    const account = index === undefined ? undefined : company.accounts.at(index);
    if (index !== undefined && account !== undefined) {
      company.change(index, (version) => ({
        ...account,
        customer: {
          ...account.customer,
          version,
          blocked: settings.blocked ?? account.customer.blocked,
          creditLimit:
            settings.creditLimit === undefined ? account.customer.creditLimit : toHundredths(settings.creditLimit),
        },
      }));
    }
  }
}
