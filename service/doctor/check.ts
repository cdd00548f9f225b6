import type { ServiceErrorKind } from '../http/serviceError';
import { isServiceError } from '../http/serviceError';

export type CheckState = 'passed' | 'failed' | 'skipped' | 'warning';

/** One condition that must hold for the service to work. */
export interface Check {
  /** Stable, for scripts: `dataverse.keys.bci_customer`. */
  readonly id: string;
  readonly title: string;
  readonly state: CheckState;
  /** What was found; one sentence. */
  readonly what: string;
  /** Why it is so, or why it could not be looked at. */
  readonly why: string | null;
  /** What to do. */
  readonly cure: string | null;
  /** What kind of error it is; only with `failed`. */
  readonly kind?: ServiceErrorKind;
}

export interface CheckSubject {
  readonly id: string;
  readonly title: string;
}

/** Ends a sentence with a name that may end in a full stop itself: "CRONUS International Ltd." */
export function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

export function passed(subject: CheckSubject, what: string): Check {
  return { ...subject, state: 'passed', what, why: null, cure: null };
}

export function warning(subject: CheckSubject, what: string, cure: string, why: string | null = null): Check {
  return { ...subject, state: 'warning', what, why, cure };
}

export function skipped(subject: CheckSubject, why: string, cure: string | null = null): Check {
  return { ...subject, state: 'skipped', what: 'Not checked.', why, cure };
}

export function failed(
  subject: CheckSubject,
  kind: ServiceErrorKind,
  what: string,
  cure: string,
  why: string | null = null,
): Check {
  return { ...subject, state: 'failed', what, why, cure, kind };
}

const CURES: Readonly<Record<ServiceErrorKind, string>> = {
  config: 'Correct the setting and run bci doctor again.',
  signIn: 'Correct the sign-in and run bci doctor again.',
  permission: 'Give the permission and run bci doctor again.',
  throttled: 'Wait a few minutes and run bci doctor again.',
  transient: 'Check the network, and run bci doctor again later.',
  refused: 'Remove the cause and run bci doctor again.',
  protocol: 'Check the address and the version of the other side, and run bci doctor again.',
  cancelled: 'Run bci doctor again.',
};

/** A check that ended with an error. @throws what is not a ServiceError, and a cancellation */
export function failedBy(subject: CheckSubject, error: unknown): Check {
  if (!isServiceError(error) || error.kind === 'cancelled') throw error;
  const details = [
    error.status === undefined ? '' : `status ${error.status}`,
    error.code === undefined ? '' : `code ${error.code}`,
    error.correlationId === undefined ? '' : `correlation id ${error.correlationId}`,
  ].filter((detail) => detail !== '');
  const why = details.length === 0 ? null : `${details.join(', ')}.`;
  return failed(subject, error.kind, error.message, CURES[error.kind], why);
}

/** The result of a check that others build on; `null` when they cannot. */
export interface Finding<T> {
  readonly checks: readonly Check[];
  readonly value: T | null;
}

/** Runs a check; an error of the other side is its result. */
export async function examine<T>(
  subject: CheckSubject,
  look: () => Promise<{ readonly check: Check; readonly value: T | null }>,
): Promise<Finding<T>> {
  try {
    const { check, value } = await look();
    return { checks: [check], value };
  } catch (error) {
    return { checks: [failedBy(subject, error)], value: null };
  }
}
