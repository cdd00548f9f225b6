import { Command, InvalidArgumentError } from 'commander';
import type { GeneratedCompanyOptions } from './generator/generatedCompany';
import { isCalendarDate } from './ledger/dates';
import { startBusinessCentral } from './server';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly demo: boolean;
  readonly customers?: number;
  readonly items?: number;
  readonly locations?: number;
  readonly analytics: boolean;
  readonly seed: string;
  readonly secondCompany?: boolean;
  readonly workDate?: string;
  readonly pageSize?: number;
  readonly latency?: number;
  readonly tenant?: string;
  readonly environment?: string;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return Number(text);
}

function calendarDate(text: string): string {
  if (!isCalendarDate(text)) {
    throw new InvalidArgumentError('It must be a date, yyyy-mm-dd.');
  }
  return text;
}

/** Starts a local Business Central from the command line and stops it on SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const program = new Command('business-central')
    .description('A local Business Central: API v2.0 over a demo company')
    .option('--port <port>', 'port to listen on', wholeNumber, 4701)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--no-demo', 'without the demo company')
    .option('--customers <count>', 'a generated company with so many customers', wholeNumber)
    .option('--items <count>', 'so many items with stock in the generated company', wholeNumber)
    .option('--locations <count>', 'the number of its locations', wholeNumber)
    .option('--no-analytics', 'without the API microsoft/analytics')
    .option('--seed <text>', 'seed of the generated company', 'seed')
    .option('--second-company', 'a second, small company in Danish kroner')
    .option('--work-date <date>', 'the day that counts as today', calendarDate)
    .option('--page-size <rows>', 'rows of a page', wholeNumber)
    .option('--latency <milliseconds>', 'how long each request takes', wholeNumber)
    .option('--tenant <id>', 'the only tenant there is')
    .option('--environment <name>', 'the only environment there is')
    .parse();
  const flags = program.opts<Flags>();
  const server = await startBusinessCentral({
    port: flags.port,
    host: flags.host,
    demo: flags.demo,
    generated: [
      ...(flags.customers === undefined ? [] : [generatedOptions(flags, flags.customers)]),
      ...(flags.secondCompany === true ? [SECOND_COMPANY] : []),
    ],
    analytics: flags.analytics,
    workDate: flags.workDate,
    pageSize: flags.pageSize,
    latencyMilliseconds: flags.latency,
    tenant: flags.tenant,
    environment: flags.environment,
  });
  process.stdout.write(`Business Central: ${server.apiUrl()}\n`);
  for (const { setup, accounts } of server.companies) {
    process.stdout.write(`  ${setup.name}  ${setup.id}  ${accounts.count} customers\n`);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close());
  }
}

function generatedOptions({ seed, items, locations }: Flags, customers: number): GeneratedCompanyOptions {
  return { customers, seed, items, locations };
}

const SECOND_COMPANY = { name: 'CRONUS Danmark A/S', customers: 8, seed: 'danmark', localCurrencyCode: 'DKK' };

void main();
