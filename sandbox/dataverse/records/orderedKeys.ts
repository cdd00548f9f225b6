/** How many keys one chunk may hold before it is split in two: small enough that a splice costs microseconds. */
const chunkCapacity = 1024;

/**
 * A set of strings kept in ascending order of code units.
 * Adding, removing and finding a place cost about the logarithm of the size plus one small splice, so that a table of
 * hundreds of thousands of rows can be paged in order while rows are written, without sorting it again.
 */
export class OrderedKeys {
  private readonly chunks: string[][] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Adds a key; a key that is there already stays once. */
  add(key: string): void {
    const last = this.chunks.at(-1);
    if (last === undefined) {
      this.chunks.push([key]);
      this.count = 1;
      return;
    }
    const place = this.chunkFor(key);
    const chunk = this.chunks[place] ?? last;
    const position = lowerBound(chunk, key);
    if (chunk[position] === key) return;
    if (position === chunk.length) chunk.push(key);
    else chunk.splice(position, 0, key);
    this.count += 1;
    if (chunk.length > chunkCapacity) this.split(place, chunk);
  }

  /** Removes a key; a key that is not there is no fault. */
  delete(key: string): void {
    const place = this.chunkFor(key);
    const chunk = this.chunks[place];
    if (chunk === undefined) return;
    const position = lowerBound(chunk, key);
    if (chunk[position] !== key) return;
    chunk.splice(position, 1);
    this.count -= 1;
    if (chunk.length === 0) this.chunks.splice(place, 1);
  }

  /** The keys at or after `from` (all when it is empty), in ascending order. The set must not change meanwhile. */
  *ascending(from = ''): IterableIterator<string> {
    for (let place = this.chunkFor(from); place < this.chunks.length; place += 1) {
      const chunk = this.chunks[place] ?? [];
      const start = chunk[0] !== undefined && chunk[0] >= from ? 0 : lowerBound(chunk, from);
      for (let position = start; position < chunk.length; position += 1) yield chunk[position] ?? '';
    }
  }

  /** The keys below `before` (all when it is undefined), in descending order. The set must not change meanwhile. */
  *descending(before?: string): IterableIterator<string> {
    const first = before === undefined ? this.chunks.length - 1 : this.chunkFor(before);
    for (let place = first; place >= 0; place -= 1) {
      const chunk = this.chunks[place] ?? [];
      const end = before === undefined ? chunk.length : lowerBound(chunk, before);
      for (let position = end - 1; position >= 0; position -= 1) yield chunk[position] ?? '';
    }
  }

  /** The first chunk whose last key is at or after the key; the last chunk when there is none. */
  private chunkFor(key: string): number {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.chunks[middle]?.at(-1) ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private split(place: number, chunk: string[]): void {
    // Keys that grow (sequential ids) fill the last chunk: leave it nearly full instead of halving it each time.
    const middle = place === this.chunks.length - 1 ? chunk.length - 64 : chunk.length >> 1;
    this.chunks.splice(place + 1, 0, chunk.splice(middle));
  }
}

/** The first position whose key is not below the wanted one. */
function lowerBound(chunk: readonly string[], key: string): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunk[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
