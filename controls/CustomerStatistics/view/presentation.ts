import type { CustomerStatistics, FigureName } from '../../../domain/customerStatistics';
import type { LinkOpener } from '../../shared/ExternalLink';
import type { MoneyFormats } from '../../shared/moneyFormats';
import { fill } from '../../shared/texts';
import type { CustomerStatisticsTexts } from '../manifestNames';

/** What every part of the view needs to say something. */
export interface Presentation {
  readonly texts: CustomerStatisticsTexts;
  readonly formats: MoneyFormats;
  readonly open: LinkOpener;
}

export interface PresentedFigure {
  readonly value: number | null;
  /** The amount, or that it is not available. Never 0 for an unknown one. */
  readonly text: string;
  /** Why the figure is missing or incomplete; '' otherwise. */
  readonly note: string;
}

/** @param plain without the currency's symbol, where a heading names the currency */
export function presentFigure(
  statistics: CustomerStatistics,
  name: FigureName,
  { texts, formats }: Presentation,
  plain?: boolean,
): PresentedFigure {
  const value = statistics.figures[name];
  const reasonCode = statistics.figures.unavailable[name];
  const reason = reasonCode === undefined ? '' : texts(`Reason_${reasonCode}`);
  if (value === null) return { value, text: texts('NotAvailable'), note: reason };
  const currency = statistics.localCurrencyCode;
  return {
    value,
    text: plain ? formats.plainAmount(value, currency) : formats.amount(value, currency),
    note: reason === '' ? '' : fill(texts('Incomplete'), { reason }),
  };
}
