import { setTimeout as delay } from 'node:timers/promises';
import { ServiceError } from './serviceError';

/** Clock, waiting and chance, so that tests need none of them for real. */
export interface Timing {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws {ServiceError} `cancelled` as soon as `signal` is aborted */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** 0 up to, not including, 1. */
  random(): number;
}

/** The error of work that was stopped from outside. */
export function cancelledError(): ServiceError {
  return new ServiceError({ kind: 'cancelled', message: 'Stopped before it was finished.' });
}

export const systemTiming: Timing = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    try {
      await delay(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch {
      throw cancelledError();
    }
  },
  random: () => Math.random(),
};
