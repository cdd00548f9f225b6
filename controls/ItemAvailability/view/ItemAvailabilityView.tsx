import * as React from 'react';
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

/** Chooses what the state asks for. */
export function ItemAvailabilityView(props: ItemAvailabilityViewProps): React.ReactElement {
  const { session, texts, formats, daysOf, given, mayRefresh } = props;
  useChanges(session);
  const { state, refresh } = session;
  const now = session.now();
  const shown = state.kind === 'ready' ? state.value : null;
  const asOf = state.kind === 'ready' ? asOfWords(state.freshness.asOf, now, texts, formats) : '';
  const name = shown?.item.name ?? '';
  const askForRefresh = (): void => {
    if (shown) session.askForRefresh({ kind: 'items', ids: [shown.id] }, `${shown.item.number} ${name}`);
  };
  return (
    <ControlFrame
      {...props}
      state={state}
      recordKey={shown?.id ?? ''}
      announcement={refreshWords(refresh, texts) || fill(texts('Announcement'), { name, asOf })}
      onRetry={session.retry}
      render={({ value, freshness }) => (
        <Item
          // What the form gives replaces what was tried.
          key={JSON.stringify(given)}
          overview={value}
          given={given}
          presentation={{ ...props, days: daysOf(now) }}
          age={{ freshness, refresh, now, onRefresh: mayRefresh ? askForRefresh : null }}
        />
      )}
    />
  );
}
