// Generated from solution/ by `npm run build`. Do not edit.

/** Account: logical name. */
export const logicalName = 'account';
/** Name in Web API addresses. */
export const entitySetName = 'accounts';
export const primaryKey = 'accountid';

/** Business Central Customer */
export const customerId = 'bci_customerid';
export const customerIdValue = '_bci_customerid_value';
export const customerIdNavigation = 'bci_CustomerId';
export const customerIdBind = 'bci_CustomerId@odata.bind';

/** Columns of the alternate key bci_customeridkey. */
export const customerIdKey = ['bci_customerid'] as const;

/** A row as the Web API returns it when every column is selected. */
export interface AccountRow {
  accountid: string;
  _bci_customerid_value: string | null;
  '_bci_customerid_value@OData.Community.Display.V1.FormattedValue'?: string;
}
