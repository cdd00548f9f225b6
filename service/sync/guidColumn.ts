const WORDS = 4;
const FIRST_CAPACITY = 1024;

export type GuidWords = readonly [number, number, number, number];

/** @throws {RangeError} when `guid` is not one */
export function wordsOfGuid(guid: string): GuidWords {
  const hex = guid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`"${guid}" is not a GUID.`);
  const word = (index: number): number => Number.parseInt(hex.slice(index * 8, index * 8 + 8), 16);
  return [word(0), word(1), word(2), word(3)];
}

/** One GUID for each slot of a GuidIndex, 16 bytes each, outside the garbage collector. */
export class GuidColumn {
  private words = new Uint32Array(FIRST_CAPACITY * WORDS);

  /** All zeros when it was never set. */
  wordsAt(slot: number): GuidWords {
    const start = slot * WORDS;
    const at = (index: number): number => this.words[start + index] ?? 0;
    return [at(0), at(1), at(2), at(3)];
  }

  isAt(slot: number, words: GuidWords): boolean {
    const start = slot * WORDS;
    return words.every((word, index) => this.words[start + index] === word);
  }

  get(slot: number): string {
    const hex = this.wordsAt(slot)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  set(slot: number, words: GuidWords): void {
    if ((slot + 1) * WORDS > this.words.length) {
      const longer = new Uint32Array(2 ** Math.ceil(Math.log2((slot + 1) * WORDS)));
      longer.set(this.words);
      this.words = longer;
    }
    this.words.set(words, slot * WORDS);
  }
}
