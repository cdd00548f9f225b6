import type { ReferenceData } from './referenceData';

const KEPT_MS = 10 * 60 * 1000;

/** Keeps what all customers of a company share, so that a person who waits for one customer does not wait for it. */
export class ReferenceCache {
  private readonly kept = new Map<string, { readonly data: ReferenceData; readonly readAt: number }>();

  /** @param now milliseconds since 1970 */
  find(companyId: string, now: number): ReferenceData | null {
    const found = this.kept.get(companyId);
    return found !== undefined && now - found.readAt < KEPT_MS ? found.data : null;
  }

  keep(companyId: string, data: ReferenceData, now: number): void {
    this.kept.set(companyId, { data, readAt: now });
  }
}
