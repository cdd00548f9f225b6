// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Item: logical name. */
export const logicalName = 'bci_item';
/** Name in Web API addresses. */
export const entitySetName = 'bci_items';
export const primaryKey = 'bci_itemid';

/** As Of */
export const asOf = 'bci_asof';

/** Availability */
export const availability = 'bci_availability';

/** Base Unit of Measure */
export const baseUnit = 'bci_baseunit';
export const baseUnitMaxLength = 10;

/** Blocked */
export const blocked = 'bci_blocked';

/** Connection */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** Inventory */
export const inventory = 'bci_inventory';

/** Description */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** No. */
export const number = 'bci_number';
export const numberMaxLength = 20;

/** Stale */
export const stale = 'bci_stale';

/** System ID */
export const systemId = 'bci_systemid';
export const systemIdMaxLength = 36;

/** Type */
export const type = 'bci_type';

/** Unavailable Reason */
export const unavailableReason = 'bci_unavailablereason';
export const unavailableReasonMaxLength = 50;

/** Created By */
export const createdBy = 'createdby';
export const createdByValue = '_createdby_value';
export const createdByNavigation = 'createdby';

/** Created On */
export const createdOn = 'createdon';

/** Created By (Delegate) */
export const createdOnBehalfBy = 'createdonbehalfby';
export const createdOnBehalfByValue = '_createdonbehalfby_value';
export const createdOnBehalfByNavigation = 'createdonbehalfby';

/** Import Sequence Number */
export const importSequenceNumber = 'importsequencenumber';

/** Modified By */
export const modifiedBy = 'modifiedby';
export const modifiedByValue = '_modifiedby_value';
export const modifiedByNavigation = 'modifiedby';

/** Modified On */
export const modifiedOn = 'modifiedon';

/** Modified By (Delegate) */
export const modifiedOnBehalfBy = 'modifiedonbehalfby';
export const modifiedOnBehalfByValue = '_modifiedonbehalfby_value';
export const modifiedOnBehalfByNavigation = 'modifiedonbehalfby';

/** Organization */
export const organizationId = 'organizationid';
export const organizationIdValue = '_organizationid_value';
export const organizationIdNavigation = 'organizationid';

/** Record Created On */
export const overriddenCreatedOn = 'overriddencreatedon';

/** Status */
export const statecode = 'statecode';

/** Status Reason */
export const statuscode = 'statuscode';

/** Time Zone Rule Version Number */
export const timeZoneRuleVersionNumber = 'timezoneruleversionnumber';

/** UTC Conversion Time Zone Code */
export const utcConversionTimeZoneCode = 'utcconversiontimezonecode';

/** Collection-valued navigation property: the bci_ItemAvailability rows of a row. */
export const itemAvailabilityByItemId = 'bci_item_itemavailability';
/** Collection-valued navigation property: the Product rows of a row. */
export const productByItemId = 'bci_item_product';

/** Columns of the alternate key bci_connectionsystemidkey. */
export const connectionIdSystemIdKey = ['bci_connectionid', 'bci_systemid'] as const;

/** Values of bci_availability. */
export const AvailabilityChoice = {
  byLocation: 727000000,
  totalOnly: 727000001,
  notStocked: 727000002,
  notAvailable: 727000003,
} as const;
export type AvailabilityChoice = (typeof AvailabilityChoice)[keyof typeof AvailabilityChoice];

/** Values of bci_type. */
export const TypeChoice = {
  inventory: 727000000,
  service: 727000001,
  nonInventory: 727000002,
} as const;
export type TypeChoice = (typeof TypeChoice)[keyof typeof TypeChoice];

/** Values of statecode. */
export const StatecodeChoice = {
  active: 0,
  inactive: 1,
} as const;
export type StatecodeChoice = (typeof StatecodeChoice)[keyof typeof StatecodeChoice];

/** Values of statuscode. */
export const StatuscodeChoice = {
  active: 1,
  inactive: 2,
} as const;
export type StatuscodeChoice = (typeof StatuscodeChoice)[keyof typeof StatuscodeChoice];

/** A row as the Web API returns it when every column is selected. */
export interface BciItemRow {
  bci_asof: string | null;
  'bci_asof@OData.Community.Display.V1.FormattedValue'?: string;
  bci_availability: AvailabilityChoice | null;
  'bci_availability@OData.Community.Display.V1.FormattedValue'?: string;
  bci_baseunit: string | null;
  bci_blocked: boolean | null;
  'bci_blocked@OData.Community.Display.V1.FormattedValue'?: string;
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_inventory: number | null;
  'bci_inventory@OData.Community.Display.V1.FormattedValue'?: string;
  bci_itemid: string;
  bci_name: string | null;
  bci_number: string | null;
  bci_stale: boolean | null;
  'bci_stale@OData.Community.Display.V1.FormattedValue'?: string;
  bci_systemid: string | null;
  bci_type: TypeChoice | null;
  'bci_type@OData.Community.Display.V1.FormattedValue'?: string;
  bci_unavailablereason: string | null;
  _createdby_value: string | null;
  '_createdby_value@OData.Community.Display.V1.FormattedValue'?: string;
  createdon: string | null;
  'createdon@OData.Community.Display.V1.FormattedValue'?: string;
  _createdonbehalfby_value: string | null;
  '_createdonbehalfby_value@OData.Community.Display.V1.FormattedValue'?: string;
  importsequencenumber: number | null;
  'importsequencenumber@OData.Community.Display.V1.FormattedValue'?: string;
  _modifiedby_value: string | null;
  '_modifiedby_value@OData.Community.Display.V1.FormattedValue'?: string;
  modifiedon: string | null;
  'modifiedon@OData.Community.Display.V1.FormattedValue'?: string;
  _modifiedonbehalfby_value: string | null;
  '_modifiedonbehalfby_value@OData.Community.Display.V1.FormattedValue'?: string;
  _organizationid_value: string | null;
  '_organizationid_value@OData.Community.Display.V1.FormattedValue'?: string;
  overriddencreatedon: string | null;
  'overriddencreatedon@OData.Community.Display.V1.FormattedValue'?: string;
  statecode: StatecodeChoice | null;
  'statecode@OData.Community.Display.V1.FormattedValue'?: string;
  statuscode: StatuscodeChoice | null;
  'statuscode@OData.Community.Display.V1.FormattedValue'?: string;
  timezoneruleversionnumber: number | null;
  'timezoneruleversionnumber@OData.Community.Display.V1.FormattedValue'?: string;
  utcconversiontimezonecode: number | null;
  'utcconversiontimezonecode@OData.Community.Display.V1.FormattedValue'?: string;
}
