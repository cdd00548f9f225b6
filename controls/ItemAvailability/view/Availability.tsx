import * as React from 'react';
import type { ItemOverview } from '../../../dataverse/itemOverview';
import type { LocationAvailability } from '../../../domain/itemAvailability';
import { locationName } from '../../shared/LocationTable';
import { triedDate, triedQuantity, type Trial } from '../trial';
import { standingAnswer, triedAnswer } from './answerModel';
import { standingWords, triedWords } from './answerWords';
import { Balance } from './Balance';
import { Locations } from './Locations';
import { OverdueReceipts } from './OverdueReceipts';
import type { Presentation } from './presentation';
import { scopeOf } from './scope';
import { TrialFields } from './TrialFields';

interface AvailabilityProps {
  readonly overview: ItemOverview;
  readonly locations: readonly LocationAvailability[];
  readonly given: Trial;
  readonly presentation: Presentation;
}

/** What can be promised, what a seller tries, and what the answer is made of. */
export function Availability({ overview, locations, given, presentation }: AvailabilityProps): React.ReactElement {
  const { texts, quantities, days } = presentation;
  const unit = overview.item.baseUnit;
  const [trial, setTrial] = React.useState(given);
  const { location } = trial;
  const scope = scopeOf(locations, location);
  const wanted = triedQuantity(trial.quantity, quantities.decimalSeparator());
  const date = triedDate(trial.date, days.today);
  const tried = wanted && date ? triedAnswer(scope, wanted, date) : null;
  const place = locations.find(({ code }) => code === location);
  const where = location === null ? '' : locationName(place ?? { code: location, name: '' }, texts);
  return (
    <>
      <div className={`bci-answer bci-${tried?.kind ?? 'standing'}`}>
        <p className="bci-first">{standingWords(standingAnswer(scope, days.today), where, unit, presentation)}</p>
        <p className="bci-tried" aria-live="polite">
          {tried && wanted && date && triedWords(tried, wanted, date, unit, presentation)}
        </p>
      </div>
      <OverdueReceipts stock={scope.stock} unit={unit} presentation={presentation} />
      <TrialFields
        trial={trial}
        onChange={setTrial}
        unit={unit}
        sources={scope.sources}
        isQuantityBad={wanted === undefined}
        isDateBad={date === undefined}
        presentation={presentation}
      />
      <div className="bci-columns">
        <Locations
          id={`bci-locations-${overview.id}`}
          locations={locations}
          date={date ?? days.today}
          picked={location}
          presentation={presentation}
        />
        <Balance stock={scope.stock} where={where} asked={wanted ?? null} presentation={presentation} />
      </div>
      <p className="bci-hint bci-not-counted">{texts('NotCounted')}</p>
    </>
  );
}
