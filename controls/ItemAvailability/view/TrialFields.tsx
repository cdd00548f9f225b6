import * as React from 'react';
import type { LocationAvailability } from '../../../domain/itemAvailability';
import { parseQuantity, ZERO } from '../../../domain/quantity';
import { locationName } from '../../shared/LocationTable';
import { fill } from '../../shared/texts';
import type { Trial } from '../trial';
import type { Presentation } from './presentation';

interface TrialFieldsProps {
  readonly trial: Trial;
  readonly onChange: (trial: Trial) => void;
  readonly unit: string;
  readonly sources: readonly LocationAvailability[];
  readonly isQuantityBad: boolean;
  readonly isDateBad: boolean;
  readonly presentation: Presentation;
}

interface FieldProps {
  readonly label: string;
  /** Why the entry does not count; '' when it does. */
  readonly problem: string;
  readonly children: React.ReactNode;
}

function Field({ label, problem, children }: FieldProps): React.ReactElement {
  return (
    <label className="bci-field">
      <span className="bci-muted">{label}</span>
      {children}
      <span className="bci-problem" aria-live="polite">
        {problem}
      </span>
    </label>
  );
}

/** Apart from "all locations" there is the blank one. */
const valueOf = (code: string | null): string => (code === null ? '' : `=${code}`);

/** A quantity, a date and a location to try. Nothing of it is saved. */
export function TrialFields(props: TrialFieldsProps): React.ReactElement {
  const { trial, onChange, unit, sources, isQuantityBad, isDateBad, presentation } = props;
  const { texts, quantities, days } = presentation;
  const example = quantities.plain(parseQuantity('2.5') ?? ZERO);
  const enterDate = ({ target }: React.ChangeEvent<HTMLInputElement>): void => {
    // Half a date has no value: the browser alone knows of it.
    onChange({ ...trial, date: target.validity.badInput ? '?' : target.value });
  };
  const isListed = trial.location === null || sources.some(({ code }) => code === trial.location);
  const options = isListed ? sources : [...sources, { code: trial.location, name: '' }];
  return (
    <div className="bci-trial" role="group" aria-label={texts('Try_Title')}>
      <Field
        label={fill(texts('Try_Quantity'), { unit })}
        problem={isQuantityBad ? fill(texts('Try_BadQuantity'), { example }) : ''}
      >
        <input
          inputMode="decimal"
          aria-invalid={isQuantityBad}
          defaultValue={trial.quantity}
          onChange={({ target }) => {
            onChange({ ...trial, quantity: target.value });
          }}
        />
      </Field>
      <Field label={texts('Try_Date')} problem={isDateBad ? texts('Try_BadDate') : ''}>
        <input
          type="date"
          min={days.today}
          max="9999-12-31"
          aria-invalid={isDateBad}
          defaultValue={trial.date}
          onChange={enterDate}
          onBlur={enterDate}
        />
      </Field>
      <Field label={texts('Try_Location')} problem="">
        <select
          defaultValue={valueOf(trial.location)}
          onChange={({ target }) => {
            onChange({ ...trial, location: target.value === '' ? null : target.value.slice(1) });
          }}
        >
          <option value="">{texts('Location_All')}</option>
          {options.map((location) => (
            <option key={location.code} value={valueOf(location.code)}>
              {locationName(location, texts)}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
