import type { Depth, Privilege } from './components';
import { stableId } from './identifiers';
import type { Ownership, PrivilegeVerb, Table } from './model';

export const privilegeVerbs: readonly PrivilegeVerb[] = [
  'Create',
  'Read',
  'Write',
  'Delete',
  'Append',
  'AppendTo',
  'Assign',
  'Share',
];

/** From shallow to deep. */
export const depths: readonly Depth[] = ['Basic', 'Local', 'Deep', 'Global'];

/** True when `depth` reaches at least as far as `wanted`. */
export function reaches(depth: Depth, wanted: Depth): boolean {
  return depths.indexOf(depth) >= depths.indexOf(wanted);
}

/** Verb to privilege name for a custom table: `prv` + verb + schema name in its own case; Assign and Share only for owned rows. */
export function customTablePrivileges(schemaName: string, ownership: Ownership): ReadonlyMap<PrivilegeVerb, string> {
  const verbs =
    ownership === 'user' ? privilegeVerbs : privilegeVerbs.filter((verb) => verb !== 'Assign' && verb !== 'Share');
  return new Map(verbs.map((verb) => [verb, `prv${verb}${schemaName}`]));
}

/** The privileges that guard one custom table. Organization-owned tables know only Global. */
export function privilegesOfTable(table: Table): readonly Privilege[] {
  const possible: readonly Depth[] = table.ownership === 'user' ? depths : ['Global'];
  return [...table.privileges].map(([verb, name]) => ({
    id: stableId('privilege', name.toLowerCase()),
    name,
    verb,
    tables: [table.logicalName],
    depths: possible,
  }));
}
