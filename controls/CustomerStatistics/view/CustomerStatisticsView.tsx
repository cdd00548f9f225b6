import * as React from 'react';
import type { CustomerOverview } from '../../../dataverse/customerOverview';
import { asOfWords } from '../../shared/asOfWords';
import { ControlFrame, type ControlFrameProps } from '../../shared/ControlFrame';
import type { LinkOpener } from '../../shared/ExternalLink';
import type { MoneyFormats } from '../../shared/moneyFormats';
import { refreshWords } from '../../shared/refreshWords';
import { fill } from '../../shared/texts';
import { useChanges } from '../../shared/useChanges';
import type { CustomerSession } from '../customerSession';
import type { CustomerStatisticsTexts } from '../manifestNames';
import { Customer } from './Customer';

export interface CustomerStatisticsViewProps extends ControlFrameProps {
  readonly session: CustomerSession;
  readonly texts: CustomerStatisticsTexts;
  readonly formats: MoneyFormats;
  readonly mayRefresh: boolean;
  readonly open: LinkOpener;
}

function announcement({ session, texts, formats }: CustomerStatisticsViewProps): string {
  const { state, refresh } = session;
  if (refresh.kind !== 'idle') return refreshWords(refresh, texts);
  if (state.kind !== 'ready') return '';
  const asOf = asOfWords(state.freshness.asOf, session.now(), texts, formats);
  return fill(texts('Announcement'), { name: state.value.statistics.name, asOf });
}

function askForRefresh(session: CustomerSession, { id, statistics }: CustomerOverview): void {
  session.askForRefresh({ kind: 'customer', id }, `${statistics.number} ${statistics.name}`);
}

/** Chooses what the state asks for. */
export function CustomerStatisticsView(props: CustomerStatisticsViewProps): React.ReactElement {
  const { session, mayRefresh } = props;
  useChanges(session);
  const { state } = session;
  return (
    <ControlFrame
      {...props}
      state={state}
      recordKey={state.kind === 'ready' ? state.value.id : ''}
      announcement={announcement(props)}
      onRetry={session.retry}
      render={({ value, freshness }) => (
        <Customer
          overview={value}
          freshness={freshness}
          refresh={session.refresh}
          now={session.now()}
          presentation={props}
          onRefresh={
            mayRefresh
              ? () => {
                  askForRefresh(session, value);
                }
              : null
          }
        />
      )}
    />
  );
}
