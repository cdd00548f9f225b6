import type { Formats } from './formats';
import type { StateTextKey } from './stateTextKey';
import { fill, type Texts } from './texts';

/**
 * "As of today 10:42" in the user's time zone.
 * @param asOf ISO 8601; `null` when the figures were never read
 * @param now milliseconds since 1970
 */
export function asOfWords(asOf: string | null, now: number, texts: Texts<StateTextKey>, formats: Formats): string {
  if (asOf === null) return texts('AsOf_Unknown');
  const instant = Date.parse(asOf);
  const time = formats.time(instant);
  const daysAgo = formats.daysApart(instant, now);
  const moment =
    daysAgo === 0
      ? fill(texts('AsOf_Today'), { time })
      : daysAgo === 1
        ? fill(texts('AsOf_Yesterday'), { time })
        : formats.dayAndTime(instant);
  return fill(texts('AsOf'), { moment });
}
