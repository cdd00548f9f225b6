// Generated from solution/ by `npm run build`. Do not edit.

/** Business Central Customer: logical name. */
export const logicalName = 'bci_customer';
/** Name in Web API addresses. */
export const entitySetName = 'bci_customers';
export const primaryKey = 'bci_customerid';

/** Not Due (LCY) */
export const agedCurrentAmount = 'bci_agedcurrentamount';

/** Aged As Of */
export const agedOn = 'bci_agedon';

/** Overdue, Period 1 (LCY) */
export const agedPeriod1Amount = 'bci_agedperiod1amount';

/** Overdue, Period 2 (LCY) */
export const agedPeriod2Amount = 'bci_agedperiod2amount';

/** Overdue, Period 3 (LCY) */
export const agedPeriod3Amount = 'bci_agedperiod3amount';

/** Ageing Period (Days) */
export const agedPeriodDays = 'bci_agedperioddays';

/** As Of */
export const asOf = 'bci_asof';

/** Available Credit (LCY) */
export const availableCredit = 'bci_availablecredit';

/** Balance (LCY) */
export const balance = 'bci_balance';

/** Blocked */
export const blocked = 'bci_blocked';

/** Connection */
export const connectionId = 'bci_connectionid';
export const connectionIdValue = '_bci_connectionid_value';
export const connectionIdNavigation = 'bci_ConnectionId';
export const connectionIdBind = 'bci_ConnectionId@odata.bind';

/** Credit Limit (LCY) */
export const creditLimit = 'bci_creditlimit';

/** Currency */
export const currencyCode = 'bci_currencycode';
export const currencyCodeMaxLength = 10;

/** Fiscal Year Start */
export const fiscalYearStart = 'bci_fiscalyearstart';

/** Last Invoice Date */
export const lastInvoiceDate = 'bci_lastinvoicedate';

/** Last Invoice No. */
export const lastInvoiceNumber = 'bci_lastinvoicenumber';
export const lastInvoiceNumberMaxLength = 20;

/** Local Currency */
export const localCurrencyCode = 'bci_localcurrencycode';
export const localCurrencyCodeMaxLength = 10;

/** Name */
export const name = 'bci_name';
export const nameMaxLength = 100;

/** Customer No. */
export const number = 'bci_number';
export const numberMaxLength = 20;

/** Oldest Due Date */
export const oldestDueDate = 'bci_oldestduedate';

/** Outstanding Invoices (LCY) */
export const outstandingInvoices = 'bci_outstandinginvoices';

/** Outstanding Orders (LCY) */
export const outstandingOrders = 'bci_outstandingorders';

/** Overdue (LCY) */
export const overdueAmount = 'bci_overdueamount';

/** Overdue Invoices */
export const overdueInvoiceCount = 'bci_overdueinvoicecount';

/** Overdue As Of */
export const overdueOn = 'bci_overdueon';

/** Payment Terms */
export const paymentTerms = 'bci_paymentterms';
export const paymentTermsMaxLength = 100;

/** Sales Last Fiscal Year (LCY) */
export const salesLastYear = 'bci_saleslastyear';

/** Salesperson */
export const salespersonId = 'bci_salespersonid';
export const salespersonIdValue = '_bci_salespersonid_value';
export const salespersonIdNavigation = 'bci_SalespersonId';
export const salespersonIdBind = 'bci_SalespersonId@odata.bind';

/** Sales This Fiscal Year (LCY) */
export const salesThisYear = 'bci_salesthisyear';

/** Shipped Not Invoiced (LCY) */
export const shippedNotInvoiced = 'bci_shippednotinvoiced';

/** Stale */
export const stale = 'bci_stale';

/** System ID */
export const systemId = 'bci_systemid';
export const systemIdMaxLength = 36;

/** Total (LCY) */
export const total = 'bci_total';

/** Unavailable Figures */
export const unavailable = 'bci_unavailable';
export const unavailableMaxLength = 2000;

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

/** Record Created On */
export const overriddenCreatedOn = 'overriddencreatedon';

/** Owner */
export const ownerId = 'ownerid';
export const ownerIdValue = '_ownerid_value';
export const ownerIdNavigation = 'ownerid';
export const ownerIdBind = 'ownerid@odata.bind';

/** Owning Business Unit */
export const owningBusinessUnit = 'owningbusinessunit';
export const owningBusinessUnitValue = '_owningbusinessunit_value';
export const owningBusinessUnitNavigation = 'owningbusinessunit';

/** Owning Team */
export const owningTeam = 'owningteam';
export const owningTeamValue = '_owningteam_value';
export const owningTeamNavigation = 'owningteam';

/** Owning User */
export const owningUser = 'owninguser';
export const owningUserValue = '_owninguser_value';
export const owningUserNavigation = 'owninguser';

/** Status */
export const statecode = 'statecode';

/** Status Reason */
export const statuscode = 'statuscode';

/** Time Zone Rule Version Number */
export const timeZoneRuleVersionNumber = 'timezoneruleversionnumber';

/** UTC Conversion Time Zone Code */
export const utcConversionTimeZoneCode = 'utcconversiontimezonecode';

/** Collection-valued navigation property: the Account rows of a row. */
export const accountByCustomerId = 'bci_customer_account';
/** Collection-valued navigation property: the bci_OpenInvoice rows of a row. */
export const openInvoiceByCustomerId = 'bci_customer_openinvoice';
/** Collection-valued navigation property: the Quote rows of a row. */
export const quoteByCustomerId = 'bci_customer_quote';
/** Collection-valued navigation property: the bci_RefreshRequest rows of a row. */
export const refreshRequestByCustomerId = 'bci_customer_refreshrequest';

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
  bci_agedcurrentamount: number | null;
  'bci_agedcurrentamount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedon: string | null;
  'bci_agedon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedperiod1amount: number | null;
  'bci_agedperiod1amount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedperiod2amount: number | null;
  'bci_agedperiod2amount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedperiod3amount: number | null;
  'bci_agedperiod3amount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_agedperioddays: number | null;
  'bci_agedperioddays@OData.Community.Display.V1.FormattedValue'?: string;
  bci_asof: string | null;
  'bci_asof@OData.Community.Display.V1.FormattedValue'?: string;
  bci_availablecredit: number | null;
  'bci_availablecredit@OData.Community.Display.V1.FormattedValue'?: string;
  bci_balance: number | null;
  'bci_balance@OData.Community.Display.V1.FormattedValue'?: string;
  bci_blocked: BlockedChoice | null;
  'bci_blocked@OData.Community.Display.V1.FormattedValue'?: string;
  _bci_connectionid_value: string | null;
  '_bci_connectionid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_creditlimit: number | null;
  'bci_creditlimit@OData.Community.Display.V1.FormattedValue'?: string;
  bci_currencycode: string | null;
  bci_customerid: string;
  bci_fiscalyearstart: string | null;
  'bci_fiscalyearstart@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lastinvoicedate: string | null;
  'bci_lastinvoicedate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_lastinvoicenumber: string | null;
  bci_localcurrencycode: string | null;
  bci_name: string | null;
  bci_number: string | null;
  bci_oldestduedate: string | null;
  'bci_oldestduedate@OData.Community.Display.V1.FormattedValue'?: string;
  bci_outstandinginvoices: number | null;
  'bci_outstandinginvoices@OData.Community.Display.V1.FormattedValue'?: string;
  bci_outstandingorders: number | null;
  'bci_outstandingorders@OData.Community.Display.V1.FormattedValue'?: string;
  bci_overdueamount: number | null;
  'bci_overdueamount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_overdueinvoicecount: number | null;
  'bci_overdueinvoicecount@OData.Community.Display.V1.FormattedValue'?: string;
  bci_overdueon: string | null;
  'bci_overdueon@OData.Community.Display.V1.FormattedValue'?: string;
  bci_paymentterms: string | null;
  bci_saleslastyear: number | null;
  'bci_saleslastyear@OData.Community.Display.V1.FormattedValue'?: string;
  _bci_salespersonid_value: string | null;
  '_bci_salespersonid_value@OData.Community.Display.V1.FormattedValue'?: string;
  bci_salesthisyear: number | null;
  'bci_salesthisyear@OData.Community.Display.V1.FormattedValue'?: string;
  bci_shippednotinvoiced: number | null;
  'bci_shippednotinvoiced@OData.Community.Display.V1.FormattedValue'?: string;
  bci_stale: boolean | null;
  'bci_stale@OData.Community.Display.V1.FormattedValue'?: string;
  bci_systemid: string | null;
  bci_total: number | null;
  'bci_total@OData.Community.Display.V1.FormattedValue'?: string;
  bci_unavailable: string | null;
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
  overriddencreatedon: string | null;
  'overriddencreatedon@OData.Community.Display.V1.FormattedValue'?: string;
  _ownerid_value: string | null;
  '_ownerid_value@OData.Community.Display.V1.FormattedValue'?: string;
  _owningbusinessunit_value: string | null;
  '_owningbusinessunit_value@OData.Community.Display.V1.FormattedValue'?: string;
  _owningteam_value: string | null;
  '_owningteam_value@OData.Community.Display.V1.FormattedValue'?: string;
  _owninguser_value: string | null;
  '_owninguser_value@OData.Community.Display.V1.FormattedValue'?: string;
  statecode: StatecodeChoice | null;
  'statecode@OData.Community.Display.V1.FormattedValue'?: string;
  statuscode: StatuscodeChoice | null;
  'statuscode@OData.Community.Display.V1.FormattedValue'?: string;
  timezoneruleversionnumber: number | null;
  'timezoneruleversionnumber@OData.Community.Display.V1.FormattedValue'?: string;
  utcconversiontimezonecode: number | null;
  'utcconversiontimezonecode@OData.Community.Display.V1.FormattedValue'?: string;
}
