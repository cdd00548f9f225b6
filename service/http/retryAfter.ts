/**
 * The wait that an answer asks for, in milliseconds; `undefined` when the header is missing or makes no sense.
 * A date in the past is 0. Source: RFC 9110, 10.2.3 (whole seconds, or an HTTP date).
 * @param now milliseconds since 1970
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Za-z]{3,9}, .*\d{2}:\d{2}:\d{2}/.test(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - now);
}
