/** What the running service tells. Facts only: no names, numbers or amounts of customers. */
export interface ServiceLog {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  /** An error by its kind, code and id; of an unexpected one its type and its places in the code. */
  failure(event: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}
