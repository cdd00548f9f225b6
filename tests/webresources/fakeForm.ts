/** What a test reads and steers of a quote's form. The members are those of the client API that the script may use. */
export interface Lookup {
  readonly id: string;
  readonly entityType: string;
  readonly name?: string;
}

type Handler = (context: FakeContext) => void;

export interface FakeContext {
  getFormContext(): FakeForm;
  getEventArgs(): { getIsSaveSuccess(): boolean };
}

interface Handlers {
  readonly add: (handler: Handler) => void;
  readonly remove: (handler: Handler) => void;
  readonly call: (context: FakeContext) => void;
}

function handlers(): Handlers {
  let added: Handler[] = [];
  return {
    add: (handler) => added.push(handler),
    remove: (handler) => {
      added = added.filter((other) => other !== handler);
    },
    call: (context) => added.forEach((handler) => handler(context)),
  };
}

export class FakeLookup {
  readonly written: (readonly Lookup[] | null)[] = [];
  private readonly changes = handlers();

  constructor(
    private value: readonly Lookup[] | null,
    private readonly context: () => FakeContext,
  ) {}

  readonly addOnChange = this.changes.add;
  readonly removeOnChange = this.changes.remove;
  getValue = (): readonly Lookup[] | null => this.value;
  fireOnChange = (): void => this.changes.call(this.context());
  /** As on the platform: a script's value raises no OnChange. */
  setValue = (value: readonly Lookup[] | null): void => {
    this.value = value;
    this.written.push(value);
  };

  /** The seller chooses. */
  choose(value: Lookup | null): void {
    this.value = value && [value];
    this.fireOnChange();
  }
}

export class FakeGrid {
  refreshed = 0;
  private readonly loads = handlers();

  constructor(private readonly context: () => FakeContext) {}

  readonly addOnLoad = this.loads.add;
  readonly removeOnLoad = this.loads.remove;
  refresh = (): void => {
    this.refreshed += 1;
  };

  /** Its rows have been read. */
  load(): void {
    this.loads.call(this.context());
  }
}

export interface FormDescription {
  readonly customer?: Lookup | null;
  readonly coupling?: Lookup | null;
  readonly formType?: number;
  /** Columns and controls that a customised form has left out. */
  readonly without?: readonly string[];
}

export class FakeForm {
  readonly customer: FakeLookup;
  readonly coupling: FakeLookup;
  readonly products: FakeGrid;
  readonly availability: FakeGrid;
  readonly data;
  readonly ui;
  private readonly saves = handlers();

  constructor(private readonly description: FormDescription) {
    const context = (): FakeContext => this.context();
    const lookup = (value: Lookup | null | undefined): FakeLookup => new FakeLookup(value ? [value] : null, context);
    this.customer = lookup(description.customer);
    this.coupling = lookup(description.coupling);
    this.products = new FakeGrid(context);
    this.availability = new FakeGrid(context);
    this.data = { entity: { addOnPostSave: this.saves.add, removeOnPostSave: this.saves.remove } };
    this.ui = { getFormType: () => description.formType ?? 2 };
  }

  context(isSaveSuccess = true): FakeContext {
    return { getFormContext: () => this, getEventArgs: () => ({ getIsSaveSuccess: () => isSaveSuccess }) };
  }

  /** Dataverse has answered to a save. */
  saved(isSuccess = true): void {
    this.saves.call(this.context(isSuccess));
  }

  getAttribute = (name: string): FakeLookup | null =>
    this.has(name) ? ({ customerid: this.customer, bci_customerid: this.coupling }[name] ?? null) : null;

  getControl = (name: string): FakeGrid | null =>
    this.has(name) ? ({ quotedetailsGrid: this.products, quoteAvailability: this.availability }[name] ?? null) : null;

  private has(name: string): boolean {
    return this.description.without?.includes(name) !== true;
  }
}
