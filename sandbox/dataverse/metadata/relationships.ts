/** What happens to the referencing rows; the names are Dataverse's CascadeType. */
export type Cascade = 'NoCascade' | 'Cascade' | 'Active' | 'UserOwned' | 'RemoveLink' | 'Restrict';

export interface CascadeBehaviors {
  readonly assign: Cascade;
  readonly delete: Cascade;
  readonly merge: Cascade;
  readonly reparent: Cascade;
  readonly share: Cascade;
  readonly unshare: Cascade;
  readonly rollupView: Cascade;
}

/** A lookup column (referencing) and the table it points to (referenced). */
export interface OneToManyRelationship {
  readonly kind: 'oneToMany';
  readonly schemaName: string;
  readonly metadataId: string;
  readonly referencedTable: string;
  readonly referencedColumn: string;
  readonly referencingTable: string;
  readonly referencingColumn: string;
  /** Collection on the referenced table, e.g. `contact_customer_accounts`. */
  readonly referencedNavigationProperty: string;
  /** Single-valued on the referencing table, e.g. `parentcustomerid_account`; undefined when there is none. */
  readonly referencingNavigationProperty: string | undefined;
  readonly cascade: CascadeBehaviors;
  readonly isCustom: boolean;
  readonly isHierarchical: boolean;
  readonly introducedVersion: string;
  readonly solution: string;
}

/** Rows of both tables are joined by rows of the intersect table. */
export interface ManyToManyRelationship {
  readonly kind: 'manyToMany';
  readonly schemaName: string;
  readonly metadataId: string;
  readonly firstTable: string;
  readonly firstNavigationProperty: string;
  readonly firstIntersectColumn: string;
  readonly secondTable: string;
  readonly secondNavigationProperty: string;
  readonly secondIntersectColumn: string;
  readonly intersectTable: string;
  readonly isCustom: boolean;
  readonly introducedVersion: string;
  readonly solution: string;
}

export type Relationship = OneToManyRelationship | ManyToManyRelationship;
