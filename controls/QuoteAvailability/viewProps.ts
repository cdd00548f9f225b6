import { Days, todayOf } from '../shared/days';
import { Formats } from '../shared/formats';
import { mayAskForRefresh } from '../shared/privileges';
import { QuantityFormats } from '../shared/quantityFormats';
import { themeTokens } from '../shared/themeTokens';
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
  const { formatting, userSettings } = context;
  return {
    session,
    label: texts('QuoteAvailability_Display'),
    texts,
    formats: new Formats(formatting, userSettings, texts('LanguageTag')),
    quantities: new QuantityFormats(formatting),
    daysOf: (now) => new Days(todayOf(userSettings, now), texts),
    tokens: themeTokens(context.fluentDesignLanguage),
    isRightToLeft: userSettings.isRTL,
    mayRefresh: mayAskForRefresh(context.utils),
    ...actions,
  };
}
