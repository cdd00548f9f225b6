import type { ItemOverview, ItemReader } from '../../dataverse/itemOverview';
import type { RefreshRequests } from '../../dataverse/refreshRequests';
import type { Clock } from '../shared/clock';
import { Notifier } from '../shared/notifier';
import type { ReadState } from '../shared/readState';
import { RecordSession } from '../shared/recordSession';
import type { RefreshState } from '../shared/refreshing';
import { groupedItemReader, groupedRefreshRequests } from './itemGroups';
import { LinePages } from './linePages';
import { missingColumns } from './lineColumns';
import { itemIds, lineRecords, type LineRecord } from './lineRecord';
import { ageless, oldestOf, type QuoteContent, type QuoteLines } from './quoteContent';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Items = ReadonlyMap<string, ItemOverview>;

export interface QuotePorts {
  readonly items: ItemReader;
  readonly requests: RefreshRequests;
  readonly clock: Clock;
  isConnected(): boolean;
}

/** What stands in the place of lines: a state of the form or of the data set. */
type Instead =
  | Extract<ReadState<QuoteContent>, { kind: 'notSaved' | 'offline' | 'failed' }>
  | { readonly kind: 'lacking'; readonly columns: readonly string[] };

const SEPARATOR = ',';
const noItems: Items = new Map();

/** The lines of the quote that the form shows, and the items that they ask for: one request for all of them. */
export class QuoteSession extends Notifier {
  private readonly pages = new LinePages();
  private readonly reading: RecordSession<Items>;
  /** `null` until every page is there. */
  private lines: readonly LineRecord[] | null = null;
  private isPartial = false;
  private instead: Instead | null = null;
  /** What was read before the lines asked for another item: shown until that one is there, too. */
  private known: Items = noItems;

  constructor(private readonly ports: QuotePorts) {
    super();
    const items = groupedItemReader(ports.items);
    this.reading = new RecordSession<Items>({
      read: async (key) => new Map((await items.read(key.split(SEPARATOR))).map((overview) => [overview.id, overview])),
      freshnessOf: (overviews, now) => oldestOf(overviews.values(), now),
      requests: groupedRefreshRequests(ports.requests),
      clock: ports.clock,
      isConnected: () => ports.isConnected(),
    });
    this.reading.subscribe(() => {
      this.notify();
    });
  }

  get state(): ReadState<QuoteContent> {
    const { instead, lines } = this;
    if (instead?.kind === 'lacking') return { kind: 'ready', value: instead, freshness: ageless };
    if (instead !== null) return instead;
    if (lines === null) return { kind: 'loading', slow: false };
    const { state } = this.reading;
    const linesWith = (items: Items, isReading: boolean): QuoteLines => {
      return { kind: 'lines', lines, isPartial: this.isPartial, items, isReading };
    };
    if (state.kind === 'ready') return { ...state, value: linesWith(state.value, false) };
    // No line asks for an item: each has its mark all the same.
    if (state.kind === 'notCoupled') return { kind: 'ready', value: linesWith(noItems, false), freshness: ageless };
    if (state.kind !== 'loading' || !itemIds(lines).some((id) => this.known.has(id))) return state;
    const freshness = oldestOf(this.known.values(), this.now());
    return { kind: 'ready', value: linesWith(this.known, true), freshness };
  }

  get refresh(): RefreshState {
    return this.reading.refresh;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.ports.clock.now();
  }

  begin(dataSet: DataSet): void {
    this.pages.begin(dataSet);
  }

  /** For updateView, which renders right after. @param isSaved whether the quote was saved at least once */
  show(dataSet: DataSet, isSaved: boolean): void {
    this.instead = this.insteadOf(dataSet, isSaved);
    if (this.instead !== null) {
      this.lines = null;
      return;
    }
    const progress = this.pages.advance(dataSet);
    if (progress === 'loading') {
      if (!this.holdsLinesOf(dataSet)) this.lines = null;
      return;
    }
    this.isPartial = progress === 'partial';
    const columns = missingColumns(dataSet);
    if (columns.length > 0) this.instead = { kind: 'lacking', columns };
    else this.take(lineRecords(dataSet));
  }

  retry(dataSet: DataSet): void {
    if (this.instead === null) this.reading.retry();
    else dataSet.refresh();
  }

  /** Asks once for all items of the quote. */
  askForRefresh(): void {
    const ids = itemIds(this.lines ?? []);
    const { state } = this.reading;
    if (state.kind !== 'ready') return;
    const first = state.value.get(ids[0] ?? '')?.item;
    const others = ids.length > 1 ? ` +${ids.length - 1}` : '';
    this.reading.askForRefresh({ kind: 'items', ids }, `${first?.number ?? ''} ${first?.name ?? ''}${others}`.trim());
  }

  /** Drops what is under way: nothing is heard any more. */
  dispose(): void {
    this.reading.dispose();
  }

  private insteadOf(dataSet: DataSet, isSaved: boolean): Instead | null {
    if (!isSaved) return { kind: 'notSaved' };
    if (!dataSet.error) return null;
    return this.ports.isConnected() ? { kind: 'failed', reference: dataSet.errorMessage } : { kind: 'offline' };
  }

  /** While the data set loads again, the lines stay on the form; those of another quote do not. */
  private holdsLinesOf({ sortedRecordIds }: DataSet): boolean {
    const { lines } = this;
    const [first] = sortedRecordIds;
    return lines !== null && (first === undefined ? lines.length === 0 : lines.some(({ id }) => id === first));
  }

  private take(lines: readonly LineRecord[]): void {
    // Most updates change nothing, or one line: the same line stays the same object, and is not rendered again.
    const before = new Map(this.lines?.map((line) => [line.id, line]));
    const merged = lines.map((line) => {
      const same = before.get(line.id);
      return same !== undefined && JSON.stringify(same) === JSON.stringify(line) ? same : line;
    });
    const isUnchanged =
      this.lines?.length === merged.length && merged.every((line, index) => line === this.lines?.[index]);
    if (this.lines === null || !isUnchanged) this.lines = merged;
    if (this.reading.state.kind === 'ready') this.known = this.reading.state.value;
    const ids = itemIds(this.lines);
    this.reading.show(
      ids.length === 0 ? { kind: 'notCoupled', missing: false } : { kind: 'record', id: ids.join(SEPARATOR) },
    );
  }
}
