import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { textOf } from '../../sandbox/demo/webApiClient';
import { addItems } from './moreItems';

const DONE = 727_000_002;
const LOOK_EVERY_MS = 20;
const GIVE_UP_MS = 30_000;
const QUOTE_LINES = 40;
const PACE_MS = 2500;

export interface RefreshLatency {
  readonly refreshes: number;
  /** From the creation of the request to its answer, in milliseconds. */
  readonly medianMs: number;
  readonly slowestMs: number;
  /** Requests to Business Central for each refresh. */
  readonly requests: number;
}

async function refresh(sandbox: Sandbox, subject: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  const created = await sandbox.administrator.rows(`bci_refreshrequests?$select=bci_refreshrequestid`);
  const before = new Set(created.map((row) => textOf(row, 'bci_refreshrequestid')));
  await sandbox.administrator.send('POST', 'bci_refreshrequests', {
    bci_name: 'Benchmark',
    ...subject,
  });
  while (performance.now() - started < GIVE_UP_MS) {
    const rows = await sandbox.administrator.rows('bci_refreshrequests?$select=bci_refreshrequestid,bci_state');
    const own = rows.find((row) => !before.has(textOf(row, 'bci_refreshrequestid')));
    if (own?.bci_state === DONE) return performance.now() - started;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error('A refresh was not answered.');
}

/** The service synchronizes when it starts: what that asks of Business Central is no part of a refresh. */
async function firstRunOver(sandbox: Sandbox): Promise<void> {
  const address = `http://127.0.0.1:${sandbox.serviceEnvironment.BCI_PORT ?? ''}/health/ready`;
  const started = performance.now();
  while (performance.now() - started < GIVE_UP_MS) {
    if ((await fetch(address)).ok) return;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error('The service did not become ready.');
}

async function measured(
  sandbox: Sandbox,
  subjects: readonly Readonly<Record<string, string>>[],
  pauseMs: number,
): Promise<RefreshLatency> {
  sandbox.businessCentral.calls.reset();
  const times: number[] = [];
  for (const subject of subjects) {
    times.push(await refresh(sandbox, subject));
    await wait(pauseMs);
  }
  times.sort((a, b) => a - b);
  return {
    refreshes: times.length,
    medianMs: Math.round(times[Math.floor(times.length / 2)] ?? 0),
    slowestMs: Math.round(times.at(-1) ?? 0),
    requests: Math.round((sandbox.businessCentral.calls.total / times.length) * 10) / 10,
  };
}

export interface RefreshLatencies {
  readonly customer: RefreshLatency;
  /** All items of a quote of 40 lines, in one request. */
  readonly quote: RefreshLatency & { readonly items: number };
}

/** Refreshes one after another with the default limits and pace. @throws {Error} before `npm run build` */
export async function measureRefreshLatency(refreshes = 10): Promise<RefreshLatencies> {
  const sandbox = await startSandbox({});
  try {
    await firstRunOver(sandbox);
    const customers = await sandbox.administrator.rows('bci_customers?$select=bci_customerid&$orderby=bci_number');
    const subjects = customers.slice(0, refreshes).map((row) => ({
      'bci_CustomerId@odata.bind': `/bci_customers(${textOf(row, 'bci_customerid')})`,
    }));
    const customer = await measured(sandbox, subjects, 0);
    const known = await sandbox.administrator.rows('bci_items?$select=bci_itemid');
    await addItems(sandbox, Math.max(0, QUOTE_LINES - known.length));
    const items = await sandbox.administrator.rows('bci_items?$select=bci_itemid&$orderby=bci_number');
    const lines = items.slice(0, QUOTE_LINES).map((row) => textOf(row, 'bci_itemid'));
    const quotes = Array.from({ length: refreshes }, () => ({ bci_itemids: lines.join(',') }));
    // Asked for again at once, items are not read again.
    const quote = await measured(sandbox, quotes, PACE_MS);
    return { customer, quote: { items: lines.length, ...quote } };
  } finally {
    await sandbox.close();
  }
}
