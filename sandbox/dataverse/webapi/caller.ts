import { DataverseError } from '../records/dataverseError';
import { isGuid } from '../records/identifiers';
import type { AccessControl, Caller, Impersonation } from '../security/access';

type Headers = Readonly<Record<string, string>>;

/** Name of the cookie that the sandbox's user switcher sets. */
export const userCookie = 'sandbox-user';

/**
 * Who signed in: the sandbox takes the bearer token, or the cookie of the user switcher, as the sign-in name.
 * Undefined when the request shows neither.
 */
export function signInName(headers: Headers): string | undefined {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
  if (token !== undefined) return token;
  for (const part of (headers.cookie ?? '').split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    if (name.trim() === userCookie && value !== '') return decodeURIComponent(value.trim());
  }
  return undefined;
}

/** The caller of a request. Throws 401 for unknown users, 403 for disabled ones and impersonation without the privilege. */
export function callerOf(access: AccessControl, headers: Headers): Caller {
  const name = signInName(headers);
  if (name === undefined) throw unauthorized('The request has no bearer token.');
  const plain = access.caller(name);
  if (!plain.allowed && !isDisabled(plain.code)) throw unauthorized(plain.message);
  const impersonation = impersonationIn(headers);
  const result = impersonation === undefined ? plain : access.caller(name, impersonation);
  if (!result.allowed) throw new DataverseError(403, result.code, result.message);
  return result.caller;
}

/** The user exists and may not sign in: that is 403, not 401. */
function isDisabled(code: string): boolean {
  return code.toLowerCase() === '0x80040225';
}

function impersonationIn(headers: Headers): Impersonation | undefined {
  const objectId = headers.callerobjectid;
  if (objectId !== undefined) return { objectId: guid(objectId) };
  const systemUserId = headers.mscrmcallerid;
  return systemUserId === undefined ? undefined : { systemUserId: guid(systemUserId) };
}

function guid(text: string): string {
  const id = text.trim().replace(/^\{|\}$/g, '');
  if (!isGuid(id)) throw new DataverseError(400, '0x80040203', `The caller id '${text}' is not a GUID.`);
  return id.toLowerCase();
}

function unauthorized(message: string): DataverseError {
  return new DataverseError(401, '0x80041d52', message, { 'WWW-Authenticate': 'Bearer authorization_uri=sandbox' });
}
