// Generated from solution/ by `npm run build`. Do not edit.

/** Quote: logical name. */
export const logicalName = 'quote';
/** Name in Web API addresses. */
export const entitySetName = 'quotes';
export const primaryKey = 'quoteid';

/** Business Central Customer */
export const customerId = 'bci_customerid';
export const customerIdValue = '_bci_customerid_value';
export const customerIdNavigation = 'bci_CustomerId';
export const customerIdBind = 'bci_CustomerId@odata.bind';

/** Ship From */
export const locationId = 'bci_locationid';
export const locationIdValue = '_bci_locationid_value';
export const locationIdNavigation = 'bci_LocationId';
export const locationIdBind = 'bci_LocationId@odata.bind';

/** A row as the Web API returns it when every column is selected. */
export interface QuoteRow {
  quoteid: string;
  _bci_customerid_value: string | null;
  '_bci_customerid_value@OData.Community.Display.V1.FormattedValue'?: string;
  _bci_locationid_value: string | null;
  '_bci_locationid_value@OData.Community.Display.V1.FormattedValue'?: string;
}
