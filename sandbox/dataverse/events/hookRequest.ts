import { asReference } from '../records/rowOwner';
import { webHookAuthentication } from './registration';
import { largestBody, remoteExecutionContext, trimmed } from './remoteExecutionContext';
import type { Organization, RecordEvent } from '../records/session';
import type { Row } from '../metadata/rows';

/** After so long Dataverse gives a web hook up. */
const timeoutMilliseconds = 60_000;

/** One call of a web hook that is due: the step that asks for it, where it goes, and what happened. */
export interface Delivery {
  readonly step: Row;
  readonly endpoint: Row;
  readonly event: RecordEvent;
}

/** The call as it goes out; undefined when the table or the address is gone. */
export function hookRequest(
  organization: Organization,
  domain: string,
  { step, endpoint, event }: Delivery,
  operationId: string,
): HookRequest | undefined {
  const { store, catalog, id, uniqueName, clock } = organization;
  const table = catalog.current.table(event.table);
  const url = typeof endpoint.url === 'string' ? endpoint.url : undefined;
  const stepId = step.sdkmessageprocessingstepid;
  if (table === undefined || url === undefined || typeof stepId !== 'string') return undefined;
  const whole = remoteExecutionContext(table, event, {
    organizationId: id,
    organizationName: uniqueName,
    businessUnitId: asReference(store.row('systemuser', event.caller.userId)?.businessunitid)?.id,
    stepId,
    operationId,
    operationCreatedOn: clock(),
  });
  const text = JSON.stringify(whole);
  const isTooLarge = Buffer.byteLength(text) > largestBody;
  const { address, headers } = authenticated(endpoint, url);
  return {
    address,
    headers: {
      'content-type': 'application/json',
      'x-ms-dynamics-organization': domain,
      'x-ms-dynamics-entity-name': event.table,
      'x-ms-dynamics-request-name': event.message,
      'x-ms-correlation-request-id': event.correlationId,
      ...(isTooLarge ? { 'x-ms-dynamics-msg-size-exceeded': 'True' } : {}),
      ...headers,
    },
    body: isTooLarge ? JSON.stringify(trimmed(whole)) : text,
  };
}

/** A call of a web hook. */
export interface HookRequest {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What became of a call: a status, or why there is none. */
export interface HookOutcome {
  readonly status: number | undefined;
  readonly reason: string | undefined;
}

/** Calls a web hook once. */
export async function post({ address, headers, body }: HookRequest): Promise<HookOutcome> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    // Only the status counts; what the web hook says besides is not read.
    await response.body?.cancel();
    return { status: response.status, reason: undefined };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    return { status: undefined, reason: `The web hook could not be reached. ${cause}`.trim() };
  }
}

/** Adds the key that the receiver checks: in the query under `code`, or as the header or query pairs of the settings XML. */
function authenticated(
  endpoint: Row,
  url: string,
): { readonly address: string; readonly headers: Record<string, string> } {
  const value = typeof endpoint.authvalue === 'string' ? endpoint.authvalue : '';
  const address = new URL(url);
  if (endpoint.authtype === webHookAuthentication.webhookKey) {
    address.searchParams.set('code', value);
    return { address: address.href, headers: {} };
  }
  const pairs = settingsIn(value);
  if (endpoint.authtype === webHookAuthentication.httpHeader) return { address: address.href, headers: pairs };
  for (const [name, text] of Object.entries(pairs)) address.searchParams.set(name, text);
  return { address: address.href, headers: {} };
}

/** `<settings><setting name="x" value="y" /></settings>`, the form in which Dataverse keeps several keys. */
function settingsIn(xml: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const [, name = '', value = ''] of xml.matchAll(/<setting\s+name="([^"]*)"\s+value="([^"]*)"\s*\/>/g)) {
    pairs[unescaped(name)] = unescaped(value);
  }
  return pairs;
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
}
