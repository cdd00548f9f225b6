import type { SolutionManifest } from './manifest';
import { SolutionRefused } from './refusal';
import type { Catalog } from '../metadata/catalog';
import { componentTypeName } from '../metadata/componentTypes';

type Mutable<Value> = Value extends ReadonlyMap<infer Key, infer Item>
  ? Map<Key, Item>
  : Value extends readonly (infer Item)[]
    ? Item[]
    : Value;

/** A copy of the catalogue that an import may change. */
export type CatalogDraft = { -readonly [Name in keyof Catalog]: Mutable<Catalog[Name]> };

/** A component that the file brings. */
export interface BroughtComponent {
  readonly type: number;
  /** As a root component would name it. */
  readonly key: string;
  /** Logical name of the table whose part it is; undefined for components of their own. */
  readonly table: string | undefined;
  readonly label: string;
}

/** One import while it is worked out. */
export interface ImportContext {
  readonly manifest: SolutionManifest;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The catalogue before. */
  readonly before: Catalog;
  readonly draft: CatalogDraft;
  readonly brought: BroughtComponent[];
  /** Names of the parts of the file that a component has taken. */
  readonly usedParts: Set<string>;
}

export function draftOf(catalog: Catalog): CatalogDraft {
  return {
    ...catalog,
    tables: new Map(catalog.tables),
    relationships: new Map(catalog.relationships),
    optionSets: new Map(catalog.optionSets),
    privileges: new Map(catalog.privileges),
    roles: new Map(catalog.roles),
    views: new Map(catalog.views),
    forms: new Map(catalog.forms),
    charts: new Map(catalog.charts),
    ribbons: [...catalog.ribbons],
    webResources: new Map(catalog.webResources),
    customControls: new Map(catalog.customControls),
    siteMaps: new Map(catalog.siteMaps),
    apps: new Map(catalog.apps),
    environmentVariables: new Map(catalog.environmentVariables),
    publishers: new Map(catalog.publishers),
    solutions: new Map(catalog.solutions),
    languages: [...catalog.languages],
  };
}

/** Notes that the file brings the component; the same one twice is refused. */
export function bring(context: ImportContext, component: BroughtComponent): void {
  if (context.brought.some((other) => other.type === component.type && other.key === component.key)) {
    throw new SolutionRefused('generic', `The ${componentTypeName(component.type)} ${component.key} is in the file twice.`, {
      type: component.type,
      name: component.key,
    });
  }
  context.brought.push(component);
}

/**
 * The solution that the component belongs to after this import: its own when it is new. One that another solution
 * brought stays with it; between managed solutions that would be layering, which the sandbox does not have.
 */
export function ownerOf(context: ImportContext, existing: { readonly solution: string } | undefined, type: number, name: string): string {
  const { uniqueName, isManaged } = context.manifest;
  if (!existing || existing.solution === uniqueName) return uniqueName;
  const other = context.before.solutions.get(existing.solution);
  if (isManaged || other?.isManaged) {
    throw new SolutionRefused(
      'notCovered',
      `The ${componentTypeName(type)} ${name} belongs to the solution ${existing.solution}; ` +
        'the sandbox does not cover layers of managed solutions.',
      { type, name },
    );
  }
  return existing.solution;
}
