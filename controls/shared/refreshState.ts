/** How far a refresh has come that the user asked for. */
export type RefreshState =
  | { readonly kind: 'idle' | 'busy' | 'done' | 'stillWorking' | 'forbidden' | 'offline' }
  /** @property message the service's own sentence, when it gave one */
  | { readonly kind: 'failed'; readonly message: string | null };
