// Generated from solution/ by `npm run build`. Do not edit.

/** Quote Product: logical name. */
export const logicalName = 'quotedetail';
/** Name in Web API addresses. */
export const entitySetName = 'quotedetails';
export const primaryKey = 'quotedetailid';

/** Ship From */
export const locationId = 'bci_locationid';
export const locationIdValue = '_bci_locationid_value';
export const locationIdNavigation = 'bci_LocationId';
export const locationIdBind = 'bci_LocationId@odata.bind';

/** A row as the Web API returns it when every column is selected. */
export interface QuoteDetailRow {
  quotedetailid: string;
  _bci_locationid_value: string | null;
  '_bci_locationid_value@OData.Community.Display.V1.FormattedValue'?: string;
}
