import { itemViewProps } from '../shared/itemViewProps';
import type { QuoteAvailabilityTexts } from './manifestNames';
import type { ControlContext } from './manifestTypes';
import type { QuoteSession } from './quoteSession';
import type { QuoteAvailabilityViewProps } from './view/QuoteAvailabilityView';

/** What the view needs of this context. */
export function viewProps(
  context: ControlContext,
  session: QuoteSession,
  texts: QuoteAvailabilityTexts,
  actions: Pick<QuoteAvailabilityViewProps, 'onRetry' | 'onOpen'>,
): QuoteAvailabilityViewProps {
  return { ...itemViewProps(context, texts), session, texts, label: texts('QuoteAvailability_Display'), ...actions };
}
