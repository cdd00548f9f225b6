import type { LookupColumn, OptionSet } from './columns';
import type {
  AppModule,
  Chart,
  CustomControl,
  EnvironmentVariableDefinition,
  Form,
  Privilege,
  Publisher,
  RibbonDiff,
  Role,
  SiteMap,
  SolutionRecord,
  View,
  WebResource,
} from './components';
import type { Table } from './model';
import type { ManyToManyRelationship, OneToManyRelationship, Relationship } from './relationships';

/** What a navigation property of a table leads to. Names are case exact. */
export type NavigationProperty =
  /** Single-valued: `targets` are the tables that this name can lead to (one, except for owner-like properties). */
  | {
      readonly kind: 'single';
      readonly name: string;
      readonly column: LookupColumn;
      readonly targets: readonly string[];
    }
  /** The rows of `relationship.referencingTable` that point here. */
  | { readonly kind: 'collection'; readonly name: string; readonly relationship: OneToManyRelationship }
  | {
      readonly kind: 'manyToMany';
      readonly name: string;
      readonly relationship: ManyToManyRelationship;
      readonly otherTable: string;
      /** Columns of the intersect table for this and the other side. */
      readonly ownColumn: string;
      readonly otherColumn: string;
    };

/** Everything that the organization knows about its tables and components at one instant; never changes itself. */
export interface Catalog {
  readonly tables: ReadonlyMap<string, Table>;
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Global option sets by name. */
  readonly optionSets: ReadonlyMap<string, OptionSet>;
  readonly privileges: ReadonlyMap<string, Privilege>;
  /** By id (lower case, no braces), as all maps below unless said otherwise. */
  readonly roles: ReadonlyMap<string, Role>;
  readonly views: ReadonlyMap<string, View>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly charts: ReadonlyMap<string, Chart>;
  readonly ribbons: readonly RibbonDiff[];
  /** By name. */
  readonly webResources: ReadonlyMap<string, WebResource>;
  /** By packed name. */
  readonly customControls: ReadonlyMap<string, CustomControl>;
  /** By unique name. */
  readonly siteMaps: ReadonlyMap<string, SiteMap>;
  /** By unique name. */
  readonly apps: ReadonlyMap<string, AppModule>;
  /** By schema name. */
  readonly environmentVariables: ReadonlyMap<string, EnvironmentVariableDefinition>;
  /** By unique name. */
  readonly publishers: ReadonlyMap<string, Publisher>;
  /** By unique name. */
  readonly solutions: ReadonlyMap<string, SolutionRecord>;
  /** Languages (LCID) that are switched on. */
  readonly languages: readonly number[];
  /** Grows with every change of metadata; clients may cache by it. */
  readonly version: number;
}

/** Fast answers about one catalogue. */
export interface CatalogReader extends Catalog {
  table(logicalName: string): Table | undefined;
  tableBySet(entitySetName: string): Table | undefined;
  tableByTypeCode(objectTypeCode: number): Table | undefined;
  tableById(metadataId: string): Table | undefined;
  /** All navigation properties of a table by their case-exact name. */
  navigation(table: string): ReadonlyMap<string, NavigationProperty>;
  /** Relationships in which the table is referenced (it is the "one"). */
  oneToMany(table: string): readonly OneToManyRelationship[];
  /** Relationships in which the table is referencing (it has the lookup). */
  manyToOne(table: string): readonly OneToManyRelationship[];
  manyToMany(table: string): readonly ManyToManyRelationship[];
}

/** Holds the organization's current catalogue; an import replaces it as a whole. */
export interface CatalogHolder {
  readonly current: CatalogReader;
  replace(next: Catalog): void;
}
