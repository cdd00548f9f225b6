import type { Row } from '../../../sandbox/salesclient/browser/dataverse/webApi';

export interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A Web API that notes what is written to it. */
export interface LocalDataverse {
  readonly writes: readonly Write[];
  /** What a GET of that path is answered with, whatever its query. */
  answer(path: string, body: Row): void;
  /** From now on nothing is written. */
  refuse(message: string): void;
}

const setNames: Readonly<Record<string, string>> = {
  quote: 'quotes',
  product: 'products',
  uom: 'uoms',
  pfx_location: 'pfx_locations',
};

function definitionOf(path: string): Row {
  const name = /LogicalName='(\w+)'/.exec(path)?.[1] ?? '';
  return {
    LogicalName: name,
    EntitySetName: setNames[name],
    PrimaryIdAttribute: `${name}id`,
    PrimaryNameAttribute: 'name',
    Attributes: [],
    ManyToOneRelationships: [],
    Privileges: [],
    value: [],
  };
}

/** As much of a `Response` as the client reads; jsdom has none. */
interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

function answerOf(body: unknown, status = 200): Answer {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = new Map([['odata-entityid', 'https://x/y(00000000-0000-0000-0000-000000000099)']]);
  return {
    ok: status < 400,
    status,
    headers: { get: (name) => headers.get(name) ?? null },
    text: () => Promise.resolve(text),
  };
}

/** Takes the place of `fetch` until the end of the test. */
export function localDataverse(): LocalDataverse {
  const writes: Write[] = [];
  const answers = new Map<string, Row>();
  let refusal: string | undefined;
  const fetch = (url: string, init: { method: string; body?: string }): Promise<Answer> => {
    const path = decodeURIComponent(url.replace('/api/data/v9.2/', ''));
    if (init.method !== 'GET') {
      if (refusal !== undefined)
        return Promise.resolve(answerOf({ error: { code: '0x80040220', message: refusal } }, 403));
      const body: unknown = init.body === undefined ? undefined : JSON.parse(init.body);
      writes.push({ method: init.method, path, body });
      return Promise.resolve(answerOf(undefined, 204));
    }
    const known = answers.get(path.split('?')[0] ?? '');
    if (!known && path.startsWith('EntityDefinitions')) return Promise.resolve(answerOf(definitionOf(path)));
    return Promise.resolve(known ? answerOf(known) : answerOf({ error: { code: '', message: `No ${path}.` } }, 404));
  };
  Object.assign(globalThis, { fetch });
  return {
    writes,
    answer: (path, body) => void answers.set(path, body),
    refuse: (message) => {
      refusal = message;
    },
  };
}
