import { setMaxListeners } from 'node:events';

export interface LinkedSignal {
  readonly signal: AbortSignal;
  /** Stops what still runs beside something that has failed. */
  readonly stop: () => void;
}

/** A signal that follows `outer` and can also be aborted from inside. */
export function linkedSignal(outer: AbortSignal): LinkedSignal {
  const inner = new AbortController();
  const signal = AbortSignal.any([outer, inner.signal]);
  // Every request that waits listens to it.
  setMaxListeners(0, signal);
  return { signal, stop: () => inner.abort() };
}
