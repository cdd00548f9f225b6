import { elementOf, type XmlElement } from '../xml/element';
import { assembleEntities, withoutNamespaces } from './entities';
import { PackError } from './packError';
import { assembleRelationships } from './relationships';
import type { SourceFiles } from './sourceFiles';

/** Children of ImportExportXml in the order that CustomizationsSolution.xsd and today's exports give them. */
export const customizationsOrder = [
  'Entities',
  'Roles',
  'Workflows',
  'FieldSecurityProfiles',
  'Templates',
  'EntityImageConfigs',
  'AttributeImageConfigs',
  'RibbonDiffXml',
  'IsvConfig',
  'RelationshipRoles',
  'ConnectionRoles',
  'SiteMap',
  'EntityMaps',
  'EntityRelationships',
  'OrganizationSettings',
  'optionsets',
  'Reports',
  'RoutingRules',
  'ChannelPropertyGroups',
  'ConvertRules',
  'MobileOfflineProfiles',
  'Slas',
  'ChannelAccessProfiles',
  'ChannelAccessProfileRules',
  'Dashboards',
  'InteractionCentricDashboards',
  'Dialogs',
  'WebResources',
  'CustomControls',
  'SolutionPluginAssemblies',
  'SdkMessageProcessingSteps',
  'ServiceEndpoints',
  'AppModuleSiteMaps',
  'AppModules',
  'EntityDataProviders',
  'EntityAnalyticsConfigs',
  'CanvasApps',
  'Connectors',
  'AIModels',
  'connectionreferences',
  'EntityDataSources',
  'Languages',
] as const;

const skeletonFile = 'Other/Customizations.xml';
const namesInOther = new Set(['Solution.xml', 'Customizations.xml', 'Relationships.xml']);

/**
 * customizations.xml: the skeleton of `Other/Customizations.xml` filled with every component of the sources.
 * @throws PackError when the skeleton is missing or names an element that customizations.xml does not have.
 */
export function assembleCustomizations(sources: SourceFiles): XmlElement {
  const skeleton = sources.read(skeletonFile);
  if (skeleton === undefined) throw new PackError(skeletonFile, 'is missing.', 'Every solution needs it.');
  const parts = componentLists(sources);
  for (const { path, root } of sources.matching(/^Other\/[^/]+\.xml$/)) {
    if (!namesInOther.has(path.slice('Other/'.length))) parts.set(root.name, withoutNamespaces(root));
  }
  for (const child of skeleton.children) {
    if (!parts.has(child.name)) parts.set(child.name, child);
  }
  const order: readonly string[] = customizationsOrder;
  const unknown = [...parts.keys()].find((name) => !order.includes(name));
  if (unknown !== undefined) {
    throw new PackError(skeletonFile, `<${unknown}> is not an element of customizations.xml.`, 'Remove or rename it.');
  }
  const children = order.flatMap((name) => parts.get(name) ?? []);
  return elementOf('ImportExportXml', children, { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' });
}

function componentLists(sources: SourceFiles): Map<string, XmlElement> {
  const roots = (pattern: RegExp): XmlElement[] => sources.matching(pattern).map(({ root }) => withoutNamespaces(root));
  const lists: [string, XmlElement[]][] = [
    ['Entities', assembleEntities(sources)],
    ['Roles', roots(/^Roles\/[^/]+\.xml$/)],
    ['EntityRelationships', assembleRelationships(sources)],
    ['optionsets', roots(/^OptionSets\/[^/]+\.xml$/)],
    ['WebResources', roots(/^WebResources\/.+\.data\.xml$/)],
    ['CustomControls', roots(/^Controls\/[^/]+\/ControlManifest\.xml\.data\.xml$/)],
    ['AppModuleSiteMaps', roots(/^AppModuleSiteMaps\/[^/]+\/AppModuleSiteMap\.xml$/)],
    ['AppModules', roots(/^AppModules\/[^/]+\/AppModule\.xml$/)],
  ];
  return new Map(
    lists.filter(([, children]) => children.length > 0).map(([name, children]) => [name, elementOf(name, children)]),
  );
}
