import type { ItemReader } from '../../dataverse/itemOverview';
import { ITEMS_AT_MOST } from '../../dataverse/refreshRequests';
import type { ReadState } from '../shared/readState';
import { recordSession, type RecordSession, type RecordSessionPorts } from '../shared/recordSession';
import { missingColumns } from './lineColumns';
import { linePages, type PageProgress } from './linePages';
import { itemIds, lineRecords, type LineRecord } from './lineRecord';
import { noItems, oldestOf, type Items, type QuoteContent, type ReadyItems } from './quoteContent';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type QuoteState = ReadState<QuoteContent>;

/**
 * More lines are not read: an address may have 32,768 characters (Microsoft Learn, "Compose HTTP requests", GET with a
 * long query), and the id of an item takes at most 45 of them when quotes and commas are escaped.
 */
const LINES_AT_MOST = 500;

/** The lines of the quote that the form shows, and the items that they ask for: one request for all of them. */
export interface QuoteSession {
  /** The items, which change by themselves; all else changes with `show`. */
  readonly reading: RecordSession<Items>;
  readonly state: QuoteState;
  /** For updateView, which renders right after. @param isSaved whether the quote was saved at least once */
  readonly show: (dataSet: DataSet, isSaved: boolean) => void;
  readonly retry: (dataSet: DataSet) => void;
  /** Asks once for all items of the quote, as far as one request may name them. */
  readonly askForRefresh: () => void;
}

/** @param lacking tells the administrator which columns the view lacks */
export function quoteSession(
  reader: ItemReader,
  ports: Omit<RecordSessionPorts<Items>, 'read' | 'freshnessOf'>,
  lacking: (columns: string) => string,
): QuoteSession {
  const reading = recordSession<Items>({
    ...ports,
    read: async (ids) => new Map((await reader.read(ids.split(','))).map((overview) => [overview.id, overview])),
    freshnessOf: oldestOf,
  });
  const progressOf = linePages();
  let lines: readonly LineRecord[] = [];
  let isPartial = false;
  /** What stands in the place of lines: a state of the form or of the data set. */
  let instead: QuoteState | null = null;
  /** What was read before the lines asked for another item: shown until that one is there, too. */
  let known = noItems;

  const withLines = (ready: ReadyItems, isReading: boolean): QuoteState => {
    return { ...ready, value: { lines, isPartial, items: ready.value, isReading } };
  };

  function insteadOf(dataSet: DataSet, isSaved: boolean, progress: PageProgress): QuoteState | null {
    if (!isSaved) return { kind: 'notSaved' };
    if (dataSet.error) {
      return ports.isConnected() ? { kind: 'failed', reference: dataSet.errorMessage } : { kind: 'offline' };
    }
    const columns = missingColumns(dataSet);
    if (progress !== 'loading' && columns.length > 0) return { kind: 'failed', reference: lacking(columns.join(', ')) };
    // While the data set loads again, the lines stay on the form; those of another quote do not.
    const holdsLines = progress !== 'loading' || lines.some(({ id }) => id === dataSet.sortedRecordIds[0]);
    return holdsLines ? null : { kind: 'loading', slow: false };
  }

  return {
    reading,
    get state() {
      const { state } = reading;
      if (instead !== null) return instead;
      if (state.kind === 'ready') return withLines(state, false);
      // No line asks for an item: each has its mark all the same.
      if (state.kind === 'notCoupled' && lines.length > 0) return withLines(noItems, false);
      const isKnown = state.kind === 'loading' && lines.some(({ itemId }) => known.value.has(itemId ?? ''));
      return isKnown ? withLines(known, true) : state;
    },
    show: (dataSet, isSaved) => {
      const progress = progressOf(dataSet);
      instead = insteadOf(dataSet, isSaved, progress);
      if (instead !== null || progress === 'loading') return;
      const all = lineRecords(dataSet);
      lines = all.slice(0, LINES_AT_MOST);
      isPartial = progress === 'partial' || all.length > LINES_AT_MOST;
      if (reading.state.kind === 'ready') known = reading.state;
      const ids = itemIds(lines);
      // Lines that are gone take their items along: those of the others are there already.
      if (reading.state.kind === 'ready' && ids.length > 0 && ids.every((id) => known.value.has(id))) return;
      reading.show(ids.length === 0 ? { kind: 'notCoupled', missing: false } : { kind: 'record', id: ids.join() });
    },
    retry: (dataSet) => {
      if (instead === null) reading.retry();
      else dataSet.refresh();
    },
    askForRefresh: () => {
      const { state } = reading;
      if (state.kind !== 'ready') return;
      const ids = itemIds(lines).slice(0, ITEMS_AT_MOST);
      const numbers = ids.map((id) => state.value.get(id)?.item.number);
      reading.askForRefresh({ kind: 'items', ids }, numbers.join(', '));
    },
  };
}
