import * as React from 'react';
import { itemCardAddress } from '../../../dataverse/businessCentralAddress';
import type { ItemOverview } from '../../../dataverse/itemOverview';
import { AgeBar, type AgeBarProps } from '../../shared/AgeBar';
import { ExternalLink } from '../../shared/ExternalLink';
import type { Trial } from '../trial';
import { Availability } from './Availability';
import { Banner } from './Banner';
import { NoFigures } from './NoFigures';
import type { Presentation } from './presentation';

interface ItemProps {
  readonly overview: ItemOverview;
  readonly age: Pick<AgeBarProps, 'freshness' | 'refresh' | 'now' | 'onRefresh'>;
  readonly given: Trial;
  readonly presentation: Presentation;
}

function Header({ overview, presentation, age }: Omit<ItemProps, 'given'>): React.ReactElement {
  const { texts, formats, open } = presentation;
  const { item, company } = overview;
  const address = overview.removed ? null : itemCardAddress(company, item.number);
  return (
    <div className="bci-header">
      <div className="bci-identity">
        <h3 className="bci-name">{item.name}</h3>
        <span className="bci-muted">
          {[item.number, item.baseUnit, company.displayName].filter((part) => part !== '').join(' · ')}
        </span>
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

/** One item: the answer first, then what it is made of, then what is to come. */
export function Item({ overview, given, age, presentation }: ItemProps): React.ReactElement {
  const { item, availability } = overview;
  const { texts } = presentation;
  return (
    <>
      <Header overview={overview} presentation={presentation} age={age} />
      {overview.removed && <Banner title={texts('Removed')} text={texts('Removed_Text')} />}
      {item.blocked && <Banner title={texts('Blocked')} text={texts('Blocked_Text')} />}
      {availability.kind === 'byLocation' ? (
        <Availability
          overview={overview}
          locations={availability.locations}
          given={given}
          presentation={presentation}
        />
      ) : (
        <NoFigures item={item} availability={availability} presentation={presentation} />
      )}
    </>
  );
}
