import type { Table } from '../solution/readTables';
import { attributeOf, descendantsOf } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import { firstPartyPrivileges } from './firstPartyPrivileges';
import type { Subject } from './subject';

const unknown = kindOfFinding('privilege-unknown', 'A privilege that does not exist stops the import of the role.');
const level = kindOfFinding(
  'privilege-level',
  'Organization-owned tables have one level, Global; Dataverse refuses others.',
);
const unknownLevel = kindOfFinding('privilege-level-unknown', 'Dataverse knows Basic, Local, Deep and Global.');
const repeated = kindOfFinding('privilege-repeated', 'Only one of two levels can hold, and nobody sees which.');

const organizationVerbs = ['Append', 'AppendTo', 'Create', 'Delete', 'Read', 'Write'];
const userVerbs = [...organizationVerbs, 'Assign', 'Share'];
const levels = ['Basic', 'Local', 'Deep', 'Global'];

/** Roles name privileges that exist, once, at levels that their tables have. */
export function checkPrivileges({ model }: Subject): Finding[] {
  const own = new Map<string, Table>(
    model.tables.flatMap((table) => verbsOf(table).map((verb) => [`prv${verb}${table.schemaName}`, table] as const)),
  );
  return model.roles.flatMap(({ file, element: role }) => {
    const seen = new Set<string>();
    return descendantsOf(role, 'RolePrivilege').flatMap((element) => {
      const place = { file, element };
      const name = attributeOf(element, 'name');
      const depth = attributeOf(element, 'level');
      const findings: Finding[] = [];
      if (!own.has(name) && !firstPartyPrivileges.has(name)) {
        findings.push(
          unknown(place, `${name} does not exist.`, 'Write prv, the verb and the schema name in its own case.'),
        );
      }
      if (!levels.includes(depth)) {
        findings.push(unknownLevel(place, `${name} has level ${depth || 'none'}.`, `Use ${levels.join(', ')}.`));
      } else if (own.get(name)?.ownership === 'OrgOwned' && depth !== 'Global') {
        findings.push(level(place, `${name} has level ${depth}.`, 'Use Global.'));
      }
      if (seen.has(name)) findings.push(repeated(place, `${name} is there twice.`, 'Keep one.'));
      seen.add(name);
      return findings;
    });
  });
}

function verbsOf(table: Table): string[] {
  if (table.ownership === undefined) return [];
  return table.ownership === 'OrgOwned' ? organizationVerbs : userVerbs;
}
