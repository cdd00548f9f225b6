import { toHundredths } from '../ledger/amounts';
import { addDays } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import type { Company } from '../model/company';
import { createDocument } from '../posting/drafts';
import type { NewLine } from '../posting/drafts';
import { invoiceOrder, shipOrder } from '../posting/orders';
import { postCreditMemo, postPayment } from '../posting/payments';
import { postNewInvoice } from './postedInvoice';
import type { ScenarioLine, ScenarioStep } from './scenarios';

function scenarioLines(lines: readonly ScenarioLine[]): readonly NewLine[] {
  return lines.map(([number, quantity, unitPrice, discountPercent = 0]) => ({
    type: 'Item',
    number,
    quantity,
    unitPrice,
    discountPercent,
  }));
}

/** Does what a step of the scenarios says. */
export function play(company: Company, step: ScenarioStep, today: CalendarDate): void {
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
