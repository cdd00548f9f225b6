import { Days, todayOf } from '../shared/days';
import { Formats } from '../shared/formats';
import { mayAskForRefresh } from '../shared/privileges';
import { QuantityFormats } from '../shared/quantityFormats';
import { themeTokens } from '../shared/themeTokens';
import type { ItemSession } from './itemSession';
import { mayChooseItem } from './itemSubject';
import type { ItemAvailabilityTexts } from './manifestNames';
import type { ControlContext } from './manifestTypes';
import { givenTrial } from './trial';
import type { ItemAvailabilityViewProps } from './view/ItemAvailabilityView';

/** What the view needs of this context. */
export function viewProps(
  context: ControlContext,
  session: ItemSession,
  texts: ItemAvailabilityTexts,
  onChoose: () => void,
): ItemAvailabilityViewProps {
  const { formatting, userSettings } = context;
  const quantities = new QuantityFormats(formatting);
  return {
    session,
    label: texts('ItemAvailability_Display'),
    texts,
    formats: new Formats(formatting, userSettings, texts('LanguageTag')),
    quantities,
    daysOf: (now) => new Days(todayOf(userSettings, now), texts),
    given: givenTrial(context.parameters, quantities),
    tokens: themeTokens(context.fluentDesignLanguage),
    isRightToLeft: userSettings.isRTL,
    mayRefresh: mayAskForRefresh(context.utils),
    onChoose: mayChooseItem(context) ? onChoose : null,
    links: {
      opensThroughPlatform: context.client.getClient() === 'Mobile',
      open: (address) => context.navigation.openUrl(address),
    },
  };
}
