import { addDays } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import { Random } from '../generator/random';
import type { Company } from '../model/company';
import { createDocument } from '../posting/drafts';
import customers from './customers.json';
import { DEMO_COMPANY_NAME } from './demoCompanyName';
import { soldItems } from './items';
import { payInFull, postNewInvoice } from './postedInvoice';
import { CUSTOMER_WITHOUT_ENTRIES, SCENARIOS } from './scenarios';

/** Everyday business of the customers that no scenario is about. */
export function postOthers(company: Company, today: CalendarDate): void {
  const told = new Set([
    '10000',
    '20000',
    '30000',
    CUSTOMER_WITHOUT_ENTRIES,
    ...SCENARIOS.map(({ customer }) => customer),
  ]);
  const sold = soldItems(DEMO_COMPANY_NAME, company.setup.createdAt);
  for (const [stream, { number, currencyCode, paymentTermsCode }] of customers.entries()) {
    if (told.has(number)) {
      continue;
    }
    const random = new Random(DEMO_COMPANY_NAME, stream);
    for (let left = random.whole(1, 5); left > 0; left -= 1) {
      const daysAgo = random.whole(3, 420);
      const item = random.pick(sold);
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
      const item = random.pick(sold);
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
