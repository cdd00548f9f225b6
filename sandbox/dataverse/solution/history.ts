import { randomUUID } from 'node:crypto';
import type { Publisher, SolutionRecord } from '../metadata/components';
import { baseLanguage, labelIn } from '../metadata/labels';
import type { PlatformRows } from '../metadata/rows';

const operations = { import: 0, uninstall: 1 };
const suboperations = { new: 1, upgrade: 2, update: 3, delete: 4 };
const completed = 1;

/** One line of the solution history: what was done with which version, when and with what result. */
export interface HistoryEntry {
  readonly solution: Pick<SolutionRecord, 'uniqueName' | 'names' | 'version' | 'isManaged'> & { readonly id: string | null };
  readonly publisher: Publisher | undefined;
  readonly kind: keyof typeof suboperations;
  readonly startedOn: Date;
  readonly endedOn: Date;
  readonly failure: { readonly errorCode: number; readonly message: string } | undefined;
}

/** Writes the entry as a row of msdyn_solutionhistory. */
export function writeHistory(rows: PlatformRows, entry: HistoryEntry): void {
  const id = randomUUID();
  rows.put('msdyn_solutionhistory', id, {
    msdyn_solutionhistoryid: id,
    msdyn_name: labelIn(entry.solution.names, baseLanguage) ?? entry.solution.uniqueName,
    msdyn_uniquename: entry.solution.uniqueName,
    msdyn_solutionid: entry.solution.id,
    msdyn_solutionversion: entry.solution.version,
    msdyn_ismanaged: entry.solution.isManaged,
    msdyn_publishername: entry.publisher?.uniqueName ?? null,
    msdyn_operation: entry.kind === 'delete' ? operations.uninstall : operations.import,
    msdyn_suboperation: suboperations[entry.kind],
    msdyn_status: completed,
    msdyn_result: entry.failure === undefined,
    msdyn_errorcode: entry.failure?.errorCode ?? null,
    msdyn_exceptionmessage: entry.failure?.message ?? null,
    msdyn_starttime: entry.startedOn.toISOString(),
    msdyn_endtime: entry.endedOn.toISOString(),
  });
}
