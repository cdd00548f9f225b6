// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Item Availability: logical name. */
export const logicalName = 'bci_itemavailability';
/** Name in Web API addresses. */
export const entitySetName = 'bci_itemavailabilities';
export const primaryKey = 'bci_itemavailabilityid';

/** Inventory */
export const inventory = 'bci_inventory';

/** Use As In-Transit */
export const isInTransit = 'bci_isintransit';

/** Item */
export const itemId = 'bci_itemid';
export const itemIdValue = '_bci_itemid_value';
export const itemIdNavigation = 'bci_ItemId';
export const itemIdBind = 'bci_ItemId@odata.bind';

/** Location Code */
export const locationCode = 'bci_locationcode';
export const locationCodeMaxLength = 10;

/** Business Central Location */
export const locationId = 'bci_locationid';
export const locationIdValue = '_bci_locationid_value';
export const locationIdNavigation = 'bci_LocationId';
export const locationIdBind = 'bci_LocationId@odata.bind';

/** Location System ID */
export const locationSystemId = 'bci_locationsystemid';
export const locationSystemIdMaxLength = 36;

/** Location */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** Qty. in Transit */
export const quantityInTransit = 'bci_quantityintransit';

/** Qty. on Purch. Order */
export const quantityOnPurchaseOrder = 'bci_quantityonpurchaseorder';

/** Qty. on Purch. Return */
export const quantityOnPurchaseReturn = 'bci_quantityonpurchasereturn';

/** Qty. on Sales Order */
export const quantityOnSalesOrder = 'bci_quantityonsalesorder';

/** Qty. on Sales Return */
export const quantityOnSalesReturn = 'bci_quantityonsalesreturn';

/** Schedule */
export const schedule = 'bci_schedule';
export const scheduleMaxLength = 100000;

/** Trans. Ord. Receipt (Qty.) */
export const transferOrderReceipt = 'bci_transferorderreceipt';

/** Trans. Ord. Shipment (Qty.) */
export const transferOrderShipment = 'bci_transferordershipment';

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

/** Columns of the alternate key bci_itemlocationkey. */
export const itemIdLocationSystemIdKey = ['bci_itemid', 'bci_locationsystemid'] as const;

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
export interface BciItemAvailabilityRow {
  bci_inventory: number | null;
  'bci_inventory@OData.Community.Display.V1.FormattedValue'?: string;
  bci_isintransit: boolean | null;
  'bci_isintransit@OData.Community.Display.V1.FormattedValue'?: string;
  bci_itemavailabilityid: string;
  _bci_itemid_value: string | null;
  '_bci_itemid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_locationcode: string | null;
  _bci_locationid_value: string | null;
  '_bci_locationid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_locationsystemid: string | null;
  bci_name: string | null;
  bci_quantityintransit: number | null;
  'bci_quantityintransit@OData.Community.Display.V1.FormattedValue'?: string;
  bci_quantityonpurchaseorder: number | null;
  'bci_quantityonpurchaseorder@OData.Community.Display.V1.FormattedValue'?: string;
  bci_quantityonpurchasereturn: number | null;
  'bci_quantityonpurchasereturn@OData.Community.Display.V1.FormattedValue'?: string;
  bci_quantityonsalesorder: number | null;
  'bci_quantityonsalesorder@OData.Community.Display.V1.FormattedValue'?: string;
  bci_quantityonsalesreturn: number | null;
  'bci_quantityonsalesreturn@OData.Community.Display.V1.FormattedValue'?: string;
  bci_schedule: string | null;
  bci_transferorderreceipt: number | null;
  'bci_transferorderreceipt@OData.Community.Display.V1.FormattedValue'?: string;
  bci_transferordershipment: number | null;
  'bci_transferordershipment@OData.Community.Display.V1.FormattedValue'?: string;
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
