import type { NumberedIds } from '../model/identifiers';
import type { CompanySetup } from '../model/setup';
import type { GeneratedDays } from './generatedDays';
import type { ItemNumbers } from './itemNumbers';
import { Random } from './random';

/** Independent streams of random numbers for one item. */
const STREAMS = { item: 0, entries: 1, orders: 2, transfer: 3 } as const;
const STREAMS_PER_ITEM = 4;

/** What the items of a generated company are made from. */
export interface ItemGeneration {
  readonly seed: string;
  readonly setup: CompanySetup;
  readonly days: GeneratedDays;
  readonly ids: NumberedIds;
  readonly numbers: ItemNumbers;
  /** Codes of the locations where goods lie, not of those where they only pass. */
  readonly warehouses: readonly string[];
  /** Where goods are between two of them. */
  readonly inTransitCode: string;
}

/** The numbers that one part of an item follows from. */
export function itemRandom({ seed }: ItemGeneration, index: number, stream: keyof typeof STREAMS): Random {
  return new Random(`${seed} items`, index * STREAMS_PER_ITEM + STREAMS[stream]);
}
