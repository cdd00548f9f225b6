import type { NamedComponent, SolutionModel } from '../solution/readModel';
import { attributeOf, descendantsOf } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

const componentUnknown = kindOfFinding('app-component-unknown', 'The app does not import without its components.');
const roleUnknown = kindOfFinding('app-role-unknown', 'Nobody with that role would see the app.');
const tableUnknown = kindOfFinding('site-map-table-unknown', 'The entry of the site map leads nowhere.');
const tableOutside = kindOfFinding(
  'site-map-table-outside-app',
  'The app hides entries for tables that are not its components.',
);

/** System Administrator and System Customizer: the same in every environment. */
const systemRoles = ['627090ff-40a3-4053-8790-584edc5be201', '119f245c-3cc8-4b62-b31c-d1a046ced15d'];

/** Apps and their site maps consist of tables, forms, views, site maps and roles that exist. */
export function checkApps({ model }: Subject): Finding[] {
  return model.apps.flatMap((app) => [
    ...checkComponents(model, app),
    ...checkRoles(model, app),
    ...checkSiteMaps(model, app),
  ]);
}

function checkComponents(model: SolutionModel, app: NamedComponent): Finding[] {
  const prefix = `${model.identity.prefix}_`;
  const known = new Set([
    ...model.tables.map((table) => `1 ${table.logicalName}`),
    ...model.views.map((view) => `26 ${view.id.toLowerCase()}`),
    ...model.forms.map((form) => `60 ${form.id.toLowerCase()}`),
    ...model.siteMaps.map((siteMap) => `62 ${siteMap.name}`),
  ]);
  return descendantsOf(app.element, 'AppModuleComponent').flatMap((element) => {
    const type = attributeOf(element, 'type');
    const name = attributeOf(element, 'schemaName') || attributeOf(element, 'id').toLowerCase();
    const isFirstPartyTable = type === '1' && !name.startsWith(prefix);
    if (isFirstPartyTable || known.has(`${type} ${name}`)) return [];
    return [
      componentUnknown(
        { file: app.file, element },
        `Component type ${type} ${name} is not in the solution.`,
        'Correct or remove it.',
      ),
    ];
  });
}

function checkRoles(model: SolutionModel, app: NamedComponent): Finding[] {
  const known = new Set([...systemRoles, ...model.roles.map((role) => plainGuid(attributeOf(role.element, 'id')))]);
  return descendantsOf(app.element, 'Role')
    .filter((element) => !known.has(plainGuid(attributeOf(element, 'id'))))
    .map((element) =>
      roleUnknown(
        { file: app.file, element },
        `No role has the identifier ${attributeOf(element, 'id')}.`,
        'Correct it.',
      ),
    );
}

function checkSiteMaps(model: SolutionModel, app: NamedComponent): Finding[] {
  const components = descendantsOf(app.element, 'AppModuleComponent').map(
    (element) => `${attributeOf(element, 'type')} ${attributeOf(element, 'schemaName')}`,
  );
  const used = model.siteMaps.filter((siteMap) => components.includes(`62 ${siteMap.name}`));
  return used.flatMap((siteMap) =>
    descendantsOf(siteMap.element, 'SubArea').flatMap((element) => {
      const place = { file: siteMap.file, element };
      const table = attributeOf(element, 'Entity');
      if (table === '') return [];
      if (table.startsWith(`${model.identity.prefix}_`) && !model.tables.some((known) => known.logicalName === table)) {
        return [tableUnknown(place, `Table ${table} is not in the solution.`, 'Correct Entity.')];
      }
      if (components.includes(`1 ${table}`)) return [];
      return [tableOutside(place, `${table} is not a component of ${app.name}.`, 'Add an AppModuleComponent for it.')];
    }),
  );
}

function plainGuid(text: string): string {
  return text.replace(/[{}]/g, '').toLowerCase();
}
