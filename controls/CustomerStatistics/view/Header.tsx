import * as React from 'react';
import { customerCardAddress } from '../../../dataverse/businessCentralAddress';
import type { CustomerOverview } from '../../../dataverse/customerOverview';
import type { Freshness } from '../../../domain/freshness';
import { AgeBar } from '../../shared/AgeBar';
import { ExternalLink } from '../../shared/ExternalLink';
import type { RefreshState } from '../../shared/refreshState';
import { fill } from '../../shared/texts';
import type { Presentation } from './presentation';

interface HeaderProps {
  readonly overview: CustomerOverview;
  readonly freshness: Freshness;
  readonly refresh: RefreshState;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly presentation: Presentation;
  /** `null` when this user may not ask for a refresh. */
  readonly onRefresh: (() => void) | null;
}

/** Who it is, in which company and currency, how old the figures are, and the two ways to more. */
export function Header({ overview, presentation, ...age }: HeaderProps): React.ReactElement {
  const { texts, formats, open } = presentation;
  const { statistics, company } = overview;
  const { number, name, currencyCode, localCurrencyCode } = statistics;
  const currency =
    currencyCode === localCurrencyCode
      ? [currencyCode]
      : [currencyCode, fill(texts('FiguresIn'), { currency: localCurrencyCode })];
  const address = customerCardAddress(company, number);
  return (
    <div className="bci-header">
      <div className="bci-identity">
        <h3 className="bci-name">{name}</h3>
        <span className="bci-muted">{[number, company.displayName, ...currency].join(' · ')}</span>
      </div>
      <AgeBar {...age} texts={texts} formats={formats}>
        {address !== null && (
          <ExternalLink address={address} open={open} hint={texts('OpensInNewTab')}>
            {texts('Open')}
          </ExternalLink>
        )}
      </AgeBar>
    </div>
  );
}
