import { daysBetween } from '../../../domain/calendarDate';
import type { Quantity } from '../../../domain/quantity';
import { isOverdue, type BalanceDay } from './balanceDays';

export const CHART_HEIGHT = 200;
const TOP = 20;
const BOTTOM = 164;
const DAYS_BASELINE = 194;
/** How far what is on hand is drawn before today. */
const BEFORE_TODAY = 16;
const SHORTEST_DAYS = 7;
/** What comes later stands at the end: the next weeks keep their room. */
const LONGEST_DAYS = 400;
/** Room after the last change, as a part of the time before it. */
const AFTER_LAST = 1.12;
/** Of the type that the style sheet sets: more than most characters are wide. Measuring would cost a layout. */
const CHARACTER_WIDTH = 6.4;
const LINE_HEIGHT = 13;
/** More would be noise: each day says what it brings when it is pointed at. */
const CHANGES_AT_MOST = 6;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the balance of a day begins. */
export interface DayPoint extends Point {
  readonly day: BalanceDay;
}

/** A text with its baseline at `y`. */
export interface ChartLabel extends Point {
  readonly kind: 'asked' | 'change' | 'late' | 'day';
  readonly text: string;
  readonly width: number;
}

export interface Chart {
  /** The balance as an SVG path. */
  readonly line: string;
  readonly points: readonly DayPoint[];
  /** Height of the axis. */
  readonly zero: number;
  /** Height of the quantity asked for. */
  readonly asked: number;
  readonly labels: readonly ChartLabel[];
}

export interface ChartTexts {
  /** '' when nothing is asked for. */
  readonly asked: string;
  readonly dayOf: (day: BalanceDay) => string;
  readonly changeOf: (day: BalanceDay) => string;
}

/** What matters comes first: what is overdue, then the largest change. */
const weightOf = ({ day }: DayPoint): number => (isOverdue(day) ? Infinity : Math.abs(day.change));

/** The labels that have room, the most important first: none covers another one. */
function labelsOf(points: readonly DayPoint[], asked: number, width: number, texts: ChartTexts): readonly ChartLabel[] {
  const labels: ChartLabel[] = [];
  /** Takes the first of the heights that is free. */
  const add = (kind: ChartLabel['kind'], text: string, start: number, ...heights: readonly number[]): void => {
    const size = text.length * CHARACTER_WIDTH;
    const x = Math.max(0, Math.min(start, width - size));
    const isFree = (y: number): boolean =>
      labels.every(
        (other) => x >= other.x + other.width || other.x >= x + size || Math.abs(y - other.y) >= LINE_HEIGHT,
      );
    const y = heights.find(isFree);
    if (y !== undefined && text !== '' && size <= width) labels.push({ kind, text, width: size, x, y });
  };
  add('asked', texts.asked, width, asked - 5, asked + LINE_HEIGHT);
  const ranked = [...points].sort((a, b) => weightOf(b) - weightOf(a));
  for (const { day, x, y } of ranked.slice(0, CHANGES_AT_MOST)) {
    const [above, below] = [y - 6, y + LINE_HEIGHT + 1];
    const [first, second] = day.change < 0 ? [below, above] : [above, below];
    add(isOverdue(day) ? 'late' : 'change', texts.changeOf(day), x + 5, first, second);
  }
  for (const { day, x } of [...points.slice(0, 1), ...points.slice(-1), ...ranked]) {
    const text = texts.dayOf(day);
    add('day', text, x - (text.length * CHARACTER_WIDTH) / 2, DAYS_BASELINE);
  }
  return labels;
}

/**
 * The projected balance as steps over time, in pixels.
 * @param days the first is today
 * @param asked has its room on the vertical axis, too
 */
export function chartOf(
  onHand: Quantity,
  days: readonly BalanceDay[],
  asked: Quantity | null,
  width: number,
  texts: ChartTexts,
): Chart {
  const values = [0, onHand, asked ?? 0, ...days.map(({ balance }) => balance)];
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const heightOf = (value: number): number => Math.round(BOTTOM - ((value - low) / range) * (BOTTOM - TOP));
  const distances = days.map(({ day }) => Math.min(LONGEST_DAYS, daysBetween(days[0]?.day ?? day, day)));
  const scale = (width - BEFORE_TODAY) / (Math.max(SHORTEST_DAYS, ...distances) * AFTER_LAST);
  const points = days.map((day, index) => ({
    day,
    x: Math.round(BEFORE_TODAY + (distances[index] ?? 0) * scale),
    y: heightOf(day.balance),
  }));
  return {
    line: `M0 ${heightOf(onHand)}${points.map(({ x, y }) => `H${x}V${y}`).join('')}H${width}`,
    points,
    zero: heightOf(0),
    asked: heightOf(asked ?? 0),
    labels: labelsOf(points, heightOf(asked ?? 0), width, texts),
  };
}
