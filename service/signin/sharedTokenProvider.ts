import type { Timing } from '../http/timing';
import type { TokenProvider } from './tokenProvider';

/** A token and when it ends, in milliseconds since 1970. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresOn: number;
}

/** Asks the identity provider for a token. */
export interface TokenSource {
  /**
   * @param fresh an earlier token was refused: no cache may answer
   * @throws {ServiceError}
   */
  request(fresh: boolean): Promise<IssuedToken>;
}

const RENEW_AHEAD_MS = 5 * 60_000;
/** A token is used at least so long: an answer with a nonsensical lifetime must not cause a request each time. */
const SHORTEST_USE_MS = 30_000;

/** One token for all callers: twenty at once cause one request, and it is renewed before it ends. */
export class SharedTokenProvider implements TokenProvider {
  private current: { readonly token: string; readonly useUntil: number } | undefined;
  private running: Promise<string> | undefined;
  private refused = false;

  constructor(
    private readonly source: TokenSource,
    private readonly timing: Timing,
  ) {}

  async getToken(): Promise<string> {
    if (this.current !== undefined && this.timing.now() < this.current.useUntil) return this.current.token;
    this.running ??= this.request().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  forget(token: string): void {
    if (this.current?.token !== token) return;
    this.current = undefined;
    this.refused = true;
  }

  private async request(): Promise<string> {
    const { token, expiresOn } = await this.source.request(this.refused);
    this.refused = false;
    const now = this.timing.now();
    const end = Number.isFinite(expiresOn) ? expiresOn - RENEW_AHEAD_MS : 0;
    this.current = { token, useUntil: Math.max(end, now + SHORTEST_USE_MS) };
    return token;
  }
}
