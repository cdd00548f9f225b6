import type { CalendarDate } from '../ledger/dates';
import { NumberedIds } from '../model/identifiers';
import { NO_STOCK } from '../model/items';
import type { Item, ItemRecord, ItemSource, ItemStock } from '../model/items';
import type { CompanySetup } from '../model/setup';
import { generatedItem } from './generatedItem';
import { GeneratedStock } from './generatedStock';
import { GeneratedDays } from './generatedDays';
import type { ItemGeneration } from './itemGeneration';
import { ItemNumbers } from './itemNumbers';

/** Items kept at hand, few enough that they are gone before they grow old. */
const KEPT = 16;

/** Items with their stock made up from a seed when they are looked at. */
export class GeneratedItems implements ItemSource {
  private readonly generation: ItemGeneration;
  private kept = new Map<number, ItemRecord>();

  constructor(
    seed: string,
    readonly count: number,
    setup: CompanySetup,
    today: CalendarDate,
  ) {
    this.generation = {
      seed,
      setup,
      days: new GeneratedDays(setup, today),
      ids: new NumberedIds(`${setup.id} ${seed} items`),
      numbers: new ItemNumbers(setup.locations.length),
      warehouses: setup.locations.filter(({ isInTransit }) => !isInTransit).map(({ code }) => code),
      inTransitCode: setup.locations.find(({ isInTransit }) => isInTransit)?.code ?? '',
    };
  }

  at(index: number): ItemRecord {
    const known = this.kept.get(index);
    if (known !== undefined) {
      return known;
    }
    if (this.kept.size >= KEPT) {
      this.kept = new Map();
    }
    const record = new LazyItem(this.generation, index);
    this.kept.set(index, record);
    return record;
  }

  numberAt(index: number): string {
    return this.generation.numbers.item(index);
  }

  indexOfNumber(itemNumber: string): number | undefined {
    return this.existing(this.generation.numbers.indexOfItem(itemNumber));
  }

  indexOfItem(id: string): number | undefined {
    const place = this.generation.ids.parse(id);
    return place?.document === 0 && place.line === 0 ? this.existing(place.account) : undefined;
  }

  indexesOfDocument(documentNumber: string): readonly number[] {
    const index = this.existing(this.generation.numbers.indexOfDocument(documentNumber));
    return index === undefined ? [] : [index];
  }

  indexOfEntry(entryNumber: number): number | undefined {
    return this.existing(this.generation.numbers.indexOfEntry(entryNumber));
  }

  private existing(index: number | undefined): number | undefined {
    return index !== undefined && index >= 0 && index < this.count ? index : undefined;
  }
}

/** An item whose parts are made when they are first read. A class for the reason that accounts are. */
class LazyItem implements ItemRecord {
  private madeItem: Item | undefined;
  private madeStock: ItemStock | undefined;

  constructor(
    private readonly generation: ItemGeneration,
    private readonly index: number,
  ) {}

  get item(): Item {
    return (this.madeItem ??= generatedItem(this.generation, this.index));
  }

  get stock(): ItemStock {
    return (this.madeStock ??= this.makeStock());
  }

  private makeStock(): ItemStock {
    return this.item.type === 'Inventory' ? new GeneratedStock(this.generation, this.index, this.item) : NO_STOCK;
  }
}
