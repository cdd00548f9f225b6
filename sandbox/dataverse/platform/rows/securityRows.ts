import { customizable, solutionId, type ComponentRow, type ComponentSource } from './componentRow';
import type { Role } from '../../metadata/components';
import { stableId } from '../../metadata/identifiers';

const accessRights = {
  Read: 1,
  Write: 2,
  Append: 4,
  AppendTo: 16,
  Create: 32,
  Delete: 65_536,
  Share: 262_144,
  Assign: 524_288,
};
const depthMasks = { Basic: 1, Local: 2, Deep: 4, Global: 8 };

/** Privileges, roles and which privileges each role holds. */
export function securityRows(organization: ComponentSource): ComponentRow[] {
  const privileges = [...organization.catalog.privileges.values()].map((privilege): ComponentRow => ({
    table: 'privilege',
    id: privilege.id,
    values: {
      privilegeid: privilege.id,
      name: privilege.name,
      accessright: privilege.verb ? accessRights[privilege.verb] : 0,
      canbebasic: privilege.depths.includes('Basic'),
      canbelocal: privilege.depths.includes('Local'),
      canbedeep: privilege.depths.includes('Deep'),
      canbeglobal: privilege.depths.includes('Global'),
    },
  }));
  return [...privileges, ...[...organization.catalog.roles.values()].flatMap((role) => roleRows(organization, role))];
}

function roleRows(organization: ComponentSource, role: Role): ComponentRow[] {
  const own: ComponentRow = {
    table: 'role',
    id: role.id,
    values: {
      roleid: role.id,
      name: role.name,
      businessunitid: { table: 'businessunit', id: organization.rootBusinessUnitId },
      parentrootroleid: { table: 'role', id: role.id },
      isinherited: role.inheritsToUser ? 1 : 0,
      ismanaged: role.isManaged,
      solutionid: solutionId(organization.catalog, role.solution),
      ...customizable,
    },
  };
  const privileges = [...role.privileges].flatMap(([name, depth]): ComponentRow[] => {
    const privilege = organization.catalog.privileges.get(name);
    if (!privilege) return [];
    const id = stableId('roleprivilege', role.id, privilege.id);
    const values = {
      roleprivilegeid: id,
      roleid: role.id,
      privilegeid: privilege.id,
      privilegedepthmask: depthMasks[depth],
    };
    return [{ table: 'roleprivileges', id, values }];
  });
  return [own, ...privileges];
}
