import { GuidColumn, wordsOfGuid, type GuidWords } from './guidColumn';

const FIRST_PLACES = 2048;

/** Consecutive GUIDs are frequent, so every bit has to count. Source: the finalizer of MurmurHash3. */
function hashOf([a, b, c, d]: GuidWords): number {
  let hash = a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca77) ^ Math.imul(d, 0xc2b2ae3d);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Numbers GUIDs 0, 1, 2 … in the order in which they come: about 30 bytes each, outside the garbage collector.
 * Business Central and Dataverse sort GUIDs differently, so the two sides are joined by this and not by order.
 */
export class GuidIndex {
  private readonly guids = new GuidColumn();
  /** Slot + 1 at the place that the hash points to, or at the next free one. */
  private places = new Int32Array(FIRST_PLACES);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /**
   * The number of `guid`; a new one when it is not there yet.
   * @throws {RangeError} when it is not a GUID
   */
  add(guid: string): number {
    const words = wordsOfGuid(guid);
    const place = this.placeOf(words);
    const known = (this.places[place] ?? 0) - 1;
    if (known >= 0) return known;
    const slot = this.count;
    this.guids.set(slot, words);
    this.places[place] = slot + 1;
    this.count += 1;
    if (this.count * 2 > this.places.length) this.grow();
    return slot;
  }

  /** -1 when it is not there. */
  find(guid: string): number {
    return (this.places[this.placeOf(wordsOfGuid(guid))] ?? 0) - 1;
  }

  guidAt(slot: number): string {
    return this.guids.get(slot);
  }

  private placeOf(words: GuidWords): number {
    const mask = this.places.length - 1;
    for (let place = hashOf(words) & mask; ; place = (place + 1) & mask) {
      const slot = (this.places[place] ?? 0) - 1;
      if (slot < 0 || this.guids.isAt(slot, words)) return place;
    }
  }

  private grow(): void {
    this.places = new Int32Array(this.places.length * 2);
    for (let slot = 0; slot < this.count; slot += 1) {
      this.places[this.placeOf(this.guids.wordsAt(slot))] = slot + 1;
    }
  }
}
