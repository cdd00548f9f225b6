import { z } from 'zod';
import * as refreshRequest from '../../dataverse/generated/bciRefreshRequest';
import { isSameKey } from './webhookKey';

/** Dataverse itself cuts a body at 256 KB. Source: Microsoft Learn, "Use webhooks". */
export const LARGEST_BODY_BYTES = 256 * 1024;

/** Where a key may stand besides `?code=`, the way of a webhook registered with authentication type WebhookKey. */
export const KEY_HEADER = 'x-bci-webhook-key';
const ORGANIZATION_HEADER = 'x-ms-dynamics-organization';
const ENTITY_HEADER = 'x-ms-dynamics-entity-name';
const REQUEST_HEADER = 'x-ms-dynamics-request-name';

export interface WebhookCall {
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface WebhookExpectation {
  readonly key: string;
  /** Host name of the Dataverse organization. */
  readonly organization: string;
}

const contextSchema = z.object({ PrimaryEntityId: z.guid() });

/** A sandbox names its port as well. */
function hostNameOf(organization: string): string {
  return organization.toLowerCase().replace(/:\d+$/, '');
}

/** HTTP status with which a call is turned away, or `null` when it may pass. Says nothing about the reason. */
export function refusalOf({ url, headers }: WebhookCall, expected: WebhookExpectation): 401 | 403 | null {
  const given = url.searchParams.get('code') ?? headers[KEY_HEADER] ?? '';
  if (!isSameKey(given, expected.key)) return 401;
  return hostNameOf(headers[ORGANIZATION_HEADER] ?? '') === hostNameOf(expected.organization) ? null : 403;
}

/** True for the one event that this webhook is about; others are answered and left alone. */
export function isRefreshRequestCreated({ headers }: WebhookCall): boolean {
  return (
    headers[ENTITY_HEADER]?.toLowerCase() === refreshRequest.logicalName &&
    headers[REQUEST_HEADER]?.toLowerCase() === 'create'
  );
}

/** Row id in the execution context that Dataverse posts; `null` when the body is none. Nothing else of it is used. */
export function rowIdOf(body: string): string | null {
  try {
    const parsed = contextSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.PrimaryEntityId.toLowerCase() : null;
  } catch {
    return null;
  }
}
