import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, type RenderResult } from '@testing-library/react';
import { QuoteAvailability } from '../../controls/QuoteAvailability/index';
import type { ControlContext } from '../../controls/QuoteAvailability/manifestTypes';
import { FakePlatform, type LanguageCode, type Request } from './fakePlatform';
import { settle } from './mountedControl';
import { FakeDataSet } from './quoteDataSet';
import { stringsOf } from './resxStrings';

const folder = join(__dirname, '../../controls/QuoteAvailability/strings');
const known = new Map<LanguageCode, ReadonlyMap<string, string>>();

/** The texts of one language, by key. */
export function quoteStrings(language: LanguageCode): ReadonlyMap<string, string> {
  const strings =
    known.get(language) ?? stringsOf(readFileSync(join(folder, `QuoteAvailability.${language}.resx`), 'utf8'));
  known.set(language, strings);
  return strings;
}

export interface Read {
  readonly table: string;
  readonly options: string;
  readonly ids: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

interface QuotePlatformOptions {
  readonly language?: LanguageCode;
  readonly strings?: ReadonlyMap<string, string>;
}

/** The platform around a quote's form: its lines, and what the Web API knows of items. */
export class QuotePlatform extends FakePlatform {
  readonly lines = new FakeDataSet();
  /** Rows of bci_item by id. */
  readonly items = new Map<string, Row>();
  readonly reads: Read[] = [];
  /** What happens to a read before it is answered; 'nonsense' is answered with something else than items. */
  onRead: ((read: Read) => Promise<unknown>) | null = null;

  constructor({ language = 1033, strings = quoteStrings(language) }: QuotePlatformOptions = {}) {
    super({ language, strings, answer: ({ method }: Request) => (method === 'create' ? { id: 'request' } : {}) });
  }

  quoteContext(): ControlContext {
    const context = this.context();
    return {
      ...context,
      webAPI: { ...context.webAPI, retrieveMultipleRecords: (table, options = '') => this.read(table, options) },
      parameters: { lines: this.lines.dataSet() },
    };
  }

  private async read(table: string, options: string): Promise<ComponentFramework.WebApi.RetrieveMultipleResponse> {
    const ids = [...options.matchAll(/'([0-9a-f-]{36})'/g)].map(([, id = '']) => id);
    const read = { table, options, ids };
    this.reads.push(read);
    const instead = await this.onRead?.(read);
    // The platform hands on whatever the server said, nonsense included.
    if (instead === 'nonsense') return { entities: [{ bci_itemid: 7 }], nextLink: '' };
    const found = ids.map((id) => this.items.get(id)).filter((row) => row !== undefined);
    return { entities: found, nextLink: '' };
  }
}

export interface MountedQuote {
  readonly view: RenderResult;
  readonly control: QuoteAvailability;
  /** The platform calls updateView again. */
  readonly update: () => Promise<void>;
  /** The platform takes the control away. */
  readonly destroy: () => void;
}

export async function mountQuote(platform: QuotePlatform): Promise<MountedQuote> {
  const control = new QuoteAvailability();
  control.init(platform.quoteContext());
  const view = render(control.updateView(platform.quoteContext()));
  await settle();
  return {
    view,
    control,
    update: async () => {
      view.rerender(control.updateView(platform.quoteContext()));
      await settle();
    },
    destroy: () => {
      control.destroy();
      view.unmount();
    },
  };
}
