import { SolutionRefused } from './refusal';
import { attribute, at, child, children, labelsOf, numberOf, parseXml, textOf, type Element } from './xml';
import type { Publisher, SolutionComponent } from '../metadata/components';
import { parseGuid, stableId } from '../metadata/identifiers';
import type { Labels } from '../metadata/labels';

/** Something that the target must have already. */
export interface RequiredComponent {
  readonly type: number;
  /** Schema name or id. */
  readonly key: string;
  /** Table of a column, form or view. */
  readonly parent: string | undefined;
  readonly displayName: string;
  /** The solution that brings it, as the file says. */
  readonly solution: string;
}

/** What solution.xml says. */
export interface SolutionManifest {
  readonly uniqueName: string;
  readonly names: Labels;
  readonly descriptions: Labels;
  /** Four numbers, e.g. `1.2.0.0`. */
  readonly version: string;
  readonly isManaged: boolean;
  readonly publisher: Publisher;
  readonly roots: readonly SolutionComponent[];
  readonly required: readonly RequiredComponent[];
}

function needed(parent: Element | undefined, name: string): string {
  const value = textOf(parent, name);
  if (value === undefined) throw new SolutionRefused('invalidXml', `solution.xml has no ${name}.`);
  return value;
}

function readPublisher(element: Element | undefined): Publisher {
  const uniqueName = needed(element, 'UniqueName');
  const prefix = needed(element, 'CustomizationPrefix');
  const optionValuePrefix = numberOf(element, 'CustomizationOptionValuePrefix');
  if (!/^[a-z][a-z0-9]{1,7}$/iu.test(prefix)) {
    throw new SolutionRefused('solution', `The publisher's customization prefix '${prefix}' is not 2 to 8 letters and digits.`);
  }
  if (optionValuePrefix === undefined || optionValuePrefix < 10_000 || optionValuePrefix > 99_999) {
    throw new SolutionRefused('solution', "The publisher's option value prefix is not between 10000 and 99999.");
  }
  return {
    id: stableId('publisher', uniqueName),
    uniqueName,
    names: labelsOf(element, 'LocalizedNames', 'LocalizedName'),
    prefix,
    optionValuePrefix,
  };
}

function readRoot(element: Element): SolutionComponent {
  const type = Number(attribute(element, 'type'));
  const id = attribute(element, 'id');
  const key = id === undefined ? attribute(element, 'schemaName') : parseGuid(id);
  if (!Number.isInteger(type) || key === undefined) {
    throw new SolutionRefused('invalidXml', 'solution.xml has a RootComponent without type, or without schemaName and id.');
  }
  return { type, key, behavior: Number(attribute(element, 'behavior') ?? '0') };
}

function readRequired(dependency: Element): RequiredComponent[] {
  const element = child(dependency, 'Required');
  if (!element) return [];
  const key = attribute(element, 'schemaName') ?? attribute(element, 'id') ?? '';
  return [
    {
      type: Number(attribute(element, 'type')),
      key: parseGuid(key) ?? key,
      parent: attribute(element, 'parentSchemaName'),
      displayName: attribute(element, 'displayName') ?? key,
      solution: attribute(element, 'solution') ?? '',
    },
  ];
}

/** Reads solution.xml. Managed 2 (both) is for unpacked sources only. */
export function readManifest(text: string): SolutionManifest {
  const root = parseXml(text, 'solution.xml');
  const manifest = child(root, 'SolutionManifest');
  if (root.nodeName !== 'ImportExportXml' || !manifest) {
    throw new SolutionRefused('invalidXml', 'solution.xml has no ImportExportXml/SolutionManifest.');
  }
  const version = needed(manifest, 'Version');
  if (!/^\d+(?:\.\d+){1,3}$/u.test(version)) {
    throw new SolutionRefused('solution', `The solution's version '${version}' is not a number such as 1.0.0.0.`);
  }
  const managed = needed(manifest, 'Managed');
  if (managed !== '0' && managed !== '1') {
    throw new SolutionRefused('solution', `solution.xml has Managed ${managed}; a packed solution has 0 or 1.`);
  }
  return {
    uniqueName: needed(manifest, 'UniqueName'),
    names: labelsOf(manifest, 'LocalizedNames', 'LocalizedName'),
    descriptions: labelsOf(manifest, 'Descriptions', 'Description'),
    version,
    isManaged: managed === '1',
    publisher: readPublisher(child(manifest, 'Publisher')),
    roots: children(child(manifest, 'RootComponents'), 'RootComponent').map(readRoot),
    required: children(at(manifest, 'MissingDependencies'), 'MissingDependency').flatMap(readRequired),
  };
}

/** Negative when the first version is lower, 0 when equal. */
export function compareVersions(first: string, second: string): number {
  const [left, right] = [first, second].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 4; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
