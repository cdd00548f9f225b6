/** What Dataverse answers when it refuses: its own code and words. */
export class WebApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** Dataverse's code, e.g. `0x80040220`; empty when the answer was not Dataverse's. */
    readonly code: string,
    /** Seconds to wait, from Retry-After; undefined when not said. */
    readonly retryAfter: number | undefined,
    readonly body: string,
  ) {
    super(message);
    this.name = 'WebApiError';
  }
}

export type Row = Readonly<Record<string, unknown>>;

const ROOT = '/api/data/v9.2/';

const annotations =
  'odata.include-annotations="OData.Community.Display.V1.FormattedValue,Microsoft.Dynamics.CRM.lookuplogicalname,Microsoft.Dynamics.CRM.associatednavigationproperty"';

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws {WebApiError} when the value is not a JSON object */
export function asRow(value: unknown): Row {
  if (!isRow(value)) throw new WebApiError('The answer is not a record.', 200, '', undefined, '');
  return value;
}

/** The rows of a collection answer. @throws {WebApiError} when there is no `value` array: never "no rows" by mistake */
export function rowsOf(value: unknown): readonly Row[] {
  const rows = asRow(value).value;
  if (!Array.isArray(rows)) throw new WebApiError('The answer holds no rows.', 200, '', undefined, '');
  return rows.map(asRow);
}

export function textOf(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function errorOf(status: number, retryAfter: string | null, body: string): WebApiError {
  const parsed = parse(body);
  const error = isRow(parsed) && isRow(parsed.error) ? parsed.error : {};
  const seconds = retryAfter === null ? NaN : Number(retryAfter);
  return new WebApiError(
    textOf(error, 'message') || `Dataverse answered ${status}.`,
    status,
    textOf(error, 'code'),
    Number.isFinite(seconds) ? seconds : undefined,
    body,
  );
}

export interface Answer {
  readonly body: unknown;
  /** Id of a created record, from OData-EntityId. */
  readonly createdId: string | undefined;
}

let userName: string | undefined;

/**
 * From now on this page asks as this user. The cookie is the same for every tab of the browser, the bearer token is not:
 * two users can be looked at side by side. A name that cannot stand in a header goes with the cookie alone.
 */
export function askAs(user: string): void {
  userName = /^[\x21-\x7e]+$/.test(user) ? user : undefined;
}

/** One request as the signed-in user. @throws {WebApiError} when refused; TypeError when there is no connection */
export async function send(method: string, path: string, body?: unknown, prefer = annotations): Promise<Answer> {
  const response = await fetch(ROOT + path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'odata-version': '4.0',
      'odata-maxversion': '4.0',
      prefer,
      ...(userName === undefined ? {} : { authorization: `Bearer ${userName}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw errorOf(response.status, response.headers.get('retry-after'), text);
  const created = /\(([0-9a-f-]{36})\)$/i.exec(response.headers.get('odata-entityid') ?? '');
  return { body: text === '' ? undefined : parse(text), createdId: created?.[1] };
}

export async function get(path: string, prefer?: string): Promise<unknown> {
  return (await send('GET', path, undefined, prefer)).body;
}
