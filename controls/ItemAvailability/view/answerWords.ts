import type { CalendarDate } from '../../../domain/calendarDate';
import type { Quantity } from '../../../domain/quantity';
import { locationName } from '../../shared/LocationTable';
import { fill } from '../../shared/texts';
import type { StandingAnswer, TriedAnswer } from './answerModel';
import type { Presentation } from './presentation';

/** "48 PCS available today; 120 more on 4 December." @param where name of the location; '' for all of them */
export function standingWords(
  { now, promisedLater, next, isMoreOnOrder }: StandingAnswer,
  where: string,
  unit: string,
  { texts, quantities, days }: Presentation,
): string {
  const available = fill(now > 0 ? texts('Answer_Now') : texts('Answer_None'), {
    quantity: quantities.inUnit(now, unit),
  });
  const answer = where === '' ? available : fill(texts('Answer_In'), { location: where, answer: available });
  const pattern = next ? (now > 0 ? 'Answer_More' : 'Answer_Later') : isMoreOnOrder ? 'Answer_Only' : 'Answer_NoMore';
  const sentence = fill(texts(pattern), {
    answer,
    quantity: next ? quantities.plain(next.quantity) : '',
    day: next ? days.when(next.date) : '',
  });
  if (promisedLater === 0) return sentence;
  return `${sentence} ${fill(texts('Answer_Promised'), { quantity: quantities.plain(promisedLater) })}`;
}

/** "120 PCS on 25 November: all on 4 December from MAIN." */
export function triedWords(
  answer: TriedAnswer,
  wanted: Quantity,
  asked: CalendarDate,
  unit: string,
  { texts, quantities, days }: Presentation,
): string {
  const values = { wanted: `${quantities.inUnit(wanted, unit)} ${days.when(asked)}` };
  if (answer.kind === 'short') {
    const pattern = answer.isMoreOnOrder ? 'Try_shortOrdered' : 'Try_short';
    return fill(texts(pattern), { ...values, quantity: quantities.plain(answer.shortfall) });
  }
  const { kind, from, date } = answer;
  const pattern = from ? (`Try_${kind}` as const) : (`Try_${kind}Together` as const);
  return fill(texts(pattern), { ...values, day: days.when(date), location: from ? locationName(from, texts) : '' });
}
