import type { Catalog } from '../metadata/catalog';
import { stableId } from '../metadata/identifiers';
import { baseLanguage, englishLabels } from '../metadata/labels';
import { miscellaneousPrivileges } from './miscellaneousPrivileges';
import { platformRelationships } from './platformRelationships';
import { platformRoles } from './platformRoles';
import { platformPrivileges, platformTables } from './platformTables';
import { platformViews } from './platformViews';
import { readTableFiles } from './tableFile';

/** English, German, Danish and French are switched on. */
const languages = [baseLanguage, 1031, 1030, 1036];

/** The catalogue of an organization that has Sales and nothing else. */
export function platformCatalog(): Catalog {
  const files = readTableFiles();
  const tables = platformTables(files);
  const privileges = new Map(
    [...platformPrivileges(files, tables), ...miscellaneousPrivileges].map((privilege) => [privilege.name, privilege]),
  );
  return {
    tables,
    relationships: platformRelationships(files, tables),
    optionSets: new Map(),
    privileges,
    roles: platformRoles(tables, privileges),
    views: platformViews(tables),
    forms: new Map(),
    charts: new Map(),
    ribbons: [],
    webResources: new Map(),
    customControls: new Map(),
    siteMaps: new Map(),
    apps: new Map(),
    environmentVariables: new Map(),
    publishers: new Map([
      [
        'MicrosoftCorporation',
        {
          id: stableId('publisher', 'MicrosoftCorporation'),
          uniqueName: 'MicrosoftCorporation',
          names: englishLabels('MicrosoftCorporation'),
          prefix: 'msft',
          optionValuePrefix: 10_000,
        },
      ],
    ]),
    solutions: new Map(),
    languages,
    version: 1,
  };
}
