/**
 * Codes of Dataverse that are answered with more than a report. Dataverse writes them in either case.
 * Source: Microsoft Learn, "Web service error codes"; powerapps-tools#606 for the race of two upserts.
 */
export const DUPLICATE_RECORD = '0x80040237';
export const DUPLICATE_ALTERNATE_KEY = '0x80060892';
export const RECORD_NOT_FOUND = '0x80040217';

/** True when another writer created the same row between the search and the insert of an upsert. */
export function isUpsertRace(status: number, code: string | undefined): boolean {
  const known: readonly string[] = [DUPLICATE_RECORD, DUPLICATE_ALTERNATE_KEY];
  return (status === 412 || status === 400) && code !== undefined && known.includes(code.toLowerCase());
}
