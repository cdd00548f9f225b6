import * as React from 'react';
import type { ItemOverview } from '../../../dataverse/itemOverview';
import { ControlFrame, type ControlFrameProps } from '../../shared/ControlFrame';
import type { Days } from '../../shared/days';
import type { LinkOpener } from '../../shared/ExternalLink';
import type { QuantityFormats } from '../../shared/quantityFormats';
import { asOfWords } from '../../shared/asOfWords';
import { refreshWords } from '../../shared/refreshWords';
import { fill } from '../../shared/texts';
import { useChanges } from '../../shared/useChanges';
import type { ItemSession } from '../itemSession';
import type { ItemAvailabilityTexts } from '../manifestNames';
import type { Trial } from '../trial';
import { Item } from './Item';

export interface ItemAvailabilityViewProps extends ControlFrameProps {
  readonly session: ItemSession;
  readonly texts: ItemAvailabilityTexts;
  readonly quantities: QuantityFormats;
  /** @param now milliseconds since 1970 */
  readonly daysOf: (now: number) => Days;
  /** What the form gives to try. */
  readonly given: Trial;
  readonly mayRefresh: boolean;
  readonly open: LinkOpener;
}

function announcement({ session, texts, formats }: ItemAvailabilityViewProps): string {
  const { state, refresh } = session;
  if (refresh.kind !== 'idle') return refreshWords(refresh, texts);
  if (state.kind !== 'ready') return '';
  const asOf = asOfWords(state.freshness.asOf, session.now(), texts, formats);
  return fill(texts('Announcement'), { name: state.value.item.name, asOf });
}

function askForRefresh(session: ItemSession, { id, item }: ItemOverview): void {
  session.askForRefresh({ kind: 'items', ids: [id] }, `${item.number} ${item.name}`);
}

/** Chooses what the state asks for. */
export function ItemAvailabilityView(props: ItemAvailabilityViewProps): React.ReactElement {
  const { session, daysOf, given, mayRefresh } = props;
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
        <Item
          // What the form gives replaces what was tried.
          key={JSON.stringify(given)}
          overview={value}
          freshness={freshness}
          refresh={session.refresh}
          now={session.now()}
          given={given}
          presentation={{ ...props, days: daysOf(session.now()) }}
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
