import { readFileSync } from 'node:fs';
import type { CatalogReader } from '../../../../sandbox/dataverse/metadata/catalog';
import { holdCatalog } from '../../../../sandbox/dataverse/metadata/catalogReader';
import type { Table } from '../../../../sandbox/dataverse/metadata/model';
import {
  createOrganizationRows,
  organizationId,
  rootBusinessUnitId,
  userId,
} from '../../../../sandbox/dataverse/platform/organizationRows';
import { platformCatalog } from '../../../../sandbox/dataverse/platform/platformCatalog';
import { sandboxUsers } from '../../../../sandbox/dataverse/platform/sandboxUsers';
import { RecordStore } from '../../../../sandbox/dataverse/records/store';
import type { AccessControl } from '../../../../sandbox/dataverse/security/access';
import { controlAccess } from '../../../../sandbox/dataverse/security/accessControl';
import type { KeyActivation } from '../../../../sandbox/dataverse/solution/keyIndex';
import { SolutionRefused } from '../../../../sandbox/dataverse/solution/refusal';
import { createSolutionService, type SolutionService } from '../../../../sandbox/dataverse/solution/solutionService';

export const adminId = userId('admin@cronus.example');
export const noon = new Date('2026-03-02T12:00:00Z');

/** An organization with Sales and its solution service, without HTTP. */
export interface SandboxOrganization {
  readonly rows: RecordStore;
  readonly access: AccessControl;
  readonly solutions: SolutionService;
  readonly catalog: () => CatalogReader;
  readonly table: (logicalName: string) => Table;
  /** Imports the file at once. */
  readonly bring: (file: Uint8Array, upgrade?: boolean) => void;
  /** Imports the file and returns why it was refused; throws when it was not. */
  readonly refusal: (file: Uint8Array, upgrade?: boolean) => SolutionRefused;
  /** Runs background work that waits. */
  readonly runScheduled: () => void;
  keyActivation: KeyActivation;
}

export function createSandboxOrganization(): SandboxOrganization {
  const catalog = holdCatalog(platformCatalog());
  const rows = new RecordStore((table) => catalog.current.table(table)?.primaryIdColumn ?? `${table}id`);
  createOrganizationRows(rows, catalog.current, sandboxUsers, noon);
  const scheduled: (() => void)[] = [];
  const solutions = createSolutionService({
    catalog,
    rows,
    organizationId,
    rootBusinessUnitId,
    clock: () => noon,
    schedule: (work) => scheduled.push(work),
    keyActivation: () => organization.keyActivation,
  });
  const bring = (file: Uint8Array, upgrade = false): void => {
    solutions.importNow({ file, upgrade, userId: adminId, messageName: 'ImportSolution' });
  };
  const organization: SandboxOrganization = {
    rows,
    solutions,
    access: controlAccess(catalog, rows),
    catalog: () => catalog.current,
    table(logicalName) {
      const table = catalog.current.table(logicalName);
      if (!table) throw new Error(`no table ${logicalName}`);
      return table;
    },
    bring,
    refusal(file, upgrade = false) {
      try {
        bring(file, upgrade);
      } catch (error) {
        if (error instanceof SolutionRefused) return error;
        throw error;
      }
      throw new Error('The solution was imported.');
    },
    runScheduled() {
      for (const work of scheduled.splice(0)) work();
    },
    keyActivation: 'immediate',
  };
  return organization;
}

/** Reads a file of bytes. */
export function bytesOf(path: string): Uint8Array {
  return readFileSync(path);
}
