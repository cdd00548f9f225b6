import type { BusinessCentralOptions, LocalBusinessCentral } from '../../../sandbox/businesscentral/server';
import { startBusinessCentral } from '../../../sandbox/businesscentral/server';
import { SANDBOX_TOKEN } from '../../../sandbox/businesscentral/tokens';

/** The instant and the day that tests begin at. */
export const NOW = Date.parse('2026-07-15T10:00:00Z');
export const TODAY = '2026-07-15';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; an empty object when it is none. */
  readonly json: Json;
}

/** JSON with the few questions tests ask of it. */
export class Json {
  constructor(readonly value: unknown) {}

  at(name: string | number): Json {
    const { value } = this;
    return new Json(typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);
  }

  get rows(): readonly Json[] {
    const rows = this.at('value').value;
    return Array.isArray(rows) ? rows.map((row) => new Json(row)) : [];
  }

  /** The values of one property of all rows. */
  column(name: string): readonly unknown[] {
    return this.rows.map((row) => row.at(name).value);
  }

  /** The names of an object's members, in their order. */
  get names(): readonly string[] {
    const { value } = this;
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  }

  get text(): string {
    return typeof this.value === 'string' ? this.value : '';
  }

  get number(): number {
    return typeof this.value === 'number' ? this.value : Number.NaN;
  }
}

export interface Client {
  readonly server: LocalBusinessCentral;
  /** `path` is below the API's root; `~` stands for the first company. */
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Posts to a command of the sandbox. */
  readonly command: (name: string, body: unknown) => Promise<Answer>;
}

const started: LocalBusinessCentral[] = [];

/** A test that fails before it closes its server must not keep the run from ending. */
afterAll(() => Promise.all(started.map((server) => server.close())));

export async function startClient(options: BusinessCentralOptions = {}): Promise<Client> {
  const server = await startBusinessCentral({ clock: () => NOW, ...options });
  started.push(server);
  const company = server.companies[0]?.setup.id ?? '';
  const request = async (address: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(address, init);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, text, json: new Json(isJson ? JSON.parse(text) : {}) };
  };
  const send: Client['send'] = (method, path, body, headers = {}) =>
    request(path.startsWith('http') ? path : `${server.apiUrl()}/${path.replace('~', `companies(${company})`)}`, {
      method,
      headers: { authorization: `Bearer ${SANDBOX_TOKEN}`, 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    server,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    command: (name, body) => request(`${server.url}/sandbox/${name}`, { method: 'POST', body: JSON.stringify(body) }),
  };
}

/** Code and the beginning of the message of an error answer. */
export function errorOf({ status, json }: Answer): readonly [number, string, string] {
  const error = json.at('error');
  return [status, error.at('code').text, error.at('message').text.replace(/ {2}CorrelationId:.*/, '')];
}
