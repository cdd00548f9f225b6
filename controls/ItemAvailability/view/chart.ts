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

/** A text with its baseline at `y`. */
export interface ChartLabel extends Point {
  readonly kind: 'asked' | 'change' | 'late' | 'day';
  readonly text: string;
  readonly width: number;
}

export interface Chart {
  /** The balance as an SVG path. */
  readonly line: string;
  /** Where the balance of each day begins. */
  readonly points: readonly Point[];
  /** Height of the axis. */
  readonly zero: number;
  /** Height of the quantity asked for. */
  readonly asked: number;
  readonly labels: readonly ChartLabel[];
}

export interface ChartTexts {
  readonly asked: string;
  readonly dayOf: (day: BalanceDay) => string;
  readonly changeOf: (day: BalanceDay) => string;
}

const isApart = (a: ChartLabel, b: ChartLabel): boolean =>
  a.x >= b.x + b.width || b.x >= a.x + a.width || Math.abs(a.y - b.y) >= LINE_HEIGHT;

/** Indexes of the days by what matters: overdue ones first, then the largest change. */
function byImportance(days: readonly BalanceDay[]): readonly number[] {
  const weight = (day: BalanceDay | undefined): number =>
    day === undefined ? 0 : isOverdue(day) ? Infinity : Math.abs(day.change);
  return [...days.keys()].sort((a, b) => weight(days[b]) - weight(days[a]) || a - b);
}

/** The labels that have room, the most important first: none covers another one. */
function labelsOf(
  days: readonly BalanceDay[],
  points: readonly Point[],
  asked: number | null,
  width: number,
  texts: ChartTexts,
): readonly ChartLabel[] {
  const labels: ChartLabel[] = [];
  const add = (kind: ChartLabel['kind'], text: string, x: number, heights: readonly number[]): void => {
    const size = text.length * CHARACTER_WIDTH;
    const left = Math.max(0, Math.min(x, width - size));
    const places = heights.map((y) => ({ kind, text, width: size, x: left, y }));
    const free = places.find((place) => labels.every((other) => isApart(place, other)));
    if (free && text !== '' && size <= width) labels.push(free);
  };
  if (asked !== null) add('asked', texts.asked, width, [asked - 5, asked + LINE_HEIGHT]);
  const ranked = byImportance(days);
  const withPoint = (index: number, label: (day: BalanceDay, point: Point) => void): void => {
    const [day, point] = [days[index], points[index]];
    if (day && point) label(day, point);
  };
  for (const index of ranked.slice(0, CHANGES_AT_MOST)) {
    withPoint(index, (day, { x, y }) => {
      const heights = [y - 6, y + LINE_HEIGHT + 1];
      add(isOverdue(day) ? 'late' : 'change', texts.changeOf(day), x + 5, day.change < 0 ? heights.reverse() : heights);
    });
  }
  for (const index of [0, days.length - 1, ...ranked]) {
    withPoint(index, (day, { x }) => {
      const text = texts.dayOf(day);
      add('day', text, x - (text.length * CHARACTER_WIDTH) / 2, [DAYS_BASELINE]);
    });
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
  const points = days.map(({ balance }, index) => ({
    x: Math.round(BEFORE_TODAY + (distances[index] ?? 0) * scale),
    y: heightOf(balance),
  }));
  return {
    line: `M0 ${heightOf(onHand)}${points.map(({ x, y }) => `H${x}V${y}`).join('')}H${width}`,
    points,
    zero: heightOf(0),
    asked: heightOf(asked ?? 0),
    labels: labelsOf(days, points, asked === null ? null : heightOf(asked), width, texts),
  };
}
