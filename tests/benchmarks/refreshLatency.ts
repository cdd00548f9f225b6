import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { textOf } from '../../sandbox/demo/webApiClient';

const DONE = 727_000_002;
const LOOK_EVERY_MS = 20;
const GIVE_UP_MS = 30_000;

export interface RefreshLatency {
  readonly refreshes: number;
  /** From the creation of the request to its answer, in milliseconds. */
  readonly medianMs: number;
  readonly slowestMs: number;
  /** Requests to Business Central for each refresh. */
  readonly requests: number;
}

async function refresh(sandbox: Sandbox, customerId: string): Promise<number> {
  const started = performance.now();
  const created = await sandbox.administrator.rows(`bci_refreshrequests?$select=bci_refreshrequestid`);
  const before = new Set(created.map((row) => textOf(row, 'bci_refreshrequestid')));
  await sandbox.administrator.send('POST', 'bci_refreshrequests', {
    bci_name: 'Benchmark',
    'bci_CustomerId@odata.bind': `/bci_customers(${customerId})`,
  });
  while (performance.now() - started < GIVE_UP_MS) {
    const rows = await sandbox.administrator.rows('bci_refreshrequests?$select=bci_refreshrequestid,bci_state');
    const own = rows.find((row) => !before.has(textOf(row, 'bci_refreshrequestid')));
    if (own?.bci_state === DONE) return performance.now() - started;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error('A refresh was not answered.');
}

/** Refreshes customers one after another with the default limits and pace. @throws {Error} before `npm run build` */
export async function measureRefreshLatency(refreshes = 10): Promise<RefreshLatency> {
  const sandbox = await startSandbox({});
  try {
    const customers = await sandbox.administrator.rows('bci_customers?$select=bci_customerid&$orderby=bci_number');
    sandbox.businessCentral.calls.reset();
    const times: number[] = [];
    for (const customer of customers.slice(0, refreshes)) {
      times.push(await refresh(sandbox, textOf(customer, 'bci_customerid')));
    }
    times.sort((a, b) => a - b);
    return {
      refreshes: times.length,
      medianMs: Math.round(times[Math.floor(times.length / 2)] ?? 0),
      slowestMs: Math.round(times.at(-1) ?? 0),
      requests: Math.round((sandbox.businessCentral.calls.total / times.length) * 10) / 10,
    };
  } finally {
    await sandbox.close();
  }
}
