import * as React from 'react';
import type { Quantity } from '../../../domain/quantity';
import { fill } from '../../shared/texts';
import { isOverdue, type BalanceDay } from './balanceDays';
import { changeLabel, dayWords, summaryWords } from './balanceWords';
import { CHART_HEIGHT, chartOf } from './chart';
import type { Presentation } from './presentation';
import { useWidth } from './useWidth';

interface BalanceChartProps {
  readonly onHand: Quantity;
  readonly days: readonly BalanceDay[];
  readonly asked: Quantity | null;
  readonly presentation: Presentation;
}

/** What a finger or an unsteady hand may miss a day by, in pixels. */
const TOLERANCE = 5;

/**
 * The projected balance as steps over time, with labels for the few changes that matter most; all of it is told of
 * the day that is pointed at with the mouse, a finger or the arrow keys. Time runs from left to right in every language.
 */
export function BalanceChart({ onHand, days, asked, presentation }: BalanceChartProps): React.ReactElement {
  const { texts, quantities, days: names } = presentation;
  const container = React.useRef<HTMLDivElement>(null);
  const width = useWidth(container);
  const [chosen, setChosen] = React.useState(0);
  const pointed = Math.min(chosen, days.length - 1);
  const chart = chartOf(onHand, days, asked, width, {
    asked: asked === null ? '' : fill(texts('Balance_Asked'), { quantity: quantities.plain(asked) }),
    dayOf: ({ day }) => names.shortName(day),
    changeOf: (day) => changeLabel(day, presentation),
  });
  const { points, zero } = chart;
  const [today] = points;
  const point = points[pointed];
  const words = point ? dayWords(point.day, presentation) : '';
  const follow = (event: React.MouseEvent): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left + TOLERANCE;
    setChosen(Math.max(0, points.filter((other) => other.x <= x).length - 1));
  };
  return (
    <>
      <div ref={container} className="bci-chart" onMouseMove={follow} onMouseDown={follow}>
        <svg role="img" aria-label={summaryWords(days, presentation)} width={width} height={CHART_HEIGHT}>
          <path className="bci-axis" d={`M0 ${zero}H${width}`} />
          {asked !== null && <path className="bci-asked" d={`M0 ${chart.asked}H${width}`} />}
          <path className="bci-line" d={chart.line} />
          <svg y={zero + 1}>
            <path className="bci-line bci-negative" transform={`translate(0 ${-1 - zero})`} d={chart.line} />
          </svg>
          {today && isOverdue(today.day) && <circle className="bci-late" cx={today.x} cy={today.y} r={5} />}
          {point && <circle cx={point.x} cy={point.y} r={4} />}
          {chart.labels.map(({ kind, text, x, y }) => (
            <text key={`${kind} ${x} ${y}`} className={`bci-${kind}-label`} x={x} y={y}>
              {text}
            </text>
          ))}
        </svg>
        <input
          type="range"
          className="bci-days"
          aria-label={texts('Balance_Days')}
          aria-valuetext={words}
          max={days.length - 1}
          value={pointed}
          onChange={({ target }) => {
            setChosen(Number(target.value));
          }}
        />
      </div>
      <p className="bci-day">{words}</p>
    </>
  );
}
