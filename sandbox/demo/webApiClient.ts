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

  /** All or none in one request. @param table logical name, of which the set's is the plural. @throws {SetUpError} */
  async createAll(table: string, rows: readonly Row[]): Promise<void> {
    await this.writeAll('CreateMultiple', table, rows);
  }

  /** As `createAll`, for rows that exist: each names its own id. @throws {SetUpError} */
  async updateAll(table: string, rows: readonly Row[]): Promise<void> {
    await this.writeAll('UpdateMultiple', table, rows);
  }

  private async writeAll(message: string, table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.send('POST', `${table}s/Microsoft.Dynamics.CRM.${message}`, {
      Targets: rows.map((row) => ({ '@odata.type': `Microsoft.Dynamics.CRM.${table}`, ...row })),
    });
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

/** @param table logical name. @returns id of the row of this name. @throws {Error} when there is none */
export async function rowId(client: WebApiClient, table: string, name: string): Promise<string> {
  const [row] = await client.rows(`${table}s?$select=${table}id&$filter=name eq '${name.replace(/'/g, "''")}'`);
  if (!row) throw new Error(`There is no ${table} "${name}".`);
  return textOf(row, `${table}id`);
}
