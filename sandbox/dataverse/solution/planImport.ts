import { checkAllPartsUsed, checkContentTypes, checkCustomizations, requirePart } from './checkPackage';
import { checkForms } from './checkForms';
import { checkRibbons, checkSiteMaps, checkTableIcons } from './checkReferences';
import { checkDependencies, checkInstalled, checkPublisher, checkRoots, checkRootTypes } from './checkSolution';
import { checkViews } from './checkViews';
import { bring, draftOf, type BroughtComponent, type ImportContext } from './draft';
import { dropFromDraft, type Dropped } from './dropComponents';
import { refreshPlatformRoles } from './platformRolePrivileges';
import { readManifest, type SolutionManifest } from './manifest';
import { readPackage } from './packageFile';
import { readApps, readSiteMaps } from './readApps';
import { readControls } from './readControls';
import { readEnvironmentVariables } from './readEnvironmentVariables';
import { readForms } from './readForms';
import { readGlobalOptionSets } from './readOptionSets';
import { readRelationships } from './readRelationships';
import { readRoles } from './readRoles';
import { readTables } from './readTables';
import { readViews } from './readViews';
import { readWebResources } from './readWebResources';
import { child, children, parseXml, toText, type Element } from './xml';
import type { Catalog } from '../metadata/catalog';
import { componentTypes } from '../metadata/componentTypes';
import { stableId } from '../metadata/identifiers';

/** How a root component names the application's ribbon. */
const applicationRibbon = ':RibbonDiffXml';

/** What an import would do. Nothing has happened yet. */
export interface ImportPlan {
  readonly manifest: SolutionManifest;
  readonly next: Catalog;
  readonly brought: readonly BroughtComponent[];
  readonly dropped: Dropped;
  readonly kind: 'new' | 'update' | 'upgrade';
}

/** Reads one component after the other, in the order in which they need each other. */
function readComponents(context: ImportContext, root: Element): void {
  const entities = child(root, 'Entities');
  readGlobalOptionSets(context, child(root, 'optionsets'));
  readTables(context, entities);
  readRelationships(context, child(root, 'EntityRelationships'));
  readWebResources(context, child(root, 'WebResources'));
  readControls(context, child(root, 'CustomControls'));
  readRoles(context, child(root, 'Roles'));
  readViews(context, entities);
  readForms(context, entities);
  readSiteMaps(context, child(root, 'AppModuleSiteMaps'));
  readApps(context, child(root, 'AppModules'));
  readEnvironmentVariables(context);
  readApplicationRibbon(context, child(root, 'RibbonDiffXml'));
}

function readApplicationRibbon(context: ImportContext, ribbon: Element | undefined): void {
  if (!ribbon || children(ribbon).length === 0) return;
  const solution = context.manifest.uniqueName;
  context.draft.ribbons = context.draft.ribbons.filter((other) => other.table !== undefined || other.solution !== solution);
  context.draft.ribbons.push({ table: undefined, xml: toText(ribbon), solution });
  bring(context, { type: componentTypes.ribbon, key: applicationRibbon, table: undefined, label: applicationRibbon });
}

function register(context: ImportContext): void {
  const { manifest, draft, before } = context;
  const known = before.publishers.get(manifest.publisher.uniqueName);
  draft.publishers.set(manifest.publisher.uniqueName, { ...manifest.publisher, id: known?.id ?? manifest.publisher.id });
  draft.solutions.set(manifest.uniqueName, {
    id: before.solutions.get(manifest.uniqueName)?.id ?? stableId('solution', manifest.uniqueName),
    uniqueName: manifest.uniqueName,
    names: manifest.names,
    descriptions: manifest.descriptions,
    version: manifest.version,
    isManaged: manifest.isManaged,
    publisher: manifest.publisher.uniqueName,
    components: manifest.roots,
  });
}

/**
 * Works out what importing the file would make of the catalogue.
 * @param upgrade remove what an earlier version brought and this one does not (managed solutions only)
 * @throws SolutionRefused with the reason and the component
 */
export function planImport(file: Uint8Array, before: Catalog, upgrade: boolean): ImportPlan {
  const parts = readPackage(file);
  const manifest = readManifest(requirePart(parts, 'solution.xml'));
  const context: ImportContext = {
    manifest,
    parts,
    before,
    draft: draftOf(before),
    brought: [],
    usedParts: new Set(['solution.xml', 'customizations.xml', '[Content_Types].xml']),
  };
  checkContentTypes(context);
  checkRootTypes(manifest);
  checkInstalled(before, manifest);
  checkPublisher(before, manifest);
  const root = parseXml(requirePart(parts, 'customizations.xml'), 'customizations.xml');
  checkCustomizations(root);
  checkDependencies(before, manifest);
  readComponents(context, root);
  checkAllPartsUsed(context);
  const installed = before.solutions.has(manifest.uniqueName);
  const dropped = dropFromDraft(context, upgrade && installed && manifest.isManaged);
  checkRoots(context);
  checkViews(context);
  checkForms(context);
  checkRibbons(context);
  checkSiteMaps(context);
  checkTableIcons(context);
  refreshPlatformRoles(context.draft);
  register(context);
  const kind = installed ? (upgrade ? 'upgrade' : 'update') : 'new';
  return { manifest, next: context.draft, brought: context.brought, dropped, kind };
}

