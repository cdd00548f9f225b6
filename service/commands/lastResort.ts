import { ServiceError } from '../http/serviceError';
import { framesOf } from '../logging/logger';
import { exitCodes } from './exitCodes';

/** The process, as far as errors that nobody caught are concerned. */
export interface CrashingProcess {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): void;
  exit(code: number): void;
}

/**
 * What may be shown of an error that nobody expected: its type and its places in the code, never its text,
 * which can hold anything.
 */
export function describeUnexpected(error: unknown): string {
  if (error instanceof ServiceError) return error.message;
  const name = error instanceof Error ? error.constructor.name : typeof error;
  const frames = framesOf(error);
  return `An error in bci itself (${name}). Please report it with these lines:${frames === '' ? ' none' : `\n${frames}`}`;
}

/** Node would print the whole error, and with it perhaps a token: we print our own sentence and end. */
export function installLastResort(target: CrashingProcess, write: (text: string) => void): void {
  const crash = (error: unknown): void => {
    write(`bci broke down. What was written is complete; run again.\n${describeUnexpected(error)}\n`);
    target.exit(exitCodes.crashed);
  };
  target.on('uncaughtException', crash);
  target.on('unhandledRejection', crash);
}
