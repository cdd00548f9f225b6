import { createMoneyFormats } from '../shared/moneyFormats';
import { mayAskForRefresh } from '../shared/privileges';
import { themeTokens } from '../shared/themeTokens';
import type { CustomerSession } from './customerSession';
import { customerLookup } from './customerLookup';
import type { CustomerStatisticsTexts } from './manifestNames';
import type { ControlContext } from './manifestTypes';
import type { CustomerStatisticsViewProps } from './view/CustomerStatisticsView';

/** What the view needs of this context. */
export function viewProps(
  context: ControlContext,
  session: CustomerSession,
  texts: CustomerStatisticsTexts,
  onChoose: () => void,
): CustomerStatisticsViewProps {
  return {
    session,
    label: texts('CustomerStatistics_Display'),
    texts,
    formats: createMoneyFormats(context.formatting, context.userSettings, texts('LanguageTag')),
    tokens: themeTokens(context.fluentDesignLanguage),
    isRightToLeft: context.userSettings.isRTL,
    mayRefresh: mayAskForRefresh(context.utils),
    onChoose: customerLookup(context).mayChoose ? onChoose : null,
    // The mobile apps do not follow `target`: there the platform opens the address.
    open:
      context.client.getClient() === 'Mobile'
        ? (address) => {
            context.navigation.openUrl(address);
          }
        : null,
  };
}
