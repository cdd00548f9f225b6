import { Spinner, SpinnerSize } from '@fluentui/react';
import * as React from 'react';
import { customerCardAddress } from '../../../dataverse/businessCentralAddress';
import type { CustomerOverview } from '../../../dataverse/customerOverview';
import type { Freshness } from '../../../domain/freshness';
import { asOfWords } from '../../shared/asOfWords';
import { ExternalLink } from '../../shared/ExternalLink';
import type { RefreshState } from '../../shared/refreshing';
import { refreshWords } from '../../shared/refreshWords';
import { fill } from '../../shared/texts';
import type { Presentation } from './presentation';

interface HeaderProps {
  readonly overview: CustomerOverview;
  readonly freshness: Freshness;
  readonly refresh: RefreshState;
  readonly now: number;
  readonly presentation: Presentation;
  readonly onRefresh: (() => void) | null;
}

/** Who it is, in which company and currency, how old the figures are, and the two ways to more. */
export function Header({
  overview,
  freshness,
  refresh,
  now,
  presentation,
  onRefresh,
}: HeaderProps): React.ReactElement {
  const { texts, formats, links } = presentation;
  const { statistics, company } = overview;
  const { number, name, currencyCode, localCurrencyCode } = statistics;
  const currency =
    currencyCode === localCurrencyCode
      ? [currencyCode]
      : [currencyCode, fill(texts('FiguresIn'), { currency: localCurrencyCode })];
  const address = customerCardAddress(company, number);
  const isBusy = refresh.kind === 'busy';
  const outcome = isBusy ? '' : refreshWords(refresh, texts);
  return (
    <div className="bci-header">
      <div className="bci-identity">
        <h3 className="bci-name">{name}</h3>
        <span className="bci-muted">{[number, company.displayName, ...currency].join(' · ')}</span>
      </div>
      <div className="bci-actions">
        <span className="bci-muted">{asOfWords(freshness.asOf, now, texts, formats)}</span>
        {freshness.stale && <span className="bci-stale">{texts('Stale')}</span>}
        {onRefresh && (
          <button type="button" className="bci-link" aria-busy={isBusy} aria-disabled={isBusy} onClick={onRefresh}>
            {isBusy && <Spinner size={SpinnerSize.xSmall} role="presentation" />}
            {isBusy ? texts('Refresh_busy') : texts('Refresh')}
          </button>
        )}
        {address !== null && (
          <ExternalLink address={address} links={links} hint={texts('OpensInNewTab')}>
            {texts('Open')}
          </ExternalLink>
        )}
      </div>
      {outcome !== '' && <p className="bci-outcome">{outcome}</p>}
    </div>
  );
}
