/** Ids of documents have room for so many orders of a customer. */
const MOST_ORDERS = 400;

/**
 * Where generated items meet generated customers: which items stand on which sales orders, both ways round. All order
 * lines stand in one row, the items in their order along it, so that neighbouring items are with the same customer.
 */
export class ItemPlan {
  private readonly lines: number;
  private readonly linesPerOrder: number;
  private readonly ordersPerCustomer: number;

  constructor(
    private readonly customers: number,
    private readonly items: number,
  ) {
    const wanted = customers === 0 ? 0 : Math.max(Math.ceil(items * 0.6), customers);
    this.linesPerOrder = Math.max(3, Math.ceil(wanted / Math.max(1, customers * MOST_ORDERS)));
    const orders = Math.ceil(wanted / this.linesPerOrder);
    this.lines = orders * this.linesPerOrder;
    this.ordersPerCustomer = Math.max(1, Math.ceil(orders / Math.max(1, customers)));
  }

  /** The numbers of a customer's orders. */
  ordersOf(customer: number): readonly number[] {
    const first = customer * this.ordersPerCustomer;
    const count = Math.min(this.ordersPerCustomer, this.lines / this.linesPerOrder - first);
    return Array.from({ length: Math.max(0, count) }, (_order, place) => first + place);
  }

  /** The items on the lines of an order. */
  itemsOf(order: number): readonly number[] {
    return Array.from({ length: this.linesPerOrder }, (_line, place) =>
      Math.floor(((order * this.linesPerOrder + place) * this.items) / this.lines),
    );
  }

  /** The customers with orders of an item, ascending. */
  customersOf(item: number): readonly number[] {
    const first = Math.ceil((item * this.lines) / this.items);
    const end = Math.ceil(((item + 1) * this.lines) / this.items);
    const customers = new Set<number>();
    for (let line = first; line < end; line += 1) {
      customers.add(Math.floor(line / this.linesPerOrder / this.ordersPerCustomer));
    }
    return [...customers].filter((customer) => customer < this.customers);
  }
}
