import type { Column, LookupTarget } from '../metadata/columns';
import { stableId } from '../metadata/identifiers';
import { englishLabels } from '../metadata/labels';
import type { Ownership } from '../metadata/model';

/** Where the lookups lead that every table has; their relationships need not be in the file. */
const systemTargets: Readonly<Record<string, readonly LookupTarget[]>> = {
  createdby: [{ table: 'systemuser', navigationProperty: 'createdby' }],
  createdonbehalfby: [{ table: 'systemuser', navigationProperty: 'createdonbehalfby' }],
  modifiedby: [{ table: 'systemuser', navigationProperty: 'modifiedby' }],
  modifiedonbehalfby: [{ table: 'systemuser', navigationProperty: 'modifiedonbehalfby' }],
  ownerid: [
    { table: 'systemuser', navigationProperty: 'ownerid' },
    { table: 'team', navigationProperty: 'ownerid' },
  ],
  owninguser: [{ table: 'systemuser', navigationProperty: 'owninguser' }],
  owningteam: [{ table: 'team', navigationProperty: 'owningteam' }],
  owningbusinessunit: [{ table: 'businessunit', navigationProperty: 'owningbusinessunit' }],
  organizationid: [{ table: 'organization', navigationProperty: 'organizationid' }],
  transactioncurrencyid: [{ table: 'transactioncurrency', navigationProperty: 'transactioncurrencyid' }],
};

/** Targets of a system lookup; undefined for a column that is none. */
export function targetsOfSystemLookup(logicalName: string): readonly LookupTarget[] | undefined {
  return systemTargets[logicalName];
}

interface SystemColumn {
  readonly schemaName: string;
  readonly label: string;
  readonly type: 'datetime' | 'lookup' | 'owner' | 'integer' | 'bigint';
  readonly access: 'read' | 'create' | 'all';
}

const always: readonly SystemColumn[] = [
  { schemaName: 'CreatedOn', label: 'Created On', type: 'datetime', access: 'read' },
  { schemaName: 'CreatedBy', label: 'Created By', type: 'lookup', access: 'read' },
  { schemaName: 'CreatedOnBehalfBy', label: 'Created By (Delegate)', type: 'lookup', access: 'read' },
  { schemaName: 'ModifiedOn', label: 'Modified On', type: 'datetime', access: 'read' },
  { schemaName: 'ModifiedBy', label: 'Modified By', type: 'lookup', access: 'read' },
  { schemaName: 'ModifiedOnBehalfBy', label: 'Modified By (Delegate)', type: 'lookup', access: 'read' },
  { schemaName: 'OverriddenCreatedOn', label: 'Record Created On', type: 'datetime', access: 'create' },
  { schemaName: 'ImportSequenceNumber', label: 'Import Sequence Number', type: 'integer', access: 'create' },
  { schemaName: 'TimeZoneRuleVersionNumber', label: 'Time Zone Rule Version Number', type: 'integer', access: 'all' },
  { schemaName: 'UTCConversionTimeZoneCode', label: 'UTC Conversion Time Zone Code', type: 'integer', access: 'all' },
  { schemaName: 'VersionNumber', label: 'Version Number', type: 'bigint', access: 'read' },
];

const owned: readonly SystemColumn[] = [
  { schemaName: 'OwnerId', label: 'Owner', type: 'owner', access: 'all' },
  { schemaName: 'OwningBusinessUnit', label: 'Owning Business Unit', type: 'lookup', access: 'read' },
  { schemaName: 'OwningUser', label: 'Owning User', type: 'lookup', access: 'read' },
  { schemaName: 'OwningTeam', label: 'Owning Team', type: 'lookup', access: 'read' },
];

const shared: readonly SystemColumn[] = [
  { schemaName: 'OrganizationId', label: 'Organization Id', type: 'lookup', access: 'read' },
];

function build(table: string, spec: SystemColumn, columnNumber: number, solution: string): Column {
  const logicalName = spec.schemaName.toLowerCase();
  const common = {
    logicalName,
    schemaName: spec.schemaName,
    metadataId: stableId('column', table, logicalName),
    columnNumber,
    displayName: englishLabels(spec.label),
    description: new Map<number, string>(),
    requiredLevel: spec.type === 'owner' ? ('systemRequired' as const) : ('none' as const),
    validForCreate: spec.access !== 'read',
    validForRead: true,
    validForUpdate: spec.access === 'all',
    validForAdvancedFind: true,
    isPrimaryId: false,
    isPrimaryName: false,
    isCustom: false,
    isSecured: false,
    attributeOf: undefined,
    introducedVersion: '1.0.0.0',
    solution,
  };
  switch (spec.type) {
    case 'datetime':
      return { ...common, type: 'datetime', format: 'dateAndTime', behavior: 'userLocal' };
    case 'integer':
      return { ...common, type: 'integer', minimum: -1, maximum: 2_147_483_647, format: 'none' };
    case 'bigint':
      return { ...common, type: 'bigint' };
    case 'lookup':
    case 'owner':
      return { ...common, type: spec.type, targets: systemTargets[logicalName] ?? [] };
  }
}

/** The columns that Dataverse gives every new table, as far as the file did not bring them. */
export function missingSystemColumns(
  table: string,
  ownership: Ownership,
  present: ReadonlyMap<string, Column>,
  solution: string,
): readonly Column[] {
  const specs = [...always, ...(ownership === 'user' ? owned : ownership === 'organization' ? shared : [])];
  return specs
    .filter((spec) => !present.has(spec.schemaName.toLowerCase()))
    .map((spec, index) => build(table, spec, present.size + index + 1, solution));
}
