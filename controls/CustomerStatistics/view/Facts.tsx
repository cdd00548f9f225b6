import * as React from 'react';
import type { CustomerOverview } from '../../../dataverse/customerOverview';
import type { Presentation } from './presentation';

interface FactsProps {
  readonly overview: CustomerOverview;
  readonly presentation: Presentation;
}

/** What is good to know besides the figures; what is not known is left out. */
export function Facts({ overview, presentation }: FactsProps): React.ReactElement | null {
  const { texts, formats } = presentation;
  const { paymentTerms, lastInvoiceDate, lastInvoiceNumber } = overview.statistics;
  const lastInvoice = [lastInvoiceDate === null ? '' : formats.day(lastInvoiceDate), lastInvoiceNumber ?? ''];
  const facts: readonly (readonly [label: string, value: string])[] = [
    [texts('PaymentTerms'), paymentTerms ?? ''],
    [texts('LastInvoice'), lastInvoice.filter((part) => part !== '').join(' · ')],
    [texts('Salesperson'), overview.salespersonName ?? ''],
  ];
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return (
    <dl className="bci-facts">
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt> <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
