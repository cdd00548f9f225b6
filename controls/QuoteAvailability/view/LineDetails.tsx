import * as React from 'react';
import { availabilityFigures } from '../../../domain/availabilityFigures';
import type { CalendarDate } from '../../../domain/calendarDate';
import type { LocationAvailability, ScheduledChange } from '../../../domain/itemAvailability';
import { subtractQuantities, ZERO } from '../../../domain/quantity';
import { allLocations, isReceipt, type Stock } from '../../../domain/projectedBalance';
import type { LateAnswer, LineAnswer, StockAnswer } from '../../../domain/quoteLine';
import { locationRows } from '../../shared/locationRows';
import { locationName, LocationTable } from '../../shared/LocationTable';
import { documentWords } from '../../shared/scheduleWords';
import { fill } from '../../shared/texts';
import type { LineRow } from '../lineRow';
import type { Presentation } from './presentation';

/** More of a kind are only counted. */
const CHANGES_AT_MOST = 6;

type AnswerOfStock = Extract<LineAnswer, StockAnswer>;

interface LineDetailsProps {
  readonly row: LineRow;
  readonly answer: AnswerOfStock;
  readonly presentation: Presentation;
}

const noLocations: readonly LocationAvailability[] = [];

function alternativeWords({ row, presentation }: LineDetailsProps, { alternative }: LateAnswer): string {
  if (alternative === null) return '';
  const { texts, quantities, days } = presentation;
  return fill(texts('Details_Alternative'), {
    location: locationName(alternative, texts),
    when: days.when(row.shipment.date),
    quantity: quantities.plain(alternative.available),
  });
}

/** How much there is, what of it is promised, what comes and who else has it. */
function sentences(props: LineDetailsProps): readonly string[] {
  const { row, answer, presentation } = props;
  const { texts, quantities, days } = presentation;
  const { available, availableToPromise } = answer;
  const when = days.when(row.shipment.date);
  const isLate = answer.kind !== 'enough';
  const promisable = availableToPromise > 0 ? availableToPromise : ZERO;
  const promisedLater = available > promisable ? subtractQuantities(available, promisable) : ZERO;
  return [
    fill(texts('Details_Have'), { quantity: quantities.inUnit(available, row.overview?.item.baseUnit ?? ''), when }),
    promisedLater > 0 ? fill(texts('Details_PromisedLater'), { quantity: quantities.plain(promisedLater) }) : '',
    answer.kind === 'short' && !answer.isMoreOnOrder ? texts('Details_NoReceipts') : '',
    isLate ? alternativeWords(props, answer) : '',
    row.sharesStock ? texts('Details_Shared') : '',
  ].filter((sentence) => sentence !== '');
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly ScheduledChange[];
  readonly presentation: Presentation;
}

function changeWords(change: ScheduledChange, { texts, quantities, days }: Presentation): string {
  const { date, quantity } = change;
  const isOverdue = date === null || date < days.today;
  const when = date === null ? texts('Change_Undated') : fill(texts('Day_On'), { day: days.name(date) });
  const words = fill(texts('Change'), {
    quantity: quantities.plain(quantity),
    when,
    document: documentWords(change, texts),
  });
  return isOverdue && date !== null ? `${words} (${texts('Change_Overdue')})` : words;
}

function Changes({ title, changes, presentation }: ChangesProps): React.ReactElement | null {
  const { texts, formats } = presentation;
  if (changes.length === 0) return null;
  const more = changes.length - CHANGES_AT_MOST;
  return (
    <div>
      <h4 className="bci-heading">{title}</h4>
      <ul className="bci-changes">
        {changes.slice(0, CHANGES_AT_MOST).map((change, index) => (
          <li key={index}>{changeWords(change, presentation)}</li>
        ))}
        {more > 0 && <li>{fill(texts('Details_More'), { count: formats.count(more) })}</li>}
      </ul>
    </div>
  );
}

function byDate(a: ScheduledChange, b: ScheduledChange): number {
  return (a.date ?? '') < (b.date ?? '') ? -1 : Number(a.date !== b.date);
}

function stockOf(locations: readonly LocationAvailability[], code: string | null): Stock | undefined {
  return code === null ? allLocations(locations) : locations.find((location) => location.code === code);
}

interface FiguresProps {
  readonly row: LineRow;
  readonly date: CalendarDate;
  readonly locations: readonly LocationAvailability[];
  readonly presentation: Presentation;
}

function ByLocation({ row, date, locations, presentation }: FiguresProps): React.ReactElement {
  const { texts, quantities, days } = presentation;
  const heading = `bci-locations-${row.line.id}`;
  return (
    <div>
      <h4 className="bci-heading" id={heading}>
        {fill(texts('Details_ByLocation'), { when: days.when(date) })}
      </h4>
      <LocationTable
        labelledBy={heading}
        rows={locationRows(locations, date)}
        all={availabilityFigures(allLocations(locations), date)}
        picked={row.shipment.locationCode}
        texts={texts}
        quantities={quantities}
      />
    </div>
  );
}

/** What a line's answer is made of: by location, what comes in and what others were promised. */
export function LineDetails(props: LineDetailsProps): React.ReactElement {
  const { row, presentation } = props;
  const { texts } = presentation;
  const { date, locationCode } = row.shipment;
  const availability = row.overview?.availability;
  const locations = availability?.kind === 'byLocation' ? availability.locations : noLocations;
  const schedule = [...(stockOf(locations, locationCode)?.schedule ?? [])].sort(byDate);
  return (
    <div className="bci-details">
      <p>{sentences(props).join(' ')}</p>
      <div className="bci-details-parts">
        <ByLocation row={row} date={date} locations={locations} presentation={presentation} />
        <Changes
          title={texts('Details_Receipts')}
          changes={schedule.filter(({ kind }) => isReceipt(kind))}
          presentation={presentation}
        />
        <Changes
          title={texts('Details_Requirements')}
          changes={schedule.filter(({ kind }) => !isReceipt(kind))}
          presentation={presentation}
        />
      </div>
    </div>
  );
}
