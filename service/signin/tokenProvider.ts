/** Access tokens of one API. */
export interface TokenProvider {
  /**
   * A token that is valid now; twenty callers at once cause one token request.
   * @throws {ServiceError} `signIn`, `config` or `transient`
   */
  getToken(): Promise<string>;
  /** The API refused this token: the next caller gets a new one. */
  forget(token: string): void;
}
