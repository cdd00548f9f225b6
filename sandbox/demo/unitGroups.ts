import { randomUUID } from 'node:crypto';
import groups from './unitGroups.json';
import type { WebApiClient } from './webApiClient';

/** Row ids of the units in which products are sold. */
export interface UnitGroups {
  /** @param base name of the group's base unit. @throws {Error} when there is no such group */
  groupId(base: string): string;
  /** @param name the base unit when left out. @throws {Error} when the group has no such unit */
  unitId(base: string, name?: string): string;
  /** How many base units it holds. */
  quantity(base: string, name?: string): number;
}

const units = [
  ...groups.map(({ base }) => ({ base, name: base, quantity: 1 })),
  ...groups.flatMap(({ base, units: others }) => others.map((unit) => ({ base, ...unit }))),
];
const unitKey = (base: string, name: string): string => `${base}/${name}`;

function found(id: string | undefined, what: string): string {
  if (id === undefined) throw new Error(`The sandbox could not be set up: there is no ${what}.`);
  return id;
}

/** Creates unit groups as an administrator does who names units as Business Central does. @throws {SetUpError} */
export async function createUnitGroups(administrator: WebApiClient): Promise<UnitGroups> {
  const groupIds = new Map(groups.map(({ base }) => [base, randomUUID()]));
  const unitIds = new Map(units.map(({ base, name }) => [unitKey(base, name), randomUUID()]));
  const groupId = (base: string): string => found(groupIds.get(base), `unit group of ${base}`);
  const unitId = (base: string, name = base): string =>
    found(unitIds.get(unitKey(base, name)), `unit ${name} of ${base}`);
  await administrator.createAll(
    'uomschedule',
    groups.map(({ name, base }) => ({ uomscheduleid: groupId(base), name, baseuomname: base })),
  );
  await administrator.createAll(
    'uom',
    units.map(({ base, name, quantity }) => ({
      uomid: unitId(base, name),
      name,
      quantity,
      'uomscheduleid@odata.bind': `/uomschedules(${groupId(base)})`,
      ...(name !== base && { 'baseuom@odata.bind': `/uoms(${unitId(base)})` }),
    })),
  );
  return {
    groupId,
    unitId,
    quantity: (base, name = base) => units.find((unit) => unit.base === base && unit.name === name)?.quantity ?? 1,
  };
}
