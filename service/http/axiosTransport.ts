import http from 'node:http';
import https from 'node:https';
import axios, { type AxiosInstance } from 'axios';
import { isLoopback } from './apiAddress';
import type { HttpMethod } from './httpClient';

const LARGEST_ANSWER_BYTES = 50 * 1024 * 1024;

export interface RawRequest {
  readonly method: HttpMethod;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
}

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * The one place that knows axios: every status resolves, no redirect is followed, the body stays text,
 * and more than 50 MB are refused. What it throws holds the token and must not leave the caller.
 */
export class AxiosTransport {
  private readonly agents: readonly [http.Agent, https.Agent];
  private readonly instance: AxiosInstance;

  /** @param connections connections kept open at most */
  constructor(base: URL, connections: number) {
    const agentOptions = { keepAlive: true, maxSockets: connections };
    this.agents = [new http.Agent(agentOptions), new https.Agent(agentOptions)];
    this.instance = axios.create({
      httpAgent: this.agents[0],
      httpsAgent: this.agents[1],
      maxRedirects: 0,
      maxContentLength: LARGEST_ANSWER_BYTES,
      maxBodyLength: LARGEST_ANSWER_BYTES,
      responseType: 'text',
      transformResponse: (text: unknown) => text,
      validateStatus: () => true,
      ...(isLoopback(base) ? { proxy: false as const } : {}),
    });
  }

  async exchange(request: RawRequest): Promise<RawAnswer> {
    const response = await this.instance.request<unknown>({
      method: request.method,
      url: request.url.href,
      headers: { ...request.headers },
      signal: request.signal,
      ...(request.body === undefined ? {} : { data: request.body }),
    });
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(response.headers)) {
      if (typeof value === 'string') headers[name.toLowerCase()] = value;
    }
    return { status: response.status, headers, text: typeof response.data === 'string' ? response.data : '' };
  }

  /** Ends idle connections, so that the process can end. */
  close(): void {
    for (const agent of this.agents) agent.destroy();
  }
}
