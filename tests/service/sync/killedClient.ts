import type { HttpClient, HttpRequest, HttpResponse } from '../../../service/http/httpClient';
import { ServiceError } from '../../../service/http/serviceError';

/**
 * The life of a process in HTTP requests: with request number `last` it dies, and nothing happens any more.
 * Either before that request leaves, or when it was carried out and nobody hears the answer.
 */
export class Lifetime {
  private requests = 0;

  constructor(
    private readonly last: number,
    private readonly dies: 'before' | 'after',
  ) {}

  get count(): number {
    return this.requests;
  }

  async live<T>(send: () => Promise<HttpResponse<T>>): Promise<HttpResponse<T>> {
    this.requests += 1;
    const number = this.requests;
    const dead = new ServiceError({ kind: 'cancelled', message: 'The process was killed.' });
    if (number > this.last || (number === this.last && this.dies === 'before')) throw dead;
    const response = await send();
    if (this.requests >= this.last) throw dead;
    return response;
  }
}

export class MortalClient implements HttpClient {
  constructor(
    private readonly client: HttpClient,
    private readonly lifetime: Lifetime,
  ) {}

  get baseUrl(): string {
    return this.client.baseUrl;
  }

  get requestCount(): number {
    return this.client.requestCount;
  }

  send<T>(request: HttpRequest<T>): Promise<HttpResponse<T>> {
    return this.lifetime.live(() => this.client.send(request));
  }
}
