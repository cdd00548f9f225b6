import fc from 'fast-check';
import { TODAY } from './client';
import type { Client } from './client';
import { LOCATIONS, StockModel, UNITS } from './stockModel';
import type { ModelOrder, OrderKind } from './stockModel';

const ITEMS = Object.keys(UNITS);
const KINDS: readonly OrderKind[] = ['sale', 'salesReturn', 'purchase', 'purchaseReturn'];
const DATES = ['2026-07-10', '2026-07-20', '2026-08-01'] as const;

const choice = {
  item: fc.constantFrom(...ITEMS),
  location: fc.constantFrom(...LOCATIONS),
  quantity: fc.integer({ min: 1, max: 20 }),
  place: fc.nat(50),
};

/** One business event; `place` chooses among the documents that are open then. */
export const stockEvents = fc.oneof(
  fc.record({ do: fc.constant('adjust' as const), ...choice, out: fc.boolean() }),
  fc.record({
    do: fc.constant('order' as const),
    ...choice,
    kind: fc.constantFrom(...KINDS),
    date: fc.constantFrom(...DATES),
    otherUnit: fc.boolean(),
  }),
  fc.record({ do: fc.constant('handle' as const), ...choice }),
  fc.record({ do: fc.constant('shipAndInvoice' as const), ...choice }),
  fc.record({ do: fc.constant('invoice' as const), ...choice }),
  fc.record({ do: fc.constant('transfer' as const), ...choice, west: fc.boolean() }),
  fc.record({ do: fc.constant('shipTransfer' as const), ...choice }),
  fc.record({ do: fc.constant('receiveTransfer' as const), ...choice }),
);

type EventOf<T> = T extends fc.Arbitrary<infer E> ? E : never;
export type StockEvent = EventOf<typeof stockEvents>;

/** Does in Business Central and in the model what events say. */
export class StockTrader {
  readonly model = new StockModel();

  constructor(private readonly client: Client) {}

  async play(event: StockEvent): Promise<void> {
    const { item, location, quantity } = event;
    switch (event.do) {
      case 'adjust': {
        const signed = event.out ? -quantity : quantity;
        await this.command('item-adjustments', { itemNumber: item, locationCode: location, quantity: signed });
        this.model.move(item, location, signed);
        return;
      }
      case 'order':
        await this.order(event);
        return;
      case 'handle':
        await this.handle(event.place, quantity);
        return;
      case 'shipAndInvoice':
        await this.shipAndInvoice(event.place);
        return;
      case 'invoice':
        await this.invoice(item, location, quantity);
        return;
      default:
        await this.transfer(event);
    }
  }

  private async command(name: string, body: object): Promise<string> {
    const answer = await this.client.command(name, body);
    expect([name, answer.status, answer.text]).toEqual([name, 200, answer.text]);
    return answer.json.at('number').text;
  }

  private async order(event: Extract<StockEvent, { do: 'order' }>): Promise<void> {
    const { kind, item, location, quantity, date } = event;
    const units = Object.keys(UNITS[item] ?? {});
    const unit = (event.otherUnit ? units.at(-1) : units[0]) ?? '';
    const line = { itemNumber: item, quantity, unitOfMeasureCode: unit, locationCode: location };
    const order = { kind, item, unit, location, date, quantity, handled: 0, id: '' };
    if (kind === 'sale') {
      this.model.orders.push({ ...order, ...(await this.sell({ ...line, date })) });
      return;
    }
    const number =
      kind === 'salesReturn'
        ? await this.command('sales-return-orders', { ...line, customerNumber: 'A', shipmentDate: date })
        : await this.command(kind === 'purchase' ? 'purchase-orders' : 'purchase-return-orders', {
            ...line,
            expectedReceiptDate: date,
          });
    this.model.orders.push({ ...order, number });
  }

  /** A sales order as a client of API v2.0 makes it. */
  private async sell(line: {
    itemNumber: string;
    quantity: number;
    unitOfMeasureCode: string;
    locationCode: string;
    date: string;
  }): Promise<{ number: string; id: string }> {
    const answer = await this.client.send('POST', '~/salesOrders', {
      customerNumber: 'A',
      salesOrderLines: [
        {
          lineType: 'Item',
          lineObjectNumber: line.itemNumber,
          quantity: line.quantity,
          unitOfMeasureCode: line.unitOfMeasureCode,
          shipmentDate: line.date,
          ...(await this.locationIdOf(line.locationCode)),
        },
      ],
    });
    expect(answer.status).toBe(201);
    return { number: answer.json.at('number').text, id: answer.json.at('id').text };
  }

  private async locationIdOf(code: string): Promise<{ locationId?: string }> {
    if (code === '') {
      return {};
    }
    const { json } = await this.client.get(`~/locations?$filter=${encodeURIComponent(`code eq '${code}'`)}`);
    return { locationId: json.at('value').at(0).at('id').text };
  }

  private async handle(place: number, quantity: number): Promise<void> {
    const open = this.model.orders.filter((order) => order.handled < order.quantity);
    const order = open[place % Math.max(1, open.length)];
    if (order === undefined) {
      return;
    }
    const share = Math.min(quantity, order.quantity - order.handled);
    if (order.kind === 'sale') {
      await this.command('orders/ship', { id: order.id, lines: { '10000': share } });
    } else {
      await this.command(HANDLING[order.kind], { number: order.number, quantity: share });
    }
    this.model.handle(order, share);
  }

  private async shipAndInvoice(place: number): Promise<void> {
    const open = this.model.orders.filter(({ kind, handled }) => kind === 'sale' && handled === 0);
    const order: ModelOrder | undefined = open[place % Math.max(1, open.length)];
    if (order !== undefined) {
      const path = `~/salesOrders(${order.id})/Microsoft.NAV.shipAndInvoice`;
      expect((await this.client.send('POST', path)).status).toBe(204);
      this.model.handle(order, order.quantity);
    }
  }

  /** An invoice without an order takes the goods when it is posted; a cancellation brings them back. */
  private async invoice(item: string, location: string, quantity: number): Promise<void> {
    const made = await this.client.send('POST', '~/salesInvoices', {
      customerNumber: 'A',
      salesInvoiceLines: [
        { lineType: 'Item', lineObjectNumber: item, quantity, unitPrice: 1, ...(await this.locationIdOf(location)) },
      ],
    });
    const path = `~/salesInvoices(${made.json.at('id').text})`;
    expect((await this.client.send('POST', `${path}/Microsoft.NAV.post`)).status).toBe(204);
    this.model.move(item, location, -quantity);
    if (quantity % 3 === 0) {
      expect((await this.client.send('POST', `${path}/Microsoft.NAV.cancel`)).status).toBe(204);
      this.model.move(item, location, quantity);
    }
  }

  private async transfer(event: Extract<StockEvent, { do: 'transfer' | 'shipTransfer' | 'receiveTransfer' }>) {
    const { item, quantity, place } = event;
    if (event.do === 'transfer') {
      const [fromCode, toCode] = event.west ? ['MAIN', 'WEST'] : ['EAST', 'MAIN'];
      const order = { itemNumber: item, quantity, fromCode, toCode, inTransitCode: 'OWN LOG.', receiptDate: TODAY };
      const number = await this.command('transfer-orders', order);
      this.model.transfers.push({ number, item, from: fromCode, to: toCode, quantity, shipped: 0, received: 0 });
      return;
    }
    const ships = event.do === 'shipTransfer';
    const openOf = (one: { quantity: number; shipped: number; received: number }) =>
      ships ? one.quantity - one.shipped : one.shipped - one.received;
    const open = this.model.transfers.filter((one) => openOf(one) > 0);
    const chosen = open[place % Math.max(1, open.length)];
    if (chosen === undefined) {
      return;
    }
    const share = Math.min(quantity, openOf(chosen));
    await this.command(`transfer-orders/${ships ? 'ship' : 'receive'}`, { number: chosen.number, quantity: share });
    if (ships) {
      this.model.shipTransfer(chosen, share);
    } else {
      this.model.receiveTransfer(chosen, share);
    }
  }
}

const HANDLING = {
  salesReturn: 'sales-return-orders/receive',
  purchase: 'purchase-orders/receive',
  purchaseReturn: 'purchase-return-orders/ship',
} as const;
