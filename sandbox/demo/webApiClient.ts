/** A refused request of the demo's own set-up, with everything that Dataverse said. */
export class SetUpError extends Error {
  constructor(
    readonly status: number,
    path: string,
    answer: string,
  ) {
    super(`The sandbox could not be set up: ${path} was answered with ${status}: ${answer.slice(0, 500)}`);
    this.name = 'SetUpError';
  }
}

export type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The few calls that the demo needs, as one user. */
export class WebApiClient {
  constructor(
    private readonly url: string,
    private readonly user: string,
  ) {}

  /** @throws {SetUpError} when refused */
  async send(method: string, path: string, body?: unknown): Promise<Row> {
    const response = await fetch(`${this.url}/api/data/v9.2/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.user}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new SetUpError(response.status, `${method} ${path}`, text);
    const parsed: unknown = text === '' ? {} : JSON.parse(text);
    return isRow(parsed) ? parsed : {};
  }

  /** Every row of a query, page by page. @throws {SetUpError} */
  async rows(path: string): Promise<readonly Row[]> {
    const found: Row[] = [];
    let next: string | undefined = path;
    while (next !== undefined) {
      const page: Row = await this.send('GET', next);
      const value: unknown = page.value;
      if (Array.isArray(value)) found.push(...value.filter(isRow));
      const link: unknown = page['@odata.nextLink'];
      next =
        typeof link === 'string' ? link.slice(link.indexOf('/api/data/v9.2/') + '/api/data/v9.2/'.length) : undefined;
    }
    return found;
  }
}

/** The text of a column, or an empty one. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}
