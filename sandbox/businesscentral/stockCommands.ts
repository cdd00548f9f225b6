import { z } from 'zod';
import { CommandError, dateSchema, inCompany } from './controlCommands';
import type { Commands } from './controlCommands';
import type { Company } from './model/company';
import type { StockOrderKind } from './model/stockDocuments';
import { adjustItem } from './posting/adjustments';
import { createDocument } from './posting/drafts';
import { createStockOrder, handleStockOrder } from './posting/stockOrders';
import { createTransferOrder, receiveTransferOrder, shipTransferOrder } from './posting/transferOrders';

const quantity = z.number().positive();

const line = {
  itemNumber: z.string(),
  quantity,
  unitOfMeasureCode: z.string().optional(),
};

const lineInLocation = { ...line, locationCode: z.string().optional() };

/** One line in the command itself, or several in `lines`. */
function oneOrMore<Line extends z.ZodRawShape, Rest extends z.ZodRawShape>(lineShape: Line, rest: Rest) {
  return z.union([
    z.strictObject({ ...inCompany, ...rest, lines: z.array(z.strictObject(lineShape)).min(1) }),
    z.strictObject({ ...inCompany, ...rest, ...lineShape }),
  ]);
}

const purchaseSchema = oneOrMore(
  { ...lineInLocation, expectedReceiptDate: dateSchema.optional() },
  { vendorNumber: z.string().optional() },
);

const salesSchema = oneOrMore(
  { ...lineInLocation, shipmentDate: dateSchema.optional() },
  { customerNumber: z.string().optional() },
);

const transferSchema = oneOrMore(line, {
  fromCode: z.string(),
  toCode: z.string(),
  inTransitCode: z.string().optional(),
  shipmentDate: dateSchema.optional(),
  receiptDate: dateSchema.optional(),
});

const handleSchema = z.strictObject({ ...inCompany, number: z.string(), quantity: quantity.optional() });

const adjustmentSchema = z.strictObject({
  ...inCompany,
  ...lineInLocation,
  quantity: z.number(),
  postingDate: dateSchema.optional(),
});

/** The lines of a command, whichever way it gives them. */
function linesOf<Line>(input: Line | { readonly lines: readonly Line[] }): readonly Line[] {
  return typeof input === 'object' && input !== null && 'lines' in input ? input.lines : [input];
}

/** Commands for stock: orders of all kinds, their receipts and shipments, and the item journal. */
export function registerStockCommands(commands: Commands): void {
  const { named } = commands;
  for (const [path, kind] of [
    ['purchase-orders', 'Purchase Order'],
    ['purchase-return-orders', 'Purchase Return Order'],
  ] as const) {
    commands.add(`/sandbox/${path}`, purchaseSchema, (input) => ({
      number: createStockOrder(named(input.company), {
        kind,
        partnerNumber: input.vendorNumber,
        lines: linesOf(input).map(({ expectedReceiptDate, ...rest }) => ({ ...rest, date: expectedReceiptDate })),
      }),
    }));
  }
  commands.add('/sandbox/sales-return-orders', salesSchema, (input) => ({
    number: createStockOrder(named(input.company), {
      kind: 'Sales Return Order',
      partnerNumber: input.customerNumber,
      lines: linesOf(input).map(({ shipmentDate, ...rest }) => ({ ...rest, date: shipmentDate })),
    }),
  }));
  commands.add('/sandbox/item-sales-orders', salesSchema, (input) => {
    const company = named(input.company);
    const { id, number } = createDocument(company, {
      kind: 'Order',
      customerNumber: input.customerNumber ?? firstCustomer(company),
      status: 'Open',
      lines: linesOf(input).map(({ itemNumber, ...rest }) => ({ ...rest, type: 'Item', number: itemNumber })),
    });
    return { id, number };
  });
  addHandling(commands, '/sandbox/purchase-orders/receive', 'Purchase Order');
  addHandling(commands, '/sandbox/purchase-return-orders/ship', 'Purchase Return Order');
  addHandling(commands, '/sandbox/sales-return-orders/receive', 'Sales Return Order');
  commands.add('/sandbox/transfer-orders', transferSchema, (input) => ({
    number: createTransferOrder(named(input.company), { ...input, lines: linesOf(input) }),
  }));
  commands.add('/sandbox/transfer-orders/ship', handleSchema, (input) => ({
    documentNumber: shipTransferOrder(named(input.company), input.number, input.quantity),
  }));
  commands.add('/sandbox/transfer-orders/receive', handleSchema, (input) => ({
    documentNumber: receiveTransferOrder(named(input.company), input.number, input.quantity),
  }));
  commands.add('/sandbox/item-adjustments', adjustmentSchema, ({ company, ...adjustment }) => ({
    documentNumber: adjustItem(named(company), adjustment),
  }));
}

function addHandling(commands: Commands, path: string, kind: StockOrderKind): void {
  commands.add(path, handleSchema, (input) => ({
    documentNumber: handleStockOrder(commands.named(input.company), kind, input.number, input.quantity),
  }));
}

/** A customer that may buy, for demand that is nobody's in particular. Throws CommandError. */
function firstCustomer({ accounts }: Company): string {
  for (let index = 0; index < accounts.end; index += 1) {
    const customer = accounts.at(index)?.customer;
    if (customer?.blocked === ' ') {
      return customer.number;
    }
  }
  throw new CommandError('There is no customer who may buy.');
}
