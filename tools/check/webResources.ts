import { createContext, Script } from 'node:vm';
import type { FileTree } from '../files/fileTree';
import type { SolutionModel } from '../solution/readModel';
import { attributeOf, textAt, withDescendants, type XmlElement } from '../xml/element';
import { parseXml } from '../xml/parse';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

const unknown = kindOfFinding(
  'web-resource-unknown',
  'The form, command, table or app would miss its script or picture.',
);
const functionUnknown = kindOfFinding('function-unknown', 'The event or command fails when it happens.');
const scriptBroken = kindOfFinding('script-broken', 'A script that cannot be loaded stops every event of the form.');

/** The platform's own default icon of apps, part of every environment. */
const defaultAppIcon = '953b9fac-1e5e-e611-80d6-00155ded156f';

/** Scripts, pictures and functions that forms, ribbons, site maps, tables and apps name are in the solution. */
export function checkWebResources({ sources, model }: Subject): Finding[] {
  const names = new Map(
    model.webResources.map((resource) => [resource.name, resource.file.replace(/\.data\.xml$/, '')]),
  );
  const ids = new Set(model.webResources.map((resource) => plainGuid(textAt(resource.element, 'WebResourceId'))));
  const findings: Finding[] = [];
  const scripts = new Map<string, object | undefined>();
  for (const [file, content] of sources) {
    if (!file.endsWith('.xml') || /^(WebResources|Controls)\//.test(file)) continue;
    for (const element of withDescendants(parseXml(content, file))) {
      for (const name of namesIn(element, model)) {
        if (!names.has(name))
          findings.push(unknown({ file, element }, `${name} is not in the solution.`, 'Correct the name, or add it.'));
      }
      const icon = element.name === 'AppModule' ? plainGuid(textAt(element, 'WebResourceId')) : defaultAppIcon;
      if (icon !== defaultAppIcon && !ids.has(icon)) {
        findings.push(
          unknown({ file, element }, `No web resource has the identifier ${icon}.`, 'Correct WebResourceId.'),
        );
      }
      findings.push(...checkFunction(file, element, names, sources, scripts));
    }
  }
  return findings;
}

/** Web resources that an element names, without the `$webresource:` before them. */
function namesIn(element: XmlElement, model: SolutionModel): string[] {
  const named = Object.values(element.attributes)
    .filter((value) => value.startsWith('$webresource:'))
    .map((value) => value.slice('$webresource:'.length));
  const library = element.name === 'Library' ? attributeOf(element, 'name') : attributeOf(element, 'libraryName');
  const icon = /^Icon(Vector|Large|Medium|Small)Name$/.test(element.name) ? element.text.trim() : '';
  const own = [library, icon].filter((name) => name !== '');
  return [...named, ...own].filter(
    (name) => !name.startsWith('/') && (name.startsWith(model.identity.prefix) || own.includes(name)),
  );
}

function checkFunction(
  file: string,
  element: XmlElement,
  names: ReadonlyMap<string, string>,
  sources: FileTree,
  scripts: Map<string, object | undefined>,
): Finding[] {
  const name = attributeOf(element, 'functionName');
  const library = attributeOf(element, 'libraryName') || attributeOf(element, 'Library').replace(/^\$webresource:/, '');
  const path = names.get(library);
  if (name === '' || path === undefined) return [];
  if (!scripts.has(path)) scripts.set(path, globalsOf(sources.get(path)));
  const globals = scripts.get(path);
  if (globals === undefined)
    return [scriptBroken({ file: path }, 'It cannot be loaded.', 'Run it in a browser to see why.')];
  if (typeof valueAt(globals, name.split('.')) === 'function') return [];
  return [functionUnknown({ file, element }, `${library} has no function ${name}.`, 'Export it, or correct the name.')];
}

/** What a script leaves in the page's global object; undefined when it throws. */
function globalsOf(content: Uint8Array | undefined): object | undefined {
  const globals: Record<string, unknown> = {};
  globals.window = globals;
  globals.self = globals;
  try {
    new Script(new TextDecoder().decode(content)).runInContext(createContext(globals), { timeout: 2000 });
    return globals;
  } catch {
    return undefined;
  }
}

function valueAt(start: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    start,
  );
}

function plainGuid(text: string): string {
  return text.replace(/[{}]/g, '').toLowerCase();
}
