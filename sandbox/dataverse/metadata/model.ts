import type { Column } from './columns';
import type { Labels } from './labels';

/** `business` is Sales' BusinessOwned (systemuser, team, businessunit, role): secured by business unit. */
export type Ownership = 'user' | 'organization' | 'business' | 'none';

/** Verbs of the privileges that guard a table. */
export type PrivilegeVerb = 'Create' | 'Read' | 'Write' | 'Delete' | 'Append' | 'AppendTo' | 'Assign' | 'Share';

/** Columns that together identify one row. Only an `Active` key can address or constrain rows. */
export interface AlternateKey {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly metadataId: string;
  readonly displayName: Labels;
  readonly columns: readonly string[];
  readonly indexStatus: 'Pending' | 'InProgress' | 'Active' | 'Failed';
  readonly introducedVersion: string;
  readonly solution: string;
}

export interface Table {
  /** Lower case, e.g. `quotedetail`. */
  readonly logicalName: string;
  /** Own case, e.g. `QuoteDetail`; privilege names are made from it. */
  readonly schemaName: string;
  /** Name in URLs, e.g. `quotedetails`. */
  readonly entitySetName: string;
  /** Logical plural, as `LogicalCollectionName` in metadata. */
  readonly collectionName: string;
  readonly metadataId: string;
  readonly objectTypeCode: number;
  readonly ownership: Ownership;
  readonly primaryIdColumn: string;
  readonly primaryNameColumn: string | undefined;
  readonly displayName: Labels;
  readonly displayCollectionName: Labels;
  readonly description: Labels;
  readonly columns: ReadonlyMap<string, Column>;
  readonly keys: readonly AlternateKey[];
  /** Verb to privilege name; a verb without an entry is not possible on this table. Several tables may share one. */
  readonly privileges: ReadonlyMap<PrivilegeVerb, string>;
  /** Joins two tables of a many-to-many relationship; no CRUD of its own. */
  readonly isIntersect: boolean;
  readonly isActivity: boolean;
  readonly isCustom: boolean;
  readonly isManaged: boolean;
  readonly hasNotes: boolean;
  readonly changeTracking: boolean;
  readonly introducedVersion: string;
  /** Unique name of the solution that brought it; `System` for the platform's own. */
  readonly solution: string;
  /** Name (without path) or `$webresource` of the table's vector icon; undefined when it has none. */
  readonly iconVectorName: string | undefined;
}
