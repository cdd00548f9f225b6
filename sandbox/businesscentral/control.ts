import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CommandError, Commands, dateSchema, inCompany } from './controlCommands';
import { registerStockCommands } from './stockCommands';
import { fromHundredths, toHundredths } from './ledger/amounts';
import { remainingAmount, remainingAmountLocal } from './ledger/entries';
import { agedAmounts, balanceLocal, overdueLocal, salesLocal } from './ledger/figures';
import type { RequestLimits } from './limits';
import type { Account } from './model/account';
import type { Company } from './model/company';
import { changeDocument } from './posting/drafts';
import { invoiceOrder, shipOrder } from './posting/orders';
import { postCreditMemo, postPayment } from './posting/payments';
import { findDocument } from './posting/places';

const paymentSchema = z.strictObject({
  ...inCompany,
  customerNumber: z.string(),
  amount: z.number().positive(),
  currencyCode: z.string().optional(),
  postingDate: dateSchema.optional(),
  appliesTo: z.array(z.string()).optional(),
});

const creditMemoSchema = z.strictObject({
  ...inCompany,
  customerNumber: z.string(),
  amountWithoutTax: z.number().positive(),
  currencyCode: z.string().optional(),
  postingDate: dateSchema.optional(),
  appliesTo: z.array(z.string()).optional(),
});

const orderSchema = z.strictObject({
  ...inCompany,
  id: z.string(),
  /** Quantities by the line's sequence number. */
  lines: z.record(z.string().regex(/^\d+$/), z.number().positive()).optional(),
});

const statusSchema = z.strictObject({ ...inCompany, id: z.string(), status: z.enum(['Draft', 'In Review', 'Open']) });

const workDateSchema = z.strictObject({ ...inCompany, date: dateSchema });

const analyticsSchema = z.strictObject({ installed: z.boolean() });

const limitsSchema = z
  .strictObject({
    requests: z.int().positive(),
    windowMilliseconds: z.int().positive(),
    running: z.int().positive(),
    queued: z.int().nonnegative(),
    queueMilliseconds: z.int().positive(),
  })
  .partial();

/**
 * Commands of the sandbox that the API does not have: the work date, payments, credit memos, shipping and invoicing
 * orders, stock, the status of documents, limits; and the ledger of a customer to look at.
 */
export function registerBusinessCentralControls(
  app: FastifyInstance,
  companies: readonly Company[],
  limits: RequestLimits,
  service: { analytics: boolean },
): void {
  const commands = new Commands(app, companies);
  registerStockCommands(commands);
  const { named } = commands;
  app.get('/sandbox/companies', () => ({ companies: companies.map(describeCompany) }));
  app.get<{ Querystring: { customer?: string; company?: string } }>('/sandbox/ledger', async (request, reply) => {
    const company = companies.find(({ setup }) => setup.name === request.query.company) ?? companies[0];
    const account = company?.accounts.byNumber(request.query.customer ?? '');
    return company === undefined || account === undefined
      ? reply.code(404).send({ error: { code: 'NotFound', message: 'There is no such customer.' } })
      : describeAccount(company, account);
  });
  commands.add('/sandbox/work-date', workDateSchema, (input) => {
    const company = named(input.company);
    company.workDate = input.date;
    return describeCompany(company);
  });
  commands.add('/sandbox/payments', paymentSchema, ({ company, amount, ...payment }) => ({
    documentNumber: postPayment(named(company), { ...payment, amount: toHundredths(amount) }),
  }));
  commands.add('/sandbox/credit-memos', creditMemoSchema, ({ company, amountWithoutTax, ...memo }) => ({
    documentNumber: postCreditMemo(named(company), { ...memo, amountWithoutTax: toHundredths(amountWithoutTax) }),
  }));
  commands.add('/sandbox/orders/ship', orderSchema, ({ company, id, lines }) =>
    shipOrder(
      named(company),
      id,
      lines === undefined
        ? undefined
        : new Map(Object.entries(lines).map(([sequence, quantity]) => [Number(sequence), quantity])),
    ),
  );
  commands.add('/sandbox/orders/invoice', orderSchema, ({ company, id }) => ({ id: invoiceOrder(named(company), id) }));
  commands.add('/sandbox/documents/status', statusSchema, (input) => {
    const company = named(input.company);
    const place = findDocument(company, input.id);
    if (place === undefined || place.document.ledgerEntryNumber !== undefined) {
      throw new CommandError('There is no unposted document with this id.');
    }
    changeDocument(company, place, { status: input.status });
  });
  commands.add('/sandbox/analytics', analyticsSchema, ({ installed }) => {
    service.analytics = installed;
  });
  commands.add('/sandbox/limits', limitsSchema, (input) => limits.adjust(input));
}

function describeCompany(company: Company): object {
  const { id, name, localCurrencyCode } = company.setup;
  return { id, name, localCurrencyCode, workDate: company.workDate, customers: company.accounts.count };
}

function describeAccount(company: Company, { customer, entries }: Account): object {
  const aged = agedAmounts(entries, company.workDate, '30D');
  return {
    number: customer.number,
    name: customer.displayName,
    balance: fromHundredths(balanceLocal(entries)),
    overdue: fromHundredths(overdueLocal(entries, company.workDate)),
    sales: fromHundredths(salesLocal(entries, undefined, undefined)),
    aged: Object.fromEntries(Object.entries(aged).map(([name, amount]) => [name, fromHundredths(Number(amount))])),
    entries: entries.map((entry) => ({
      number: entry.number,
      documentType: entry.documentType,
      documentNumber: entry.documentNumber,
      postingDate: entry.postingDate,
      dueDate: entry.dueDate,
      currencyCode: entry.currencyCode,
      remainingAmount: fromHundredths(remainingAmount(entry)),
      remainingAmountLocal: fromHundredths(remainingAmountLocal(entry)),
    })),
  };
}
