import type { ImportContext } from './draft';
import { compareVersions, type RequiredComponent, type SolutionManifest } from './manifest';
import { SolutionRefused, notCovered } from './refusal';
import type { Catalog } from '../metadata/catalog';
import { componentTypeName, componentTypes, rootComponentId } from '../metadata/componentTypes';

const covered: ReadonlySet<number> = new Set(Object.values(componentTypes));

/** Columns, keys and relationships come with their tables; real exports do not list environment variables either. */
const withoutRoot: ReadonlySet<number> = new Set([
  2,
  14,
  componentTypes.relationship,
  componentTypes.environmentVariableDefinition,
]);

/** Component types that are found by id among forms, views, charts and roles. */
function existsById(catalog: Catalog, type: number, id: string): boolean {
  switch (type) {
    case componentTypes.form:
      return catalog.forms.has(id);
    case componentTypes.view:
      return catalog.views.has(id);
    case componentTypes.chart:
      return catalog.charts.has(id);
    case componentTypes.role:
      return catalog.roles.has(id);
    default:
      return false;
  }
}

function exists(catalog: Catalog, type: number, key: string, parent?: string): boolean {
  if (type === 2 && parent !== undefined) return catalog.tables.get(parent.toLowerCase())?.columns.has(key.toLowerCase()) ?? false;
  if (type === componentTypes.ribbon) return true;
  if (existsById(catalog, type, key)) return true;
  const named = type !== componentTypes.form && type !== componentTypes.view && type !== componentTypes.chart;
  return named && type !== componentTypes.role && rootComponentId(catalog, type, key) !== undefined;
}

/** May this solution take the place of what is installed? */
export function checkInstalled(catalog: Catalog, manifest: SolutionManifest): void {
  const { uniqueName, isManaged, publisher, version } = manifest;
  if (['System', 'Default', 'Active', 'Basic'].includes(uniqueName)) {
    throw new SolutionRefused('systemSolution', `System solution cannot be imported: ${uniqueName}.`);
  }
  const installed = catalog.solutions.get(uniqueName);
  if (!installed) return;
  if (installed.isManaged !== isManaged) {
    const [is, wants] = isManaged ? ['an unmanaged', 'managed'] : ['a managed', 'unmanaged'];
    throw new SolutionRefused(
      isManaged ? 'unmanagedIsInstalled' : 'managedIsInstalled',
      `The solution ${uniqueName} is already installed on this system as ${is} solution and the package supplied is ` +
        `attempting to install it in ${wants} mode. Import can only update solutions when the modes match. ` +
        'Uninstall the current solution and try again.',
    );
  }
  if (installed.publisher !== publisher.uniqueName) {
    throw new SolutionRefused(
      'wrongPublisher',
      `The following solution cannot be imported: ${uniqueName}. ` +
        `The publisher name cannot be changed from ${installed.publisher} to ${publisher.uniqueName}.`,
    );
  }
  if (compareVersions(version, installed.version) < 0) {
    throw new SolutionRefused(
      'solution',
      `The solution ${uniqueName} is installed in version ${installed.version}; the file has the lower version ${version}.`,
    );
  }
}

/** A publisher keeps its prefix, and a prefix its publisher. */
export function checkPublisher(catalog: Catalog, manifest: SolutionManifest): void {
  const { uniqueName, prefix } = manifest.publisher;
  for (const known of catalog.publishers.values()) {
    if (known.uniqueName === uniqueName && known.prefix !== prefix) {
      throw new SolutionRefused('wrongPublisher', `The publisher ${uniqueName} has the prefix ${known.prefix} here, and ${prefix} in the file.`);
    }
    if (known.uniqueName !== uniqueName && known.prefix === prefix) {
      throw new SolutionRefused('wrongPublisher', `The prefix ${prefix} of the publisher ${uniqueName} belongs to ${known.uniqueName} here.`);
    }
  }
}

function describe(required: RequiredComponent): string {
  const parent = required.parent === undefined ? '' : `${required.parent}.`;
  const from = required.solution === '' ? '' : ` from ${required.solution}`;
  return `${componentTypeName(required.type)} ${parent}${required.key} ("${required.displayName}"${from})`;
}

/** What the file itself says that it needs. */
export function checkDependencies(catalog: Catalog, manifest: SolutionManifest): void {
  const missing = manifest.required.filter((required) => !exists(catalog, required.type, required.key, required.parent));
  if (missing.length === 0) return;
  throw new SolutionRefused(
    'missingDependencies',
    `The following solution cannot be imported: ${manifest.uniqueName}. Some dependencies are missing: ` +
      `${missing.map(describe).join('; ')}.`,
    { type: missing[0]?.type, name: missing[0]?.key ?? '' },
  );
}

/** Root components of types that the sandbox has no idea of. */
export function checkRootTypes(manifest: SolutionManifest): void {
  for (const root of manifest.roots) if (!covered.has(root.type)) throw notCovered(root.type, root.key);
}

/** Root components must be in the file or in the target, and what the file brings must be declared. */
export function checkRoots(context: ImportContext): void {
  const { manifest, brought, draft } = context;
  for (const root of manifest.roots) {
    if (exists(draft, root.type, root.key)) continue;
    throw new SolutionRefused(
      'rootNotInTarget',
      `Cannot add a Root Component ${root.key} of type ${root.type} (${componentTypeName(root.type)}) ` +
        'because it is neither in the file nor in the target system.',
      { type: root.type, name: root.key },
    );
  }
  const declared = new Set(manifest.roots.map((root) => `${root.type}/${root.key.toLowerCase()}`));
  const whole = new Set(manifest.roots.filter((root) => root.type === componentTypes.table && root.behavior === 0).map((root) => root.key));
  for (const component of brought) {
    const isPart = component.table !== undefined && whole.has(component.table);
    const isTableRibbon = component.type === componentTypes.ribbon && component.table !== undefined;
    const needsRoot = !withoutRoot.has(component.type) && !isTableRibbon;
    if (isPart || !needsRoot || declared.has(`${component.type}/${component.key.toLowerCase()}`)) continue;
    throw new SolutionRefused(
      'notDeclaredAsRoot',
      `The import has failed because component ${component.label} of type ${component.type} ` +
        `(${componentTypeName(component.type)}) is not declared in the solution file as a root component.`,
      { type: component.type, name: component.key },
    );
  }
}
