import type { CalendarDate } from '../ledger/dates';
import type { Customer } from '../model/account';
import type { SalesDocument, SalesLine } from '../model/documents';
import type { Item } from '../model/items';
import { firstEntryNumber } from './entryNumbers';
import type { Generation } from './generation';
import type { Random } from './random';

/** Where the numbers of invoices begin among the documents of an account. */
const FIRST_INVOICE = 0x200;

/** The orders of a customer: as planned, or one or two of three customers in ten. */
export function generatedOrders(generation: Generation, index: number, customer: Customer): readonly SalesDocument[] {
  const random = generation.random(index, 'orders');
  const { plan } = generation.assortment;
  if (plan !== undefined) {
    return plan
      .ordersOf(index)
      .map((order, ordinal) =>
        plannedOrder(generation, { index, customer, ordinal, random }, order, plan.itemsOf(order)),
      );
  }
  const count = random.chance(0.3) ? random.whole(1, 2) : 0;
  return Array.from({ length: count }, (_order, ordinal) => {
    const document = makeDocument(generation, index, customer, ordinal + 1, random.whole(0, 30), random, {
      kind: 'Order',
      number: `SO${index * 4 + ordinal + 1}`,
      status: 'Draft',
      ledgerEntryNumber: undefined,
    });
    const lines = document.lines.map((line) => {
      const shippedQuantity = random.chance(0.3) ? random.whole(1, line.quantity) : 0;
      return { ...line, shippedQuantity, invoicedQuantity: random.chance(0.3) ? shippedQuantity : 0 };
    });
    return {
      ...document,
      lines,
      status: random.chance(0.6) ? 'Open' : 'Draft',
      requestedDeliveryDate: generation.days.ago(-random.whole(-5, 60)),
    };
  });
}

/** An order for given items, shipped from one of the warehouses. */
function plannedOrder(
  generation: Generation,
  place: { readonly index: number; readonly customer: Customer; readonly ordinal: number; readonly random: Random },
  order: number,
  items: readonly number[],
): SalesDocument {
  const { index, customer, ordinal, random } = place;
  const deliveryDate = generation.days.ago(-random.whole(-5, 60));
  const document = makeDocument(generation, index, customer, ordinal + 1, random.whole(0, 30), random, {
    kind: 'Order',
    number: `SO${order + 1}`,
    status: random.chance(0.6) ? 'Open' : 'Draft',
    ledgerEntryNumber: undefined,
  });
  const locationCode = random.pick(generation.assortment.warehouses);
  const lines = items.map((itemIndex, place) => {
    const item = generation.assortment.itemAt(itemIndex);
    const id = generation.ids.format(index, ordinal + 1, place + 1);
    const line = makeLine(item, id, place, customer.taxPercent, deliveryDate, random);
    return { ...line, locationCode, shippedQuantity: random.chance(0.2) ? random.whole(1, line.quantity) : 0 };
  });
  return { ...document, requestedDeliveryDate: deliveryDate, lines };
}

/** The posted invoices of a customer, oldest first, and then a draft of a few. */
export function generatedInvoices(generation: Generation, index: number, customer: Customer): readonly SalesDocument[] {
  const random = generation.random(index, 'invoices');
  const ages = Array.from({ length: random.whole(0, 5) }, () => random.whole(1, 500)).sort(
    (left, right) => right - left,
  );
  const drafts = random.chance(0.06) ? 1 : 0;
  return [...ages, ...Array.from({ length: drafts }, () => 0)].map((daysAgo, ordinal) => {
    const posted = daysAgo > 0;
    return makeDocument(generation, index, customer, FIRST_INVOICE + ordinal, daysAgo, random, {
      kind: 'Invoice',
      number: `${posted ? 'PSI' : 'SI'}${index * 8 + ordinal + 1}`,
      status: posted ? 'Open' : 'Draft',
      ledgerEntryNumber: posted ? firstEntryNumber(index) + ordinal : undefined,
    });
  });
}

function makeDocument(
  generation: Generation,
  index: number,
  customer: Customer,
  document: number,
  daysAgo: number,
  random: Random,
  heading: Pick<SalesDocument, 'kind' | 'number' | 'status' | 'ledgerEntryNumber'>,
): SalesDocument {
  const date = generation.days.ago(daysAgo);
  return {
    id: generation.ids.format(index, document),
    kind: heading.kind,
    number: heading.number,
    externalDocumentNumber: '',
    documentDate: date,
    postingDate: date,
    dueDate: generation.days.due(daysAgo, customer.paymentTermsCode),
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
    status: heading.status,
    ledgerEntryNumber: heading.ledgerEntryNumber,
    canceled: false,
    lines: Array.from({ length: random.whole(1, 3) }, (_line, ordinal) =>
      makeLine(
        anyItem(generation, random),
        generation.ids.format(index, document, ordinal + 1),
        ordinal,
        customer.taxPercent,
        date,
        random,
      ),
    ),
    modifiedAt: `${date}T09:00:00Z`,
    version: 1,
  };
}

function anyItem({ assortment }: Generation, random: Random): Item {
  return assortment.itemAt(random.whole(0, assortment.count - 1));
}

function makeLine(
  item: Item,
  id: string,
  ordinal: number,
  taxPercent: number,
  date: CalendarDate,
  random: Random,
): SalesLine {
  return {
    id,
    sequence: (ordinal + 1) * 10_000,
    type: 'Item',
    number: item.number,
    description: item.displayName,
    description2: '',
    unitOfMeasureCode: item.unitOfMeasureCode,
    quantityPerUnit: 1,
    quantity: random.whole(1, 20),
    unitPrice: item.unitPrice,
    discountPercent: random.chance(0.2) ? 10 : 0,
    taxPercent,
    shipmentDate: date,
    locationCode: '',
    shippedQuantity: 0,
    invoicedQuantity: 0,
  };
}
