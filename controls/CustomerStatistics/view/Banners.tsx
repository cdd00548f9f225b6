import * as React from 'react';
import type { CustomerOverview } from '../../../dataverse/customerOverview';
import { isOverCreditLimit } from '../../../domain/creditUse';
import { daysOverdue } from '../../../domain/ageing';
import type { CalendarDate } from '../../../domain/calendarDate';
import { isOne } from '../../shared/plurals';
import { fill } from '../../shared/texts';
import { invoicesPanelId } from './invoicesPanelId';
import type { Presentation } from './presentation';

interface BannersProps {
  readonly overview: CustomerOverview;
  readonly overdueOn: CalendarDate | null;
  readonly showsOverdue: boolean;
  readonly onToggleOverdue: () => void;
  readonly presentation: Presentation;
}

interface BannerProps {
  readonly title: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}

function Banner({ title, text, children }: BannerProps): React.ReactElement {
  return (
    <div className="bci-banner">
      <span className="bci-banner-mark" aria-hidden="true">
        !
      </span>
      <p className="bci-banner-text">
        <strong>{title}</strong> {text}
      </p>
      {children}
    </div>
  );
}

/** "in 7 invoices, the oldest by 74 days." as far as it is known. */
function overdueDetail(overview: CustomerOverview, overdueOn: CalendarDate | null, presentation: Presentation): string {
  const { texts, formats } = presentation;
  const { overdueInvoiceCount, oldestDueDate } = overview.statistics;
  const counted = (count: number, one: string, other: string): string =>
    fill(isOne(count, texts('LanguageTag')) ? one : other, { count: formats.count(count) });
  const parts: string[] = [];
  if (overdueInvoiceCount !== null && overdueInvoiceCount > 0) {
    parts.push(counted(overdueInvoiceCount, texts('Overdue_Invoices_One'), texts('Overdue_Invoices_Other')));
  }
  const days = oldestDueDate === null || overdueOn === null ? 0 : daysOverdue(oldestDueDate, overdueOn);
  if (days > 0) {
    parts.push(counted(days, texts('Overdue_Oldest_One'), texts('Overdue_Oldest_Other')));
  }
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

function OverdueBanner(props: BannersProps & { readonly amount: number }): React.ReactElement {
  const { overview, overdueOn, showsOverdue, onToggleOverdue, presentation, amount } = props;
  const { texts, formats } = presentation;
  const title = fill(texts('Overdue_Title'), { amount: formats.amount(amount, overview.statistics.localCurrencyCode) });
  return (
    <Banner title={title} text={overdueDetail(overview, overdueOn, presentation)}>
      <button
        type="button"
        className="bci-link"
        aria-expanded={showsOverdue}
        aria-controls={showsOverdue ? invoicesPanelId(overview.id) : undefined}
        onClick={onToggleOverdue}
      >
        {showsOverdue ? texts('Overdue_Hide') : texts('Overdue_Show')}
      </button>
    </Banner>
  );
}

/** What a seller has to know before promising anything: each says how much and why. */
export function Banners(props: BannersProps): React.ReactElement {
  const { overview, presentation } = props;
  const { texts, formats } = presentation;
  const { blocked, localCurrencyCode, figures } = overview.statistics;
  const { total, creditLimit, overdueAmount } = figures;
  const money = (value: number): string => formats.amount(value, localCurrencyCode);
  const blockedTexts = { ship: texts('Blocked_Ship'), invoice: texts('Blocked_Invoice'), all: texts('Blocked_All') };
  const isOverLimit = total !== null && creditLimit !== null && isOverCreditLimit(creditLimit, total);
  return (
    <>
      {overview.removed && <Banner title={texts('Removed_Title')} text={texts('Removed_Text')} />}
      {blocked !== 'none' && <Banner title={texts('Blocked_Title')} text={blockedTexts[blocked]} />}
      {isOverLimit && (
        <Banner
          title={fill(texts('OverLimit_Title'), { amount: money(total - creditLimit) })}
          text={fill(texts('OverLimit_Text'), { limit: money(creditLimit) })}
        />
      )}
      {overdueAmount !== null && overdueAmount > 0 && <OverdueBanner {...props} amount={overdueAmount} />}
    </>
  );
}
