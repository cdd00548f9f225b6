// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Open Invoice: logical name. */
export const logicalName = 'bci_openinvoice';
/** Name in Web API addresses. */
export const entitySetName = 'bci_openinvoices';
export const primaryKey = 'bci_openinvoiceid';

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 20;

/** Customer Id */
export const customerId = 'bci_customerid';
export const customerIdValue = '_bci_customerid_value';
export const customerIdNavigation = 'bci_CustomerId';
export const customerIdBind = 'bci_CustomerId@odata.bind';

/** Connection Id */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** System Id */
export const systemId = 'bci_systemid';
export const systemIdMaxLength = 36;

/** Invoice Date */
export const invoiceDate = 'bci_invoicedate';

/** Posting Date */
export const postingDate = 'bci_postingdate';

/** Due Date */
export const dueDate = 'bci_duedate';

/** Currency Code */
export const currencyCode = 'bci_currencycode';
export const currencyCodeMaxLength = 10;

/** Total Amount */
export const totalAmount = 'bci_totalamount';

/** Remaining Amount */
export const remainingAmount = 'bci_remainingamount';

/** Remaining Amount Local */
export const remainingAmountLocal = 'bci_remainingamountlocal';

/** Created By */
export const createdBy = 'createdby';
export const createdByValue = '_createdby_value';
export const createdByNavigation = 'createdby';
export const createdByBind = 'createdby@odata.bind';

/** Created On */
export const createdOn = 'createdon';

/** Modified By */
export const modifiedBy = 'modifiedby';
export const modifiedByValue = '_modifiedby_value';
export const modifiedByNavigation = 'modifiedby';
export const modifiedByBind = 'modifiedby@odata.bind';

/** Modified On */
export const modifiedOn = 'modifiedon';

/** statecode */
export const statecode = 'statecode';

/** statuscode */
export const statuscode = 'statuscode';

/** Owner Id */
export const ownerId = 'ownerid';
export const ownerIdValue = '_ownerid_value';
export const ownerIdNavigation = 'ownerid';
export const ownerIdBind = 'ownerid@odata.bind';

/** Columns of the alternate key bci_connectionsystemidkey. */
export const connectionIdSystemIdKey = ['bci_connectionid', 'bci_systemid'] as const;

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
export interface BciOpenInvoiceRow {
  bci_openinvoiceid: string;
  bci_name: string | null;
  _bci_customerid_value: string | null;
  '_bci_customerid_value@OData.Community.Display.V1.FormattedValue'?: string;
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_systemid: string | null;
  bci_invoicedate: string | null;
  'bci_invoicedate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_postingdate: string | null;
  'bci_postingdate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_duedate: string | null;
  'bci_duedate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_currencycode: string | null;
  bci_totalamount: number | null;
  'bci_totalamount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_remainingamount: number | null;
  'bci_remainingamount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_remainingamountlocal: number | null;
  'bci_remainingamountlocal@OData.Community.Display.V1.FormattedValue'?: string;
  _createdby_value: string | null;
  '_createdby_value@OData.Community.Display.V1.FormattedValue'?: string;
  createdon: string | null;
  'createdon@OData.Community.Display.V1.FormattedValue'?: string;
  _modifiedby_value: string | null;
  '_modifiedby_value@OData.Community.Display.V1.FormattedValue'?: string;
  modifiedon: string | null;
  'modifiedon@OData.Community.Display.V1.FormattedValue'?: string;
  statecode: StatecodeChoice | null;
  'statecode@OData.Community.Display.V1.FormattedValue'?: string;
  statuscode: StatuscodeChoice | null;
  'statuscode@OData.Community.Display.V1.FormattedValue'?: string;
  _ownerid_value: string | null;
  '_ownerid_value@OData.Community.Display.V1.FormattedValue'?: string;
}
