import * as React from 'react';
import type { CalendarDate } from '../../../domain/calendarDate';
import { creditUsedShare } from '../../../domain/creditUse';
import type { CustomerStatistics } from '../../../domain/customerStatistics';
import { fill } from '../../shared/texts';
import { presentFigure, type PresentedFigure, type Presentation } from './presentation';

interface KeyFiguresProps {
  readonly statistics: CustomerStatistics;
  /** The day for which the overdue amount holds. */
  readonly overdueOn: CalendarDate | null;
  readonly presentation: Presentation;
}

interface FigureProps {
  readonly label: string;
  readonly figure: PresentedFigure;
  /** One line each; '' is left out. */
  readonly hints?: readonly string[];
  readonly isBad?: boolean;
  readonly children?: React.ReactNode;
}

function Figure({ label, figure, hints = [], isBad = false, children }: FigureProps): React.ReactElement {
  const tone = figure.value === null ? ' bci-unavailable' : isBad ? ' bci-bad' : '';
  return (
    <div className="bci-figure">
      <dt>{label}</dt>
      <dd className={`bci-value${tone}`}>{figure.text}</dd>
      {children}
      {hints.map(
        (hint) =>
          hint !== '' && (
            <dd key={hint} className="bci-hint">
              {hint}
            </dd>
          ),
      )}
      {figure.note !== '' && <dd className="bci-note">{figure.note}</dd>}
    </div>
  );
}

/** From this share on, the bar warns. */
const NEARLY_USED = 0.8;

function levelOf(used: number): string {
  if (used > 1) return ' bci-over';
  return used >= NEARLY_USED ? ' bci-nearly' : '';
}

function CreditFigure({ statistics, presentation }: Omit<KeyFiguresProps, 'overdueOn'>): React.ReactElement {
  const { texts, formats } = presentation;
  const { creditLimit, total } = statistics.figures;
  const used = creditLimit === null || total === null ? null : creditUsedShare(creditLimit, total);
  const limit = creditLimit ? formats.amount(creditLimit, statistics.localCurrencyCode) : '';
  return (
    <Figure
      label={texts('AvailableCredit')}
      figure={
        creditLimit === 0
          ? { value: 0, text: texts('NoCreditLimit'), note: '' }
          : presentFigure(statistics, 'availableCredit', presentation)
      }
      hints={[
        used === null
          ? limit && fill(texts('CreditLimit'), { limit })
          : fill(texts('CreditUsed'), { percent: formats.percent(used), limit }),
      ]}
      isBad={used !== null && used > 1}
    >
      {used !== null && (
        <dd className="bci-bar" aria-hidden="true">
          <div className={`bci-bar-fill${levelOf(used)}`} style={{ width: `${Math.min(1, used) * 100}%` }} />
        </dd>
      )}
    </Figure>
  );
}

/** The four answers. */
export function KeyFigures({ statistics, overdueOn, presentation }: KeyFiguresProps): React.ReactElement {
  const { texts, formats } = presentation;
  const overdue = presentFigure(statistics, 'overdueAmount', presentation);
  const lastYear = presentFigure(statistics, 'salesLastYear', presentation);
  const { fiscalYearStart } = statistics;
  const periods = [
    fiscalYearStart === null ? '' : fill(texts('SalesThisYear_Since'), { date: formats.day(fiscalYearStart) }),
    fill(texts('SalesLastYear'), { amount: lastYear.text }) + (lastYear.note === '' ? '' : ` (${lastYear.note})`),
  ];
  return (
    <dl className="bci-figures">
      <Figure
        label={texts('Total')}
        figure={presentFigure(statistics, 'total', presentation)}
        hints={[texts('Total_Hint')]}
      />
      <CreditFigure statistics={statistics} presentation={presentation} />
      <Figure
        label={texts('Overdue')}
        figure={overdue}
        hints={[overdueOn === null ? '' : fill(texts('OnDay'), { date: formats.day(overdueOn) })]}
        isBad={(overdue.value ?? 0) > 0}
      />
      <Figure
        label={texts('SalesThisYear')}
        figure={presentFigure(statistics, 'salesThisYear', presentation)}
        hints={periods}
      />
    </dl>
  );
}
