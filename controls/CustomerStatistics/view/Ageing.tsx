import * as React from 'react';
import type { CustomerOverview } from '../../../dataverse/customerOverview';
import type { CalendarDate } from '../../../domain/calendarDate';
import { fill } from '../../shared/texts';
import { bucketsOf, invoicesIn, type Bucket, type InvoiceGroup } from './ageingModel';
import { invoicesPanelId } from './invoicesPanelId';
import { InvoiceList } from './InvoiceList';
import { presentFigure, type Presentation } from './presentation';

interface AgeingProps {
  readonly overview: CustomerOverview;
  /** The day for which ageing holds. */
  readonly asOf: CalendarDate | null;
  /** The group whose invoices are open. */
  readonly group: InvoiceGroup | null;
  readonly onToggle: (group: InvoiceGroup) => void;
  readonly presentation: Presentation;
}

interface BucketButtonProps extends AgeingProps {
  readonly bucket: Bucket;
}

function BucketButton({ bucket, overview, group, onToggle, presentation }: BucketButtonProps): React.ReactElement {
  const figure = presentFigure(overview.statistics, bucket.figure, presentation, true);
  const isOpen = group === bucket.name;
  return (
    <button
      type="button"
      className="bci-bucket"
      aria-expanded={isOpen}
      aria-controls={isOpen ? invoicesPanelId(overview.id) : undefined}
      onClick={() => {
        onToggle(bucket.name);
      }}
    >
      <span className="bci-bucket-label">
        <span className={`bci-swatch bci-aged-${bucket.name}`} aria-hidden="true" />
        {bucket.label}{' '}
      </span>
      <span className={figure.value === null ? 'bci-bucket-amount bci-unavailable' : 'bci-bucket-amount'}>
        {figure.text}
      </span>
      {(figure.value ?? 0) < 0 && <span className="bci-note"> {presentation.texts('Ageing_Credit')}</span>}
      {figure.note !== '' && <span className="bci-note"> {figure.note}</span>}
    </button>
  );
}

/** How old the balance is. The bar shows it at a glance; the buttons say it and open the invoices behind it. */
export function Ageing(props: AgeingProps): React.ReactElement {
  const { overview, asOf, group, presentation } = props;
  const { texts, formats } = presentation;
  const { statistics } = overview;
  const buckets = bucketsOf(statistics, texts);
  const isNothing = buckets.every(({ amount }) => amount === 0) && overview.openInvoices.length === 0;
  const opened = buckets.find(({ name }) => name === group);
  return (
    <div className="bci-ageing">
      <h4 className="bci-heading">
        {texts('Ageing_Title')} <span className="bci-muted">{statistics.localCurrencyCode}</span>
        {asOf !== null && <span className="bci-muted"> · {fill(texts('OnDay'), { date: formats.day(asOf) })}</span>}
      </h4>
      {isNothing ? (
        <p className="bci-hint">{texts('Ageing_Nothing')}</p>
      ) : (
        <>
          <div className="bci-stack" aria-hidden="true">
            {buckets.map(({ name, share }) =>
              share === 0 ? null : <div key={name} className={`bci-aged-${name}`} style={{ flexGrow: share }} />,
            )}
          </div>
          <div className="bci-buckets">
            {buckets.map((bucket) => (
              <BucketButton key={bucket.name} {...props} bucket={bucket} />
            ))}
          </div>
        </>
      )}
      {group !== null && (
        <InvoiceList
          key={group}
          overview={overview}
          asOf={asOf}
          title={opened ? fill(texts('Invoices_Title'), { bucket: opened.label }) : texts('Invoices_Overdue')}
          amount={opened ? opened.amount : statistics.figures.overdueAmount}
          invoices={invoicesIn(group, overview.openInvoices, asOf, statistics.agedPeriodDays)}
          takesFocus={group === 'overdue'}
          presentation={presentation}
        />
      )}
    </div>
  );
}
