import { foldText } from './folding';

/**
 * A test for SQL Server's LIKE: `%` any text, `_` one character, `[abc]`, `[a-c]`, `[^a]`; case does not count.
 * Source: learn.microsoft.com, "Use wildcard characters in conditions for string values".
 */
export function likeTest(pattern: string): (text: string) => boolean {
  const plain = /^[^%_[]*$/.exec(pattern);
  if (plain !== null) {
    const wanted = foldText(pattern);
    return (text) => foldText(text) === wanted;
  }
  const inner = /^%([^%_[]*)%$/.exec(pattern)?.[1];
  if (inner !== undefined) {
    const wanted = foldText(inner);
    return (text) => foldText(text).includes(wanted);
  }
  const expression = new RegExp(`^${toExpression(foldText(pattern))}$`, 'su');
  return (text) => expression.test(foldText(text));
}

function toExpression(pattern: string): string {
  return pattern.replace(/\[(\^?)([^\]]+)\]|[%_]|[\s\S]/gu, (token, negated: string | undefined, set?: string) => {
    if (token === '%') return '.*';
    if (token === '_') return '.';
    if (set !== undefined) return `[${negated ?? ''}${set.replace(/[\\\]^[]/g, '\\$&')}]`;
    return token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
}
