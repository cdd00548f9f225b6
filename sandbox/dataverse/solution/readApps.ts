import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { attribute, child, children, labelsOf, textOf, toText, type Element } from './xml';
import { componentTypes, componentTypeName, rootComponentId } from '../metadata/componentTypes';
import type { AppComponent } from '../metadata/components';
import { parseGuid, stableId } from '../metadata/identifiers';

/** Microsoft's default app icon; every organization has it. */
const defaultIcon = '953b9fac-1e5e-e611-80d6-00155ded156f';

function refuse(type: number, name: string, reason: string): SolutionRefused {
  return new SolutionRefused(type === componentTypes.siteMap ? 'siteMap' : 'generic', `The ${componentTypeName(type)} ${name} cannot be imported: ${reason}.`, {
    type,
    name,
  });
}

/** The site maps of apps. */
export function readSiteMaps(context: ImportContext, list: Element | undefined): void {
  for (const element of children(list, 'AppModuleSiteMap')) {
    const uniqueName = textOf(element, 'SiteMapUniqueName') ?? '';
    const siteMap = child(element, 'SiteMap');
    if (uniqueName === '' || !siteMap) throw refuse(componentTypes.siteMap, uniqueName, 'it has no SiteMapUniqueName or SiteMap');
    context.draft.siteMaps.set(uniqueName, {
      uniqueName,
      names: labelsOf(element, 'LocalizedNames', 'LocalizedName'),
      xml: toText(siteMap),
      solution: ownerOf(context, context.draft.siteMaps.get(uniqueName), componentTypes.siteMap, uniqueName),
    });
    bring(context, { type: componentTypes.siteMap, key: uniqueName, table: undefined, label: uniqueName });
  }
}

function readComponent(context: ImportContext, app: string, element: Element): AppComponent {
  const type = Number(attribute(element, 'type'));
  const schemaName = attribute(element, 'schemaName');
  const id = parseGuid(attribute(element, 'id') ?? '');
  const component: AppComponent = { type, schemaName, id };
  const known =
    id === undefined
      ? rootComponentId(context.draft, type, schemaName ?? '') !== undefined
      : context.draft.forms.has(id) || context.draft.views.has(id) || context.draft.charts.has(id);
  if (!known) {
    throw refuse(componentTypes.app, app, `there is no ${componentTypeName(type)} ${schemaName ?? id ?? ''}, which it contains`);
  }
  return component;
}

function readApp(context: ImportContext, element: Element): void {
  const uniqueName = textOf(element, 'UniqueName') ?? '';
  if (uniqueName === '') throw refuse(componentTypes.app, '', 'it has no UniqueName');
  const existing = context.draft.apps.get(uniqueName);
  const icon = parseGuid(textOf(element, 'WebResourceId') ?? '');
  const hasIcon = icon === defaultIcon || [...context.draft.webResources.values()].some((resource) => resource.id === icon);
  if (icon !== undefined && !hasIcon) throw refuse(componentTypes.app, uniqueName, `there is no web resource ${icon}, its icon`);
  const roleIds = children(child(element, 'AppModuleRoleMaps'), 'Role').map((role) => {
    const id = parseGuid(attribute(role, 'id') ?? '');
    if (id === undefined || !context.draft.roles.has(id)) {
      throw refuse(componentTypes.app, uniqueName, `there is no security role ${attribute(role, 'id') ?? ''}, which may open it`);
    }
    return id;
  });
  context.draft.apps.set(uniqueName, {
    id: existing?.id ?? stableId('appmodule', uniqueName),
    uniqueName,
    names: labelsOf(element, 'LocalizedNames', 'LocalizedName'),
    descriptions: labelsOf(element, 'Descriptions', 'Description'),
    webResourceId: icon,
    components: children(child(element, 'AppModuleComponents'), 'AppModuleComponent').map((component) =>
      readComponent(context, uniqueName, component),
    ),
    roleIds,
    solution: ownerOf(context, existing, componentTypes.app, uniqueName),
    isManaged: context.manifest.isManaged,
  });
  bring(context, { type: componentTypes.app, key: uniqueName, table: undefined, label: uniqueName });
}

/** The model-driven apps of the file; all that they contain must be there by now. */
export function readApps(context: ImportContext, list: Element | undefined): void {
  for (const element of children(list, 'AppModule')) readApp(context, element);
}
