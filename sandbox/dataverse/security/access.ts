import type { Depth } from '../metadata/components';
import type { PrivilegeVerb, Table } from '../metadata/model';
import type { RowReference } from '../metadata/rows';

/** Who asks. With impersonation only what both users may do is allowed. Ids are systemuserids. */
export interface Caller {
  /** The user in whose name the request acts: owner of new rows, `createdby`, `WhoAmI`. */
  readonly userId: string;
  /** The signed-in user who impersonates `userId`; becomes `createdonbehalfby`. Undefined without impersonation. */
  readonly actingUserId: string | undefined;
}

/** Who owns a row; both undefined for tables that have no owner. */
export interface RowOwner {
  readonly ownerId: string | undefined;
  readonly owningBusinessUnitId: string | undefined;
  /** Only for the words of a refusal. */
  readonly rowId?: string;
}

/** Why not. The Web API answers 403 with the code and message. */
export interface Denied {
  readonly allowed: false;
  /** Dataverse error code, e.g. `0x80040220`. */
  readonly code: string;
  readonly message: string;
  /** Name of the missing privilege; undefined when the table allows the verb to nobody or the user is disabled. */
  readonly privilege: string | undefined;
}

export type Access = { readonly allowed: true } | Denied;

/** Which rows of a table a caller may read. */
export type Visibility =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly includes: (owner: RowOwner) => boolean }
  | { readonly kind: 'none'; readonly denied: Denied };

export interface UserPrivilege {
  readonly id: string;
  readonly name: string;
  readonly depth: Depth;
  readonly businessUnitId: string;
}

/** Names a user for impersonation: `MSCRMCallerID` is a systemuserid, `CallerObjectId` the Entra object id. */
export type Impersonation = { readonly systemUserId: string } | { readonly objectId: string };

/** Dataverse's row security for one organization. Column security and sharing are not covered. */
export interface AccessControl {
  /** The caller for a signed-in user; denied for unknown or disabled users and impersonation without the privilege. */
  caller(
    signInName: string,
    impersonation?: Impersonation,
  ): { readonly allowed: true; readonly caller: Caller } | Denied;
  /** May the caller do this with this row? Without `row`: with any row at all (create: pass the future owner). */
  check(caller: Caller, verb: PrivilegeVerb, table: Table, row?: RowOwner): Access;
  /** Which rows the caller may read; one call per query, then a test per row. */
  visible(caller: Caller, table: Table): Visibility;
  /** Append on the row that holds the lookup, AppendTo on the row that it points to. */
  checkAssociation(
    caller: Caller,
    referencing: { readonly table: Table; readonly row: RowOwner },
    referenced: { readonly table: Table; readonly row: RowOwner },
  ): Access;
  /** Has the caller a privilege that guards no table, e.g. `prvImportCustomization`? */
  checkPrivilege(caller: Caller, privilegeName: string): Access;
  /** A user or team can only own rows that it may itself read. */
  checkOwner(owner: RowReference, table: Table): Access;
  /** RetrieveUserPrivileges; as documented, what comes only from a team's role is told as Basic, whatever its depth. */
  privileges(userId: string): readonly UserPrivilege[];
  /** RetrieveUserSetOfPrivilegesByNames: unknown names are in `unknown`. */
  privilegesByName(
    userId: string,
    names: readonly string[],
  ): { readonly privileges: readonly UserPrivilege[]; readonly unknown: readonly string[] };
  /** Owner ids whose rows count as the user's own: the user and the teams of which they are a member. */
  ownerIds(userId: string): ReadonlySet<string>;
}
