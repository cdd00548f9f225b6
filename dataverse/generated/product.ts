// Generated from solution/ by `npm run build`. Do not edit.

/** Product: logical name. */
export const logicalName = 'product';
/** Name in Web API addresses. */
export const entitySetName = 'products';
export const primaryKey = 'productid';

/** Business Central Item */
export const itemId = 'bci_itemid';
export const itemIdValue = '_bci_itemid_value';
export const itemIdNavigation = 'bci_ItemId';
export const itemIdBind = 'bci_ItemId@odata.bind';

/** Columns of the alternate key bci_itemidkey. */
export const itemIdKey = ['bci_itemid'] as const;

/** A row as the Web API returns it when every column is selected. */
export interface ProductRow {
  productid: string;
  _bci_itemid_value: string | null;
  '_bci_itemid_value@OData.Community.Display.V1.FormattedValue'?: string;
}
