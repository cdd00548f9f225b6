import type { Answer, Client } from './client';
import type { Json } from './client';

const q = encodeURIComponent;

/** Asks the analytics API of a client's first company. */
export class Analytics {
  constructor(private readonly client: Client) {}

  get url(): string {
    const { server } = this.client;
    return `${server.analyticsUrl()}/companies(${server.companies[0]?.setup.id ?? ''})`;
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.client.get(`${this.url}/${path}`, headers);
  }

  async filtered(set: string, filter: string, more = ''): Promise<readonly Json[]> {
    const answer = await this.get(`${set}?$filter=${q(filter)}${more}`);
    expect(answer.status).toBe(200);
    return answer.json.rows;
  }
}

/** Selected members of rows, as plain values. */
export function picked(rows: readonly Json[], ...names: readonly string[]): readonly (readonly unknown[])[] {
  return rows.map((row) => names.map((name) => row.at(name).value));
}
