import * as React from 'react';
import { postedInvoiceAddress } from '../../../dataverse/businessCentralAddress';
import type { CustomerOverview } from '../../../dataverse/customerOverview';
import type { CalendarDate } from '../../../domain/calendarDate';
import type { OpenInvoice } from '../../../domain/customerStatistics';
import { ExternalLink } from '../../shared/ExternalLink';
import { fill } from '../../shared/texts';
import { invoiceDaysOverdue, otherEntries } from './ageingModel';
import { invoicesPanelId } from './invoicesPanelId';
import type { Presentation } from './presentation';

/** More are shown on demand: a customer may have thousands. */
const FIRST_ROWS = 25;

interface InvoiceListProps {
  readonly overview: CustomerOverview;
  readonly asOf: CalendarDate | null;
  readonly title: string;
  /** Amount of the group in local currency. */
  readonly amount: number | null;
  readonly invoices: readonly OpenInvoice[];
  /** When the list was opened from further up, focus follows it. */
  readonly takesFocus: boolean;
  readonly presentation: Presentation;
}

interface InvoiceRowProps extends Pick<InvoiceListProps, 'overview' | 'asOf' | 'presentation'> {
  readonly invoice: OpenInvoice;
}

function RemainingAmount({ overview, invoice, presentation }: InvoiceRowProps): React.ReactElement {
  const { texts, formats } = presentation;
  const { localCurrencyCode } = overview.statistics;
  const { currencyCode, remainingAmount, remainingAmountLocal } = invoice;
  if (currencyCode === localCurrencyCode) return <>{formats.plainAmount(remainingAmount, currencyCode)}</>;
  const foreign = formats.amount(remainingAmount, currencyCode);
  if (remainingAmountLocal !== null) {
    return (
      <>
        {formats.plainAmount(remainingAmountLocal, localCurrencyCode)} <span className="bci-foreign">{foreign}</span>
      </>
    );
  }
  return (
    <>
      {foreign} <span className="bci-note">{texts('Reason_exchangeRateMissing')}</span>
    </>
  );
}

function InvoiceRow(props: InvoiceRowProps): React.ReactElement {
  const { overview, asOf, invoice, presentation } = props;
  const { texts, formats, open } = presentation;
  const address = postedInvoiceAddress(overview.company, invoice.number);
  const days = invoiceDaysOverdue(invoice, asOf);
  const day = (date: CalendarDate | null): string => (date === null ? '–' : formats.day(date));
  return (
    <tr tabIndex={-1}>
      <th scope="row">
        {address === null ? (
          invoice.number
        ) : (
          <ExternalLink address={address} open={open} hint={texts('OpensInNewTab')}>
            {invoice.number}
          </ExternalLink>
        )}
      </th>
      <td className="bci-posted">{day(invoice.postingDate)}</td>
      <td>{day(invoice.dueDate)}</td>
      <td className="bci-amount">{days === null ? '–' : formats.count(days)}</td>
      <td className="bci-amount">
        <RemainingAmount {...props} />
      </td>
    </tr>
  );
}

/** The open invoices of one group, the oldest first, and what else the group's amount is made of. */
export function InvoiceList(props: InvoiceListProps): React.ReactElement {
  const { overview, title, amount, invoices, takesFocus, presentation } = props;
  const { texts, formats } = presentation;
  const [isWhole, setWhole] = React.useState(false);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const body = React.useRef<HTMLTableSectionElement>(null);
  React.useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  // The button that had the focus is gone: reading goes on at the first row that was not there.
  React.useEffect(() => {
    if (isWhole) body.current?.rows.item(FIRST_ROWS)?.focus();
  }, [isWhole]);
  const shown = isWhole ? invoices : invoices.slice(0, FIRST_ROWS);
  const hidden = invoices.length - shown.length;
  const other = overview.hasAllOpenInvoices ? otherEntries(amount, invoices) : null;
  const id = invoicesPanelId(overview.id);
  return (
    <div id={id} className="bci-invoices">
      <h5 ref={heading} tabIndex={-1} id={`${id}-title`} className="bci-heading">
        {title}
      </h5>
      {!overview.hasAllOpenInvoices && <p className="bci-note">{texts('Invoices_Incomplete')}</p>}
      {invoices.length === 0 && <p className="bci-hint">{texts('Invoices_None')}</p>}
      {(invoices.length > 0 || other !== null) && (
        <table className="bci-table" aria-labelledby={`${id}-title`}>
          <thead>
            <tr>
              <th scope="col">{texts('Invoice')}</th>
              <th scope="col" className="bci-posted">
                {texts('Posted')}
              </th>
              <th scope="col">{texts('Due')}</th>
              <th scope="col" className="bci-amount">
                {texts('DaysOverdue')}
              </th>
              <th scope="col" className="bci-amount">
                {texts('Remaining')}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map((invoice) => (
              <InvoiceRow key={invoice.number} {...props} invoice={invoice} />
            ))}
            {other !== null && hidden === 0 && (
              <tr>
                <th scope="row" className="bci-other" colSpan={3}>
                  {texts('OtherEntries')}
                </th>
                <td className="bci-amount" colSpan={2}>
                  {formats.plainAmount(other, overview.statistics.localCurrencyCode)}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      {hidden > 0 && (
        <button
          type="button"
          className="bci-link"
          onClick={() => {
            setWhole(true);
          }}
        >
          {fill(texts('Invoices_More'), { count: formats.count(hidden) })}
        </button>
      )}
    </div>
  );
}
