import type { CatalogDraft } from './draft';
import { administratorPrivileges, systemAdministratorRoleId, systemCustomizerRoleId } from '../platform/platformRoles';

/** System Administrator and System Customizer get every new privilege; those of dropped tables end everywhere. */
export function refreshPlatformRoles(draft: CatalogDraft): void {
  const everything = administratorPrivileges(draft.privileges.values());
  for (const id of [systemAdministratorRoleId, systemCustomizerRoleId]) {
    const role = draft.roles.get(id);
    if (!role) continue;
    const added = [...everything].filter(([name]) => !role.privileges.has(name) && name !== 'prvActOnBehalfOfAnotherUser');
    draft.roles.set(id, { ...role, privileges: new Map([...role.privileges, ...added]) });
  }
  for (const role of draft.roles.values()) {
    const kept = [...role.privileges].filter(([name]) => draft.privileges.has(name));
    if (kept.length < role.privileges.size) draft.roles.set(role.id, { ...role, privileges: new Map(kept) });
  }
}
