import { fill } from '../../shared/texts';
import type { Presentation } from './presentation';

/** The others are in the table. */
const NAMED = 3;

/** "a; b; c; 4 more" */
export function listWords(words: readonly string[], { texts, formats }: Presentation): string {
  const rest = words.length - NAMED;
  const more = rest > 0 ? [fill(texts('More'), { count: formats.count(rest) })] : [];
  return [...words.slice(0, NAMED), ...more].join('; ');
}
