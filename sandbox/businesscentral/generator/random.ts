/** A reproducible source of numbers: the same seed gives the same numbers on every machine. */
export class Random {
  private state: number;

  constructor(seed: string, stream = 0) {
    // FNV-1a mixes the seed's characters; a golden-ratio step per stream keeps neighbouring streams apart.
    let hash = 0x811c9dc5;
    for (let index = 0; index < seed.length; index += 1) {
      hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
    }
    this.state = (hash + Math.imul(stream + 1, 0x9e3779b9)) | 0;
  }

  /** At least 0 and less than 1 (the mulberry32 generator). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the values; throws RangeError when there is none. */
  pick<T>(values: readonly T[]): T {
    const value = values[this.whole(0, values.length - 1)];
    if (value === undefined) {
      throw new RangeError('There is nothing to pick from.');
    }
    return value;
  }
}
