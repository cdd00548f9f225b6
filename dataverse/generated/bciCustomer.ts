// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Customer: logical name. */
export const logicalName = 'bci_customer';
/** Name in Web API addresses. */
export const entitySetName = 'bci_customers';
export const primaryKey = 'bci_customerid';

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** Number */
export const number = 'bci_number';
export const numberMaxLength = 20;

/** Connection Id */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** System Id */
export const systemId = 'bci_systemid';
export const systemIdMaxLength = 36;

/** Salesperson Id */
export const salespersonId = 'bci_salespersonid';
export const salespersonIdValue = '_bci_salespersonid_value';
export const salespersonIdNavigation = 'bci_SalespersonId';
export const salespersonIdBind = 'bci_SalespersonId@odata.bind';

/** Blocked */
export const blocked = 'bci_blocked';

/** Payment Terms */
export const paymentTerms = 'bci_paymentterms';
export const paymentTermsMaxLength = 100;

/** Currency Code */
export const currencyCode = 'bci_currencycode';
export const currencyCodeMaxLength = 10;

/** Local Currency Code */
export const localCurrencyCode = 'bci_localcurrencycode';
export const localCurrencyCodeMaxLength = 10;

/** Balance */
export const balance = 'bci_balance';

/** Outstanding Orders */
export const outstandingOrders = 'bci_outstandingorders';

/** Shipped Not Invoiced */
export const shippedNotInvoiced = 'bci_shippednotinvoiced';

/** Outstanding Invoices */
export const outstandingInvoices = 'bci_outstandinginvoices';

/** Total */
export const total = 'bci_total';

/** Credit Limit */
export const creditLimit = 'bci_creditlimit';

/** Available Credit */
export const availableCredit = 'bci_availablecredit';

/** Overdue Amount */
export const overdueAmount = 'bci_overdueamount';

/** Overdue On */
export const overdueOn = 'bci_overdueon';

/** Overdue Invoice Count */
export const overdueInvoiceCount = 'bci_overdueinvoicecount';

/** Oldest Due Date */
export const oldestDueDate = 'bci_oldestduedate';

/** Aged Current Amount */
export const agedCurrentAmount = 'bci_agedcurrentamount';

/** Aged Period1 Amount */
export const agedPeriod1Amount = 'bci_agedperiod1amount';

/** Aged Period2 Amount */
export const agedPeriod2Amount = 'bci_agedperiod2amount';

/** Aged Period3 Amount */
export const agedPeriod3Amount = 'bci_agedperiod3amount';

/** Aged On */
export const agedOn = 'bci_agedon';

/** Aged Period Days */
export const agedPeriodDays = 'bci_agedperioddays';

/** Sales This Year */
export const salesThisYear = 'bci_salesthisyear';

/** Sales Last Year */
export const salesLastYear = 'bci_saleslastyear';

/** Fiscal Year Start */
export const fiscalYearStart = 'bci_fiscalyearstart';

/** Last Invoice Date */
export const lastInvoiceDate = 'bci_lastinvoicedate';

/** Last Invoice Number */
export const lastInvoiceNumber = 'bci_lastinvoicenumber';
export const lastInvoiceNumberMaxLength = 20;

/** Unavailable */
export const unavailable = 'bci_unavailable';
export const unavailableMaxLength = 2000;

/** As Of */
export const asOf = 'bci_asof';

/** Stale */
export const stale = 'bci_stale';

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

/** Collection-valued navigation property: the bci_OpenInvoice rows of a row. */
export const openInvoiceByCustomerId = 'bci_customer_openinvoice';
/** Collection-valued navigation property: the bci_RefreshRequest rows of a row. */
export const refreshRequestByCustomerId = 'bci_customer_refreshrequest';
/** Collection-valued navigation property: the Account rows of a row. */
export const accountByCustomerId = 'bci_customer_account';

/** Columns of the alternate key bci_connectionsystemidkey. */
export const connectionIdSystemIdKey = ['bci_connectionid', 'bci_systemid'] as const;

/** Values of bci_blocked. */
export const BlockedChoice = {
  notBlocked: 727000000,
  ship: 727000001,
  invoice: 727000002,
  all: 727000003,
} as const;
export type BlockedChoice = (typeof BlockedChoice)[keyof typeof BlockedChoice];

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
export interface BciCustomerRow {
  bci_customerid: string;
  bci_name: string | null;
  bci_number: string | null;
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_systemid: string | null;
  _bci_salespersonid_value: string | null;
  '_bci_salespersonid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_blocked: BlockedChoice | null;
  'bci_blocked@OData.Community.Display.V1.FormattedValue'?: string;
  bci_paymentterms: string | null;
  bci_currencycode: string | null;
  bci_localcurrencycode: string | null;
  bci_balance: number | null;
  'bci_balance@OData.Community.Display.V1.FormattedValue'?: string;
  bci_outstandingorders: number | null;
  'bci_outstandingorders@OData.Community.Display.V1.FormattedValue'?: string;
  bci_shippednotinvoiced: number | null;
  'bci_shippednotinvoiced@OData.Community.Display.V1.FormattedValue'?: string;
  bci_outstandinginvoices: number | null;
  'bci_outstandinginvoices@OData.Community.Display.V1.FormattedValue'?: string;
  bci_total: number | null;
  'bci_total@OData.Community.Display.V1.FormattedValue'?: string;
  bci_creditlimit: number | null;
  'bci_creditlimit@OData.Community.Display.V1.FormattedValue'?: string;
  bci_availablecredit: number | null;
  'bci_availablecredit@OData.Community.Display.V1.FormattedValue'?: string;
  bci_overdueamount: number | null;
  'bci_overdueamount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_overdueon: string | null;
  'bci_overdueon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_overdueinvoicecount: number | null;
  'bci_overdueinvoicecount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_oldestduedate: string | null;
  'bci_oldestduedate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedcurrentamount: number | null;
  'bci_agedcurrentamount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedperiod1amount: number | null;
  'bci_agedperiod1amount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedperiod2amount: number | null;
  'bci_agedperiod2amount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedperiod3amount: number | null;
  'bci_agedperiod3amount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedon: string | null;
  'bci_agedon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedperioddays: number | null;
  'bci_agedperioddays@OData.Community.Display.V1.FormattedValue'?: string;
  bci_salesthisyear: number | null;
  'bci_salesthisyear@OData.Community.Display.V1.FormattedValue'?: string;
  bci_saleslastyear: number | null;
  'bci_saleslastyear@OData.Community.Display.V1.FormattedValue'?: string;
  bci_fiscalyearstart: string | null;
  'bci_fiscalyearstart@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lastinvoicedate: string | null;
  'bci_lastinvoicedate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lastinvoicenumber: string | null;
  bci_unavailable: string | null;
  bci_asof: string | null;
  'bci_asof@OData.Community.Display.V1.FormattedValue'?: string;
  bci_stale: boolean | null;
  'bci_stale@OData.Community.Display.V1.FormattedValue'?: string;
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
