import type { Labels } from './labels';
import type { PrivilegeVerb } from './model';

/** How far a privilege reaches: own rows, business unit, business unit and those below, organization. */
export type Depth = 'Basic' | 'Local' | 'Deep' | 'Global';

export interface Privilege {
  readonly id: string;
  /** e.g. `prvReadbci_customer`. */
  readonly name: string;
  /** Undefined for privileges that guard no table, e.g. `prvActOnBehalfOfAnotherUser`. */
  readonly verb: PrivilegeVerb | undefined;
  /** Logical names of the tables that it guards. */
  readonly tables: readonly string[];
  readonly depths: readonly Depth[];
}

export interface Role {
  readonly id: string;
  readonly name: string;
  /** Privilege name to depth. */
  readonly privileges: ReadonlyMap<string, Depth>;
  /** Basic depth counts for the user, not only for the team that has the role. */
  readonly inheritsToUser: boolean;
  readonly solution: string;
  readonly isManaged: boolean;
}

/** A public view. Both XML texts are exactly as in the solution. */
export interface View {
  readonly id: string;
  readonly table: string;
  readonly names: Labels;
  readonly descriptions: Labels;
  /** 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup, 8192 my. */
  readonly queryType: number;
  readonly isDefault: boolean;
  readonly isQuickFind: boolean;
  readonly fetchXml: string;
  readonly layoutXml: string;
  readonly solution: string;
  readonly isManaged: boolean;
}

export type FormType =
  'main' | 'quick' | 'quickCreate' | 'card' | 'mobile' | 'mainInteractionCentric' | 'dialog' | 'dashboard';

/** `formXml` is the `form` element exactly as in the solution. */
export interface Form {
  readonly id: string;
  readonly table: string;
  readonly type: FormType;
  readonly names: Labels;
  readonly descriptions: Labels;
  readonly formXml: string;
  readonly isActive: boolean;
  readonly solution: string;
  readonly isManaged: boolean;
}

export interface Chart {
  readonly id: string;
  readonly table: string;
  readonly names: Labels;
  readonly dataXml: string;
  readonly presentationXml: string;
  readonly solution: string;
}

/** Classic ribbon customization of a table, or of the application when `table` is undefined. */
export interface RibbonDiff {
  readonly table: string | undefined;
  readonly xml: string;
  readonly solution: string;
}

export interface WebResource {
  readonly id: string;
  /** With prefix, path and extension, e.g. `bci_/scripts/account.js`. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  /** 1 html 2 css 3 js 4 xml 5 png 6 jpg 7 gif 8 xap 9 xsl 10 ico 11 svg 12 resx. */
  readonly type: number;
  readonly languageCode: number | undefined;
  readonly content: Uint8Array;
  readonly dependencyXml: string;
  readonly solution: string;
  readonly isManaged: boolean;
}

export interface CustomControlProperty {
  readonly name: string;
  /** `data-set` properties are bound to a view, the others to a column or a static value. */
  readonly usage: 'bound' | 'input' | 'output' | 'data-set';
  readonly required: boolean;
  /** Manifest type names that it accepts, e.g. `Lookup.Simple`. */
  readonly types: readonly string[];
}

/** A code component (PCF). */
export interface CustomControl {
  /** Packed name, e.g. `bci_BusinessCentral.CustomerStatistics`. */
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly controlType: string;
  readonly properties: readonly CustomControlProperty[];
  readonly manifestXml: string;
  /** Path relative to the control's folder, e.g. `bundle.js`, `strings/CustomerStatistics.1033.resx`; content bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly solution: string;
  readonly isManaged: boolean;
}

export interface SiteMap {
  readonly uniqueName: string;
  readonly names: Labels;
  /** The `SiteMap` element exactly as in the solution. */
  readonly xml: string;
  readonly solution: string;
}

export interface AppComponent {
  readonly type: number;
  readonly schemaName: string | undefined;
  readonly id: string | undefined;
}

export interface AppModule {
  readonly id: string;
  readonly uniqueName: string;
  readonly names: Labels;
  readonly descriptions: Labels;
  readonly webResourceId: string | undefined;
  readonly components: readonly AppComponent[];
  readonly roleIds: readonly string[];
  readonly solution: string;
  readonly isManaged: boolean;
}

export interface EnvironmentVariableDefinition {
  readonly id: string;
  readonly schemaName: string;
  readonly names: Labels;
  readonly descriptions: Labels;
  readonly type: number;
  readonly defaultValue: string | undefined;
  readonly isRequired: boolean;
  readonly solution: string;
}

export interface Publisher {
  readonly id: string;
  readonly uniqueName: string;
  readonly names: Labels;
  readonly prefix: string;
  readonly optionValuePrefix: number;
}

/** One root component of a solution: its component type and name or id (lower case, no braces). */
export interface SolutionComponent {
  readonly type: number;
  readonly key: string;
  /** 0 include sub-components, 1 do not include, 2 shell only. */
  readonly behavior: number;
}

export interface SolutionRecord {
  readonly id: string;
  readonly uniqueName: string;
  readonly names: Labels;
  readonly descriptions: Labels;
  readonly version: string;
  readonly isManaged: boolean;
  readonly publisher: string;
  readonly components: readonly SolutionComponent[];
}
