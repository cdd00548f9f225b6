import { Spinner, SpinnerSize } from '@fluentui/react';
import * as React from 'react';
import type { Freshness } from '../../domain/freshness';
import { asOfWords } from './asOfWords';
import type { Formats } from './formats';
import type { RefreshState } from './refreshState';
import { refreshWords } from './refreshWords';
import type { StateTextKey } from './stateTextKey';
import type { Texts } from './texts';

export interface AgeBarProps {
  readonly freshness: Freshness;
  readonly refresh: RefreshState;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly texts: Texts<StateTextKey>;
  readonly formats: Formats;
  /** `null` when this user may not ask for a refresh. */
  readonly onRefresh: (() => void) | null;
  /** What stands after Refresh: the way to Business Central. */
  readonly children?: React.ReactNode;
}

/** How old the figures are, the way to fresh ones, and what came of it. */
export function AgeBar(props: AgeBarProps): React.ReactElement {
  const { freshness, refresh, now, texts, formats, onRefresh, children } = props;
  const isBusy = refresh.kind === 'busy';
  const outcome = isBusy ? '' : refreshWords(refresh, texts);
  return (
    <>
      <div className="bci-actions">
        <span className="bci-muted">{asOfWords(freshness.asOf, now, texts, formats)}</span>
        {freshness.stale && <span className="bci-stale">{texts('Stale')}</span>}
        {onRefresh && (
          <button type="button" className="bci-link" aria-busy={isBusy} aria-disabled={isBusy} onClick={onRefresh}>
            {isBusy && <Spinner size={SpinnerSize.xSmall} role="presentation" />}
            {isBusy ? texts('Refresh_busy') : texts('Refresh')}
          </button>
        )}
        {children}
      </div>
      {outcome !== '' && <p className="bci-outcome">{outcome}</p>}
    </>
  );
}
