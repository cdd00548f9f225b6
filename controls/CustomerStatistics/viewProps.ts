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
    links: {
      opensThroughPlatform: context.client.getClient() === 'Mobile',
      open: (address) => context.navigation.openUrl(address),
    },
  };
}
