import type { Catalog } from './catalog';
import { parseGuid, stableId } from './identifiers';

/** Solution component types (solutioncomponent.componenttype) that the sandbox covers. */
export const componentTypes = {
  table: 1,
  optionSet: 9,
  relationship: 10,
  role: 20,
  view: 26,
  ribbon: 50,
  chart: 59,
  form: 60,
  webResource: 61,
  siteMap: 62,
  customControl: 66,
  app: 80,
  environmentVariableDefinition: 380,
  environmentVariableValue: 381,
} as const;

/** Names of the component types that exist, covered or not, for messages. */
const names: Readonly<Record<number, string>> = {
  1: 'table',
  2: 'column',
  9: 'global option set',
  10: 'relationship',
  14: 'alternate key',
  20: 'security role',
  24: 'form',
  26: 'view',
  29: 'process (workflow, flow or business rule)',
  31: 'report',
  36: 'e-mail template',
  46: 'entity map',
  50: 'application ribbon',
  59: 'chart',
  60: 'form',
  61: 'web resource',
  62: 'site map',
  63: 'connection role',
  65: 'hierarchy rule',
  66: 'custom control',
  68: 'custom control default configuration',
  70: 'column security profile',
  80: 'model-driven app',
  90: 'plug-in type',
  91: 'plug-in assembly',
  92: 'SDK message processing step',
  95: 'service endpoint',
  150: 'routing rule',
  152: 'service level agreement',
  161: 'mobile offline profile',
  300: 'canvas app',
  371: 'connector',
  372: 'connector',
  380: 'environment variable definition',
  381: 'environment variable value',
  400: 'AI project type',
  401: 'AI project',
  402: 'AI configuration',
};

/** What a component type is called in messages. */
export function componentTypeName(type: number): string {
  return names[type] ?? 'component';
}

/** The object id of a root component that is named by schema name or id; undefined when the catalogue has none. */
export function rootComponentId(catalog: Catalog, type: number, key: string): string | undefined {
  switch (type) {
    case componentTypes.table:
      return catalog.tables.get(key.toLowerCase())?.metadataId;
    case componentTypes.optionSet:
      return catalog.optionSets.get(key)?.metadataId;
    case componentTypes.relationship:
      return catalog.relationships.get(key)?.metadataId;
    case componentTypes.webResource:
      return catalog.webResources.get(key)?.id;
    case componentTypes.siteMap:
      return catalog.siteMaps.has(key) ? stableId('sitemap', key) : undefined;
    case componentTypes.customControl:
      return catalog.customControls.get(key)?.id;
    case componentTypes.app:
      return catalog.apps.get(key)?.id;
    case componentTypes.environmentVariableDefinition:
      return catalog.environmentVariables.get(key)?.id;
    default:
      return parseGuid(key);
  }
}
