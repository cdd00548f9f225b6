import type { Check, CheckState } from './check';

const COLOURS: Readonly<Record<CheckState, string>> = { passed: '32', failed: '31', warning: '33', skipped: '90' };

export type CheckCounts = Readonly<Record<CheckState, number>>;

export function countChecks(checks: readonly Check[]): CheckCounts {
  const counts = { passed: 0, failed: 0, skipped: 0, warning: 0 };
  for (const { state } of checks) counts[state] += 1;
  return counts;
}

function stateText(state: CheckState, hasColour: boolean): string {
  const text = state.padEnd(7);
  return hasColour ? `\u001b[${COLOURS[state]}m${text}\u001b[0m` : text;
}

/** Checks that were skipped for one reason stand in one line. */
function grouped(checks: readonly Check[]): readonly Check[] {
  const lines: Check[] = [];
  for (const check of checks) {
    const first = lines.findIndex(
      (line) => line.state === 'skipped' && check.state === 'skipped' && line.why === check.why && line.cure === null,
    );
    const line = lines[first];
    if (line === undefined) lines.push(check);
    else lines[first] = { ...line, title: line.title.endsWith(' …') ? line.title : `${line.title} …` };
  }
  return lines;
}

/** A table for a person: what was found beside each condition, what to do below those that need it. */
export function doctorText(checks: readonly Check[], hasColour: boolean): string {
  const width = Math.max(0, ...checks.map(({ title }) => title.length));
  const indent = ' '.repeat(width + 11);
  const lines = grouped(checks).flatMap(({ state, title, what, why, cure }) => {
    const first = state === 'skipped' ? (why ?? what) : what;
    const second = state === 'passed' || state === 'skipped' ? null : why;
    return [
      `${stateText(state, hasColour)}  ${title.padEnd(width)}  ${first.replaceAll('\n', `\n${indent}`)}`,
      ...(second === null ? [] : [`${indent}${second}`]),
      ...(cure === null ? [] : [`${indent}→ ${cure}`]),
    ];
  });
  const { passed, failed, warning, skipped } = countChecks(checks);
  const summary = `${passed} passed, ${failed} failed, ${warning} warnings, ${skipped} not checked.`;
  const next = failed === 0 ? 'Next: bci sync' : 'Next: cure what failed, then bci doctor again.';
  return `${[...lines, '', summary, next].join('\n')}\n`;
}
