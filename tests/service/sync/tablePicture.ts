import { z } from 'zod';
import type { DataverseApi } from '../../../service/dataverse/dataverseApi';

const options = { lane: 'onDemand', signal: new AbortController().signal } as const;
const anyRow = z.record(z.string(), z.unknown());

export type PictureRow = Readonly<Record<string, unknown>>;

const ours = /^_?bci_/;
/** Ids, and what says when a row was read: two companies of the same content differ in nothing else. */
const ownToEachRun =
  /^(bci_(customer|openinvoice|salesperson|syncproblem|connection|item|itemavailability|location)id|bci_systemid|bci_locationsystemid|bci_asof|bci_(first|last)seenon|bci_correlationid|bci_reason|_bci_connectionid_value)$/;

async function rowsOf(api: DataverseApi, set: string, connectionId: string): Promise<readonly PictureRow[]> {
  return api.list(`${set}?$filter=_bci_connectionid_value eq ${connectionId}`, anyRow, options);
}

function told(row: PictureRow, lookups: ReadonlyMap<unknown, unknown>): string {
  const columns = Object.entries(row)
    .filter(([column]) => (ours.test(column) || column === 'statecode') && !ownToEachRun.test(column))
    .map(([column, value]) => [column, lookups.get(value) ?? value]);
  return JSON.stringify(Object.fromEntries(columns.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))));
}

/** Rows by location have no connection of their own. */
async function availabilityOf(api: DataverseApi, itemIds: ReadonlySet<unknown>): Promise<readonly PictureRow[]> {
  const rows = await api.list('bci_itemavailabilities', anyRow, options);
  return rows.filter((row) => itemIds.has(row._bci_itemid_value));
}

export async function connectionIdOf(api: DataverseApi, companyName: string): Promise<string> {
  const found = await api.list(
    `bci_connections?$select=bci_connectionid&$filter=bci_companyname eq '${companyName}'`,
    z.object({ bci_connectionid: z.string() }),
    options,
  );
  return found[0]?.bci_connectionid ?? '';
}

/** Every row that synchronization keeps of one company, as a reader of the tables sees it. */
export async function tablePicture(api: DataverseApi, companyName: string): Promise<readonly string[]> {
  const connectionId = await connectionIdOf(api, companyName);
  const customers = await rowsOf(api, 'bci_customers', connectionId);
  const salespeople = await rowsOf(api, 'bci_salespersons', connectionId);
  const locations = await rowsOf(api, 'bci_locations', connectionId);
  const items = await rowsOf(api, 'bci_items', connectionId);
  const lookups = new Map<unknown, unknown>([
    ...customers.map((row) => [row.bci_customerid, row.bci_number] as const),
    ...salespeople.map((row) => [row.bci_salespersonid, row.bci_code] as const),
    ...locations.map((row) => [row.bci_locationid, row.bci_code] as const),
    ...items.map((row) => [row.bci_itemid, row.bci_number] as const),
  ]);
  const invoices = await rowsOf(api, 'bci_openinvoices', connectionId);
  const problems = (await rowsOf(api, 'bci_syncproblems', connectionId)).filter((row) => row.statecode === 0);
  const availabilities = await availabilityOf(api, new Set(items.map((row) => row.bci_itemid)));
  return [...customers, ...salespeople, ...invoices, ...locations, ...items, ...availabilities, ...problems]
    .map((row) => told(row, lookups))
    .sort();
}

/** What only one of two pictures shows. */
export function difference(one: readonly string[], other: readonly string[]): readonly string[] {
  return [
    ...one.filter((row) => !other.includes(row)).map((row) => `- ${row}`),
    ...other.filter((row) => !one.includes(row)).map((row) => `+ ${row}`),
    ...(one.length === other.length ? [] : [`${one.length} rows and ${other.length} rows`]),
  ];
}
