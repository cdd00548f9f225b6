type Row = Readonly<Record<string, unknown>>;

export const CUSTOMER_ID = '11111111-1111-4111-8111-111111111111';

/** A company's row as an expanded lookup brings it. */
export function connectionRow(changes: Row = {}): Row {
  return {
    bci_name: 'CRONUS International Ltd.',
    bci_companyname: 'CRONUS International Ltd.',
    bci_webclienturl: 'https://businesscentral.dynamics.com/contoso.example/Production',
    bci_currencycode: 'GBP',
    bci_staleafterminutes: 60,
    bci_customersverifiedon: '2026-11-23T10:42:00Z',
    bci_customersverifiedfor: '2026-11-23',
    ...changes,
  };
}

/** @param dueDate `null` for an invoice without one */
export function invoiceRow(number: string, dueDate: string | null, remaining: number, changes: Row = {}): Row {
  return {
    bci_name: number,
    bci_invoicedate: '2026-09-07',
    bci_postingdate: '2026-09-07',
    bci_duedate: dueDate,
    bci_currencycode: 'GBP',
    bci_totalamount: remaining,
    bci_remainingamount: remaining,
    bci_remainingamountlocal: remaining,
    ...changes,
  };
}

/** What the Web API answers for one customer, as of 23 November 2026. */
export function customerRow(changes: Row = {}): Row {
  return {
    '@odata.etag': 'W/"1"',
    bci_customerid: CUSTOMER_ID,
    bci_number: '10000',
    bci_name: 'Adatum Corporation',
    bci_blocked: 727000000,
    bci_paymentterms: '30 days net',
    bci_currencycode: 'GBP',
    bci_localcurrencycode: 'GBP',
    bci_balance: 41310,
    bci_outstandingorders: 12900,
    bci_shippednotinvoiced: 2400,
    bci_outstandinginvoices: 1600,
    bci_total: 58210,
    bci_creditlimit: 70000,
    bci_availablecredit: 11790,
    bci_overdueamount: 12340,
    bci_overdueon: '2026-11-23',
    bci_overdueinvoicecount: 7,
    bci_oldestduedate: '2026-09-10',
    bci_agedcurrentamount: 28970,
    bci_agedperiod1amount: 7900,
    bci_agedperiod2amount: 3100,
    bci_agedperiod3amount: 1340,
    bci_agedon: '2026-11-23',
    bci_agedperioddays: 30,
    bci_salesthisyear: 182400,
    bci_saleslastyear: 160200,
    bci_fiscalyearstart: '2026-01-01',
    bci_lastinvoicedate: '2026-11-14',
    bci_lastinvoicenumber: '103044',
    bci_unavailable: null,
    bci_asof: '2026-11-23T10:42:00Z',
    bci_stale: false,
    statecode: 0,
    bci_ConnectionId: connectionRow(),
    bci_SalespersonId: { bci_name: 'Jim Olive' },
    bci_customer_openinvoice: [
      invoiceRow('103034', '2026-10-20', 1000, { bci_postingdate: '2026-09-20' }),
      invoiceRow('103021', '2026-10-07', 2100),
      invoiceRow('103005', '2026-09-10', 1340, { bci_postingdate: '2026-08-11' }),
      invoiceRow('103036', '2026-11-03', 4400, { bci_postingdate: '2026-10-04' }),
      invoiceRow('103037', '2026-11-10', 3500, { bci_postingdate: '2026-10-11' }),
      invoiceRow('103044', '2026-12-14', 28970, { bci_postingdate: '2026-11-14' }),
    ],
    ...changes,
  };
}
