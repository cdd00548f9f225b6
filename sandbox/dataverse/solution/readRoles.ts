import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { attribute, child, children, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import type { Depth } from '../metadata/components';
import { parseGuid } from '../metadata/identifiers';
import { depths } from '../metadata/privileges';

function refuse(name: string, reason: string, error: 'role' | 'invalidPrivilege' = 'role'): SolutionRefused {
  return new SolutionRefused(error, `The security role '${name}' cannot be imported: ${reason}.`, {
    type: componentTypes.role,
    name,
  });
}

function readPrivileges(context: ImportContext, role: string, element: Element): ReadonlyMap<string, Depth> {
  const known = new Map([...context.draft.privileges.values()].map((privilege) => [privilege.name.toLowerCase(), privilege]));
  const privileges = new Map<string, Depth>();
  for (const item of children(child(element, 'RolePrivileges'), 'RolePrivilege')) {
    const name = attribute(item, 'name') ?? '';
    const level = attribute(item, 'level') ?? '';
    const privilege = known.get(name.toLowerCase());
    const depth = depths.find((candidate) => candidate === level);
    if (!privilege) throw refuse(role, `the privilege ${name} does not exist in the target system`, 'invalidPrivilege');
    if (!depth) throw refuse(role, `the level ${level} of ${name} is not Basic, Local, Deep or Global`, 'invalidPrivilege');
    if (!privilege.depths.includes(depth)) {
      const possible = privilege.depths.join(', ');
      throw refuse(role, `${name} cannot have the level ${depth}, only ${possible}`, 'invalidPrivilege');
    }
    if (privileges.has(privilege.name)) throw refuse(role, `the privilege ${name} is there twice`);
    privileges.set(privilege.name, depth);
  }
  return privileges;
}

/** The security roles of the file; what they may do replaces what an earlier version allowed. */
export function readRoles(context: ImportContext, list: Element | undefined): void {
  for (const element of children(list, 'Role')) {
    const name = attribute(element, 'name') ?? '';
    const id = parseGuid(attribute(element, 'id') ?? '');
    if (id === undefined) throw refuse(name, 'its id is no GUID');
    const existing = context.draft.roles.get(id);
    const namesake = [...context.draft.roles.values()].find((role) => role.name === name && role.id !== id);
    if (namesake) throw refuse(name, `a role of this name exists with the id ${namesake.id}`);
    context.draft.roles.set(id, {
      id,
      name,
      privileges: readPrivileges(context, name, element),
      // Newer exports leave the attribute out: then the platform's default holds.
      inheritsToUser: attribute(element, 'isinherited') !== '0',
      solution: ownerOf(context, existing, componentTypes.role, name),
      isManaged: context.manifest.isManaged,
    });
    bring(context, { type: componentTypes.role, key: id, table: undefined, label: name });
  }
}
