import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { version } from '../../package.json';
import type { RequestGate } from '../gate/requestGate';
import type { TokenProvider } from '../signin/tokenProvider';
import { describePath, parseBaseUrl, requestUrl } from './apiAddress';
import type { ApiDescription } from './apiDescription';
import { MalformedAnswer, readAnswer } from './answerBody';
import type { AttemptReport } from './attemptReport';
import { AxiosTransport, type RawAnswer } from './axiosTransport';
import { Deadline } from './deadline';
import { correlationIdOf, errorOfAnswer } from './errorAnswer';
import type { HttpClient, HttpRequest, HttpResponse } from './httpClient';
import { failureOfNetwork } from './networkError';
import { parseRetryAfter } from './retryAfter';
import { waitBeforeNextTry, type AttemptFailure } from './retryRules';
import { isServiceError, ServiceError } from './serviceError';
import { cancelledError, type Timing } from './timing';

export const DEFAULT_DEADLINE_MS = 60_000;

export interface ApiClientOptions {
  readonly api: ApiDescription;
  /** @see parseBaseUrl */
  readonly baseUrl: string;
  readonly tokens: TokenProvider;
  readonly gate: RequestGate;
  readonly timing: Timing;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Total time of one attempt; default 60 s. */
  readonly deadlineMs?: number;
  /** Connections kept open; the API's own limit of requests at a time. */
  readonly connections: number;
  /** Told after every attempt; for logs. */
  readonly onAttempt?: (attempt: AttemptReport) => void;
}

type Outcome<T> =
  { readonly response: HttpResponse<T> } | { readonly failure: AttemptFailure; readonly tokenRefused: boolean };

/** One request on its way. */
interface Sending<T> {
  readonly request: HttpRequest<T>;
  readonly url: URL;
  readonly subject: string;
  readonly deadlineMs: number;
}

/**
 * The client of one API. Every attempt has a total deadline and passes the request gate, what is worth repeating is
 * repeated, and every error that leaves is a ServiceError without a token in it.
 */
export class ApiClient implements HttpClient {
  readonly baseUrl: string;
  private readonly base: URL;
  private readonly transport: AxiosTransport;
  private attempts = 0;

  constructor(private readonly options: ApiClientOptions) {
    this.base = parseBaseUrl(options.baseUrl, options.api.addressSetting);
    this.baseUrl = this.base.href;
    this.transport = new AxiosTransport(this.base, options.connections);
  }

  get requestCount(): number {
    return this.attempts;
  }

  /** Ends idle connections, so that the process can end. */
  close(): void {
    this.transport.close();
  }

  async send<T>(request: HttpRequest<T>): Promise<HttpResponse<T>> {
    const url = requestUrl(this.base, request.path, this.options.api.name);
    // Every request that runs or waits listens to the caller's signal: many at once are no leak.
    if (request.signal !== undefined) setMaxListeners(0, request.signal);
    const subject = describePath(this.base, url);
    const deadlineMs = request.deadlineMs ?? this.options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    const sending = { request, url, subject, deadlineMs };
    const repeatable = request.repeatable ?? request.method !== 'POST';
    let renewed = false;
    for (let tried = 1; ; tried += 1) {
      const started = this.options.timing.now();
      const outcome = await this.attempt(sending);
      if ('response' in outcome) {
        this.report(sending, tried, started, outcome.response, undefined);
        return outcome.response;
      }
      const { failure } = outcome;
      const repeatWithNewToken: boolean = outcome.tokenRefused && !renewed;
      const wait = repeatWithNewToken ? 0 : waitBeforeNextTry(failure, tried, repeatable, this.options.timing);
      this.report(sending, tried, started, failure.error, wait);
      if (wait === undefined) throw failure.error;
      renewed ||= repeatWithNewToken;
      await this.waitFor(wait, failure.error, request.signal);
    }
  }

  /** A wait that the API asks for holds for every caller; one after a fault only for this one. */
  private async waitFor(milliseconds: number, error: ServiceError, signal: AbortSignal | undefined): Promise<void> {
    if (milliseconds === 0) return;
    if (error.kind === 'throttled' || error.retryAfterMs !== undefined) {
      await this.options.gate.pause(this.options.api.connection, milliseconds);
    } else {
      await this.options.timing.sleep(milliseconds, signal);
    }
  }

  private async attempt<T>(sending: Sending<T>): Promise<Outcome<T>> {
    const { gate, api, tokens } = this.options;
    const { lane, signal } = sending.request;
    return gate.run(api.connection, lane, signal, async (): Promise<Outcome<T>> => {
      const token = await tokens.getToken();
      const requestId = randomUUID();
      const deadline = new Deadline(sending.deadlineMs, signal);
      this.attempts += 1;
      try {
        const answer = await this.exchange(sending, token, requestId, deadline.signal);
        return this.judge(sending, answer, token, requestId);
      } catch (error) {
        return { failure: this.failureOf(error, sending, deadline), tokenRefused: false };
      } finally {
        deadline.release();
      }
    });
  }

  private exchange(
    { request, url }: Sending<unknown>,
    token: string,
    requestId: string,
    signal: AbortSignal,
  ): Promise<RawAnswer> {
    const json = request.json === undefined ? undefined : JSON.stringify(request.json);
    const contentType = json === undefined ? request.text?.contentType : 'application/json; charset=utf-8';
    return this.transport.exchange({
      method: request.method,
      url,
      signal,
      body: json ?? request.text?.text,
      headers: {
        Accept: request.responseText === true ? 'multipart/mixed' : 'application/json',
        'User-Agent': `BusinessCentralIntegration/${version}`,
        ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
        ...this.options.headers,
        ...request.headers,
        'x-ms-client-request-id': requestId,
        Authorization: `Bearer ${token}`,
      },
    });
  }

  private judge<T>({ request, subject }: Sending<T>, answer: RawAnswer, token: string, requestId: string): Outcome<T> {
    const { status, headers, text } = answer;
    if (status >= 200 && status < 300) {
      const body = readAnswer(answer, request, subject, this.options.api.name);
      return { response: { status, headers, body, correlationId: correlationIdOf(headers) ?? requestId } };
    }
    const retryAfterMs = parseRetryAfter(headers['retry-after'], this.options.timing.now());
    const body = text.replaceAll(token, '[token]');
    const error = errorOfAnswer({ status, headers, body, subject, retryAfterMs, requestId }, this.options.api);
    const tokenRefused = status === 401;
    if (tokenRefused) this.options.tokens.forget(token);
    return { failure: { error, untouched: status === 429 || tokenRefused }, tokenRefused };
  }

  private failureOf(
    error: unknown,
    { request, url, ...sending }: Sending<unknown>,
    deadline: Deadline,
  ): AttemptFailure {
    const { api } = this.options;
    if (isServiceError(error)) return { error, untouched: false };
    if (error instanceof MalformedAnswer) {
      const message = `${api.name}: ${error.message} If it stays so, check ${api.addressSetting} and any proxy.`;
      return { error: new ServiceError({ kind: 'protocol', message }), untouched: false, malformed: true };
    }
    if (request.signal?.aborted === true) return { error: cancelledError(), untouched: false };
    if (!deadline.expired) return failureOfNetwork(error, api, url.host);
    const seconds = sending.deadlineMs / 1000;
    const message = `${api.name} at ${url.host} did not answer completely within ${seconds} s for ${sending.subject}. Run again later.`;
    return { error: new ServiceError({ kind: 'transient', code: 'deadline', message }), untouched: false };
  }

  private report(
    { request, subject }: Sending<unknown>,
    attempt: number,
    started: number,
    result: HttpResponse<unknown> | ServiceError,
    retryInMs: number | undefined,
  ): void {
    this.options.onAttempt?.({
      api: this.options.api.connection,
      method: request.method,
      subject,
      attempt,
      status: result.status,
      outcome: result instanceof ServiceError ? result.kind : 'ok',
      durationMs: this.options.timing.now() - started,
      correlationId: result.correlationId,
      retryInMs,
    });
  }
}
