import { createDays, todayOf, type Days } from './days';
import { createFormats, type Formats } from './formats';
import type { ItemTextKey } from './itemTextKey';
import { mayAskForRefresh } from './privileges';
import { createQuantityFormats, type QuantityFormats } from './quantityFormats';
import type { Texts } from './texts';
import { themeTokens, type ThemeTokens } from './themeTokens';

/** What views about items need of the context. */
export interface ItemViewProps {
  readonly formats: Formats;
  readonly quantities: QuantityFormats;
  /** @param now milliseconds since 1970 */
  readonly daysOf: (now: number) => Days;
  readonly tokens: ThemeTokens | null;
  readonly isRightToLeft: boolean;
  readonly mayRefresh: boolean;
}

export function itemViewProps<Inputs>(
  { formatting, userSettings, fluentDesignLanguage, utils }: ComponentFramework.Context<Inputs>,
  texts: Texts<ItemTextKey>,
): ItemViewProps {
  return {
    formats: createFormats(formatting, userSettings),
    quantities: createQuantityFormats(formatting),
    daysOf: (now) => createDays(todayOf(userSettings, now), texts),
    tokens: themeTokens(fluentDesignLanguage),
    isRightToLeft: userSettings.isRTL,
    mayRefresh: mayAskForRefresh(utils),
  };
}
