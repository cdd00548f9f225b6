import { platformCatalog } from './platform/platformCatalog';
import { createOrganizationRows, organizationId, organizationUniqueName } from './platform/organizationRows';
import { sandboxUsers } from './platform/sandboxUsers';
import { holdCatalog } from './metadata/catalogReader';
import { sequentialIds } from './records/identifiers';
import { RecordStore } from './records/store';
import { controlAccess } from './security/accessControl';
import type { Organization, RecordEvent } from './records/session';

/** An organization with Sales, the sandbox's users and nothing else; events go to `publish`. */
export function createOrganization(clock: () => Date, publish: (events: readonly RecordEvent[]) => void): Organization {
  const catalog = holdCatalog(platformCatalog());
  const store = new RecordStore((table) => catalog.current.table(table)?.primaryIdColumn ?? `${table}id`);
  createOrganizationRows(store, catalog.current, sandboxUsers, clock());
  return {
    id: organizationId,
    uniqueName: organizationUniqueName,
    catalog,
    store,
    access: controlAccess(catalog, store),
    clock,
    newId: sequentialIds(),
    publish,
  };
}
