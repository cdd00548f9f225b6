import * as React from 'react';
import type { CustomerOverview } from '../../../dataverse/customerOverview';
import { laterDate, type CalendarDate } from '../../../domain/calendarDate';
import type { Freshness } from '../../../domain/freshness';
import type { RefreshState } from '../../shared/refreshState';
import { Ageing } from './Ageing';
import type { InvoiceGroup } from './ageingModel';
import { Banners } from './Banners';
import { Composition } from './Composition';
import { Facts } from './Facts';
import { Header } from './Header';
import { KeyFigures } from './KeyFigures';
import type { Presentation } from './presentation';

interface CustomerProps {
  readonly overview: CustomerOverview;
  readonly freshness: Freshness;
  readonly refresh: RefreshState;
  readonly now: number;
  readonly presentation: Presentation;
  /** `null` when this user may not ask for a refresh. */
  readonly onRefresh: (() => void) | null;
}

/** The day for which the overdue amount holds: a row that did not change moves on with the company. */
function overdueDay({ statistics, marks }: CustomerOverview): CalendarDate | null {
  return marks.stale ? statistics.overdueOn : laterDate(statistics.overdueOn, marks.verifiedFor);
}

/** One customer: the answer first, then what it is made of, then the way to the details. */
export function Customer(props: CustomerProps): React.ReactElement {
  const { overview, freshness, refresh, now, presentation, onRefresh } = props;
  const { statistics } = overview;
  const [group, setGroup] = React.useState<InvoiceGroup | null>(null);
  const overdueOn = overdueDay(overview);
  const toggle = (next: InvoiceGroup): void => {
    setGroup(group === next ? null : next);
  };
  return (
    <>
      <Header
        overview={overview}
        freshness={freshness}
        refresh={refresh}
        now={now}
        presentation={presentation}
        onRefresh={onRefresh}
      />
      <Banners
        overview={overview}
        overdueOn={overdueOn}
        showsOverdue={group === 'overdue'}
        onToggleOverdue={() => {
          toggle('overdue');
        }}
        presentation={presentation}
      />
      <KeyFigures statistics={statistics} overdueOn={overdueOn} presentation={presentation} />
      <div className="bci-columns">
        <Composition statistics={statistics} presentation={presentation} />
        <Ageing
          overview={overview}
          asOf={freshness.asOfDate}
          group={group}
          onToggle={toggle}
          presentation={presentation}
        />
      </div>
      <Facts overview={overview} presentation={presentation} />
    </>
  );
}
