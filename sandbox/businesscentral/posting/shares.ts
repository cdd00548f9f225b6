import { roundQuantity } from '../model/documents';
import { PostingError } from './postingError';

/** Throws PostingError when the quantity is not above zero. */
export function positiveQuantity(quantity: number): number {
  const rounded = roundQuantity(quantity);
  if (!(rounded > 0)) {
    throw new PostingError('Quantity must be positive.');
  }
  return rounded;
}

/** Shares a quantity out over lines in their order. Throws PostingError when it is more than all of them take. */
export function shareOut<Line>(
  lines: readonly Line[],
  openOf: (line: Line) => number,
  quantity: number | undefined,
): readonly (readonly [Line, number])[] {
  const open = lines.map((line) => [line, roundQuantity(openOf(line))] as const).filter(([, left]) => left > 0);
  if (open.length === 0) {
    throw new PostingError('There is nothing to post.');
  }
  if (quantity === undefined) {
    return open;
  }
  const total = roundQuantity(open.reduce((sum, [, left]) => sum + left, 0));
  if (positiveQuantity(quantity) > total) {
    throw new PostingError(`You cannot handle more than the outstanding ${total} units.`);
  }
  let rest = roundQuantity(quantity);
  return open.flatMap(([line, left]) => {
    const share = Math.min(left, rest);
    rest = roundQuantity(rest - share);
    return share > 0 ? [[line, share] as const] : [];
  });
}
