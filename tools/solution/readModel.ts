import type { FileTree } from '../files/fileTree';
import { attributeOf, childOf, childrenOf, textAt, type XmlElement } from '../xml/element';
import { parseXml } from '../xml/parse';
import { readIdentity, type SolutionIdentity } from './readIdentity';
import { readRelationships, type Relationship } from './readRelationships';
import { readTables, type Column, type Table } from './readTables';

/** A component's element and the file that holds it. */
export interface Component {
  readonly file: string;
  readonly element: XmlElement;
}

/** A component that has a name: web resource, control, app, site map or choice. */
export interface NamedComponent extends Component {
  readonly name: string;
}

/** A form or view of a table. `id` is as written, with braces. */
export interface TableComponent extends Component {
  readonly id: string;
  /** Logical name. */
  readonly table: string;
}

/** A control's built manifest. */
export interface Control extends NamedComponent {
  /** undefined while the control has not been built. */
  readonly manifest: XmlElement | undefined;
}

/** The components of a solution as its sources describe them. */
export interface SolutionModel {
  readonly identity: SolutionIdentity;
  /** Language codes that every text must have. */
  readonly languages: readonly string[];
  readonly manifest: Component;
  readonly tables: readonly Table[];
  readonly relationships: readonly Relationship[];
  readonly forms: readonly TableComponent[];
  readonly views: readonly TableComponent[];
  readonly ribbons: readonly Component[];
  readonly roles: readonly Component[];
  readonly choices: readonly NamedComponent[];
  readonly webResources: readonly NamedComponent[];
  readonly controls: readonly Control[];
  readonly siteMaps: readonly NamedComponent[];
  readonly apps: readonly NamedComponent[];
}

/**
 * Reads the whole solution.
 * @throws XmlError when a file is not well-formed
 */
export function readModel(sources: FileTree): SolutionModel {
  const read = (file: string): XmlElement => parseXml(sources.get(file) ?? '', file);
  const matching = (pattern: RegExp): Component[] =>
    [...sources.keys()].filter((file) => pattern.test(file) && !file.endsWith('_managed.xml')).map((file) => ({ file, element: read(file) }));
  const named = (pattern: RegExp, nameOf: (element: XmlElement) => string): NamedComponent[] =>
    matching(pattern).map((component) => ({ ...component, name: nameOf(component.element) }));

  const languages = childrenOf(childOf(read('Other/Customizations.xml'), 'Languages'), 'Language');
  return {
    identity: readIdentity(sources),
    languages: languages.map((language) => language.text.trim()),
    manifest: { file: 'Other/Solution.xml', element: read('Other/Solution.xml') },
    tables: readTables(sources),
    relationships: readRelationships(sources),
    forms: tableComponents(matching(/^Entities\/[^/]+\/FormXml\/[^/]+\/[^/]+\.xml$/), 'systemform', 'formid'),
    views: tableComponents(matching(/^Entities\/[^/]+\/SavedQueries\/[^/]+\.xml$/), 'savedquery', 'savedqueryid'),
    ribbons: matching(/^(Entities\/[^/]+|Other)\/RibbonDiff\.xml$/),
    roles: matching(/^Roles\/[^/]+\.xml$/),
    choices: named(/^OptionSets\/[^/]+\.xml$/, (element) => attributeOf(element, 'Name')),
    webResources: named(/^WebResources\/.+\.data\.xml$/, (element) => textAt(element, 'Name')),
    controls: named(/^Controls\/[^/]+\/ControlManifest\.xml\.data\.xml$/, (element) => textAt(element, 'Name')).map(
      (control) => {
        const file = control.file.replace(/\.data\.xml$/, '');
        return { ...control, manifest: sources.has(file) ? read(file) : undefined };
      },
    ),
    siteMaps: named(/^AppModuleSiteMaps\/[^/]+\/AppModuleSiteMap\.xml$/, (element) => textAt(element, 'SiteMapUniqueName')),
    apps: named(/^AppModules\/[^/]+\/AppModule\.xml$/, (element) => textAt(element, 'UniqueName')),
  };
}

function tableComponents(files: readonly Component[], elementName: string, idName: string): TableComponent[] {
  return files.flatMap(({ file, element }) => {
    const table = (file.split('/')[1] ?? '').toLowerCase();
    const found = element.name === elementName ? [element] : childrenOf(element, elementName);
    return found.map((component) => ({ file, element: component, id: textAt(component, idName), table }));
  });
}

/** A column by logical names; undefined when the solution does not define it. */
export function findColumn(model: SolutionModel, table: string, column: string): Column | undefined {
  return model.tables
    .find((candidate) => candidate.logicalName === table)
    ?.columns.find((candidate) => candidate.logicalName === column);
}

/**
 * Whether a column can exist: one of the solution's, or one of a first-party table, whose columns without our prefix
 * are not known here.
 */
export function mayHaveColumn(model: SolutionModel, table: string, column: string): boolean {
  const owner = model.tables.find((candidate) => candidate.logicalName === table);
  if (owner === undefined) return !table.startsWith(`${model.identity.prefix}_`);
  const known = owner.columns.some((candidate) => candidate.logicalName === column);
  return known || (owner.ownership === undefined && !column.startsWith(`${model.identity.prefix}_`));
}
