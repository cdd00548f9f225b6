import { existsSync, readFileSync } from 'node:fs';
import { describeCounts, sumCounts } from './testCounts';

/** Prints the counts of the last run: `print-test-counts <exit code> <report>...`. */
const [exitCode = '1', ...files] = process.argv.slice(2);
const reports = files.filter((file) => existsSync(file)).map((file): unknown => JSON.parse(readFileSync(file, 'utf8')));
process.stdout.write(`${describeCounts(sumCounts(reports, Number(exitCode)))}\n`);
