import type { ServiceErrorKind } from '../http/serviceError';
import { isServiceError } from '../http/serviceError';

/** How `bci` ends. Listed by `bci --help` and in the README. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  configuration: 3,
  signInOrPermission: 4,
  refused: 5,
  someRowsFailed: 6,
  crashed: 70,
  tryLater: 75,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'done',
  bug: 'an error in bci itself',
  usage: 'wrong use of the command line',
  configuration: 'the configuration is wrong',
  signInOrPermission: 'sign-in failed, or a permission is missing',
  refused: 'the other side refused, or gave an answer that is not the expected one',
  someRowsFailed: 'done, but some rows or companies failed; run again after curing them',
  crashed: 'bci broke down',
  tryLater: 'a limit is reached or the other side is not available: run again later',
  interrupted: 'stopped with Ctrl-C',
  terminated: 'stopped by SIGTERM',
};

const byKind: Readonly<Record<ServiceErrorKind, ExitCode>> = {
  config: exitCodes.configuration,
  signIn: exitCodes.signInOrPermission,
  permission: exitCodes.signInOrPermission,
  refused: exitCodes.refused,
  protocol: exitCodes.refused,
  throttled: exitCodes.tryLater,
  transient: exitCodes.tryLater,
  cancelled: exitCodes.interrupted,
};

export function exitCodeOf(error: unknown): ExitCode {
  return isServiceError(error) ? byKind[error.kind] : exitCodes.bug;
}
