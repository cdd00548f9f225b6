import { ApiClient, type ApiClientOptions } from '../../../service/http/apiClient';
import { businessCentralDescription } from '../../../service/http/apiDescription';
import { cancelledError, type Timing } from '../../../service/http/timing';
import type { RequestGate } from '../../../service/gate/requestGate';
import type { TokenProvider } from '../../../service/signin/tokenProvider';

/** Waiting takes no time; the clock moves by what was waited. Chance adds nothing. */
export class FakeTiming implements Timing {
  readonly waits: number[] = [];
  private instant = Date.parse('2026-06-30T12:00:00Z');
  now(): number {
    return this.instant;
  }
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.reject(cancelledError());
    this.waits.push(milliseconds);
    this.instant += milliseconds;
    return Promise.resolve();
  }
  random(): number {
    return 0;
  }
}

/** Lets everything through and notes the pauses. */
export class OpenGate implements RequestGate {
  readonly pauses: number[] = [];
  run<T>(_connection: string, _lane: string, _signal: AbortSignal | undefined, request: () => Promise<T>): Promise<T> {
    return request();
  }
  pause(_connection: string, milliseconds: number): Promise<void> {
    this.pauses.push(milliseconds);
    return Promise.resolve();
  }
}

export class FakeTokens implements TokenProvider {
  readonly forgotten: string[] = [];
  private number = 1;
  getToken(): Promise<string> {
    return Promise.resolve(`planted-token-${this.number}`);
  }
  forget(token: string): void {
    this.forgotten.push(token);
    this.number += 1;
  }
}

export interface ClientUnderTest {
  readonly client: ApiClient;
  readonly timing: FakeTiming;
  readonly gate: OpenGate;
  readonly tokens: FakeTokens;
}

export function createClient(baseUrl: string, options: Partial<ApiClientOptions> = {}): ClientUnderTest {
  const timing = new FakeTiming();
  const gate = new OpenGate();
  const tokens = new FakeTokens();
  const client = new ApiClient({
    api: businessCentralDescription,
    baseUrl,
    tokens,
    gate,
    timing,
    connections: 5,
    ...options,
  });
  return { client, timing, gate, tokens };
}
