import { NumberedIds } from '../model/identifiers';
import type { Item } from '../model/items';
import type { CompanySetup } from '../model/setup';
import type { CalendarDate } from '../ledger/dates';
import type { ItemPlan } from './itemPlan';
import { GeneratedDays } from './generatedDays';
import { Random } from './random';

/** What the customers of a generated company buy. */
export interface Assortment {
  readonly count: number;
  itemAt(index: number): Item;
  indexOfNumber(itemNumber: string): number | undefined;
  /** Which items stand on which orders; undefined = any on any. */
  readonly plan: ItemPlan | undefined;
  /** Codes of the locations that orders ship from. */
  readonly warehouses: readonly string[];
}

/** Independent streams of random numbers for one account, so that each part of it can be made without the others. */
const STREAMS = { customer: 0, orders: 1, invoices: 2, entries: 3 } as const;
const STREAMS_PER_ACCOUNT = 4;

/** What every part of a generated company is made from. */
export class Generation {
  readonly ids: NumberedIds;
  readonly days: GeneratedDays;

  constructor(
    private readonly seed: string,
    readonly setup: CompanySetup,
    readonly assortment: Assortment,
    today: CalendarDate,
  ) {
    this.ids = new NumberedIds(`${setup.id} ${seed}`);
    this.days = new GeneratedDays(setup, today);
  }

  /** The numbers that one part of an account follows from. */
  random(index: number, stream: keyof typeof STREAMS): Random {
    return new Random(this.seed, index * STREAMS_PER_ACCOUNT + STREAMS[stream]);
  }
}
