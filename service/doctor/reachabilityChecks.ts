import { AxiosTransport } from '../http/axiosTransport';
import type { ApiDescription } from '../http/apiDescription';
import { Deadline } from '../http/deadline';
import { failureOfNetwork } from '../http/networkError';
import { ServiceError } from '../http/serviceError';
import { cancelledError, type Timing } from '../http/timing';
import { examine, failed, passed, skipped, type Check, type Finding } from './check';

const PROBE_DEADLINE_MS = 15_000;
/** Tokens and time stamps of both sides stop working beyond it. */
const LARGEST_CLOCK_SKEW_MS = 300_000;

export interface Probe {
  /** `Date` header of the answer. */
  readonly date: string | undefined;
}

/** Asks without a token: any answer at all shows that the address is right and the certificate accepted. */
export async function probe(baseUrl: string, api: ApiDescription, signal: AbortSignal): Promise<Probe> {
  const url = new URL(baseUrl);
  const transport = new AxiosTransport(url, 1);
  const deadline = new Deadline(PROBE_DEADLINE_MS, signal);
  try {
    const headers = { Accept: 'application/json' };
    const answer = await transport.exchange({ method: 'GET', url, headers, body: undefined, signal: deadline.signal });
    return { date: answer.headers.date };
  } catch (error) {
    if (signal.aborted) throw cancelledError();
    if (!deadline.expired) throw failureOfNetwork(error, api, url.host).error;
    const message = `${api.name} at ${url.host} did not answer within ${PROBE_DEADLINE_MS / 1000} s. Check ${api.addressSetting} and the network.`;
    throw new ServiceError({ kind: 'transient', code: 'deadline', message });
  } finally {
    deadline.release();
    transport.close();
  }
}

function checkClock(api: ApiDescription, date: string | undefined, now: number): Check {
  const subject = { id: `clock.${api.connection}`, title: `Clock against ${api.name}` };
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return skipped(subject, 'The answer had no Date header.');
  const seconds = Math.round((now - theirs) / 1000);
  const what = `This machine's clock differs by ${Math.abs(seconds)} s.`;
  if (Math.abs(now - theirs) <= LARGEST_CLOCK_SKEW_MS) return passed(subject, what);
  return failed(
    subject,
    'config',
    what,
    'Set the clock of this machine, or let it be set by NTP.',
    'Tokens are refused beyond 300 s.',
  );
}

/** Address, certificate and clock of one side. */
export async function checkReachability(
  baseUrl: string,
  api: ApiDescription,
  timing: Timing,
  signal: AbortSignal,
): Promise<Finding<Probe>> {
  const subject = { id: `reachable.${api.connection}`, title: `${api.name} reachable` };
  const finding = await examine(subject, async () => {
    const value = await probe(baseUrl, api, signal);
    return { check: passed(subject, `${new URL(baseUrl).host} answers.`), value };
  });
  const clock =
    finding.value === null
      ? skipped({ id: `clock.${api.connection}`, title: `Clock against ${api.name}` }, `${api.name} does not answer.`)
      : checkClock(api, finding.value.date, timing.now());
  return { ...finding, checks: [...finding.checks, clock] };
}
