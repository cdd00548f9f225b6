import * as React from 'react';
import { availabilityFigures } from '../../../domain/availabilityFigures';
import type { LocationAvailability, ScheduledChange } from '../../../domain/itemAvailability';
import { allLocations, isReceipt, noStock } from '../../../domain/projectedBalance';
import { subtractQuantities, ZERO } from '../../../domain/quantity';
import type { LineAnswer, StockAnswer } from '../../../domain/quoteLine';
import { locationName } from '../../shared/LocationTable';
import { documentWords } from '../../shared/scheduleWords';
import { fill } from '../../shared/texts';
import { locationsOf, type LineRow } from '../lineRow';
import { joined, type Presentation } from './presentation';

/** More of a kind are only counted. */
const CHANGES_AT_MOST = 6;

type AnswerOfStock = Extract<LineAnswer, StockAnswer>;

interface LineDetailsProps {
  readonly row: LineRow;
  readonly answer: AnswerOfStock;
  readonly presentation: Presentation;
}

/** How much there is, what of it is promised, what comes and who else has it. */
function sentences({ row, answer, presentation }: LineDetailsProps): string {
  const { texts, quantities, days } = presentation;
  const { available, availableToPromise } = answer;
  const when = days.when(row.shipment.date);
  const alternative = answer.kind === 'enough' ? null : answer.alternative;
  const promisable = availableToPromise > 0 ? availableToPromise : ZERO;
  return joined(
    fill(texts('Details_Have'), { quantity: quantities.inUnit(available, row.overview?.item.baseUnit ?? ''), when }),
    available > promisable &&
      fill(texts('Details_PromisedLater'), { quantity: quantities.plain(subtractQuantities(available, promisable)) }),
    answer.kind === 'short' && !answer.isMoreOnOrder && texts('Details_NoReceipts'),
    alternative &&
      fill(texts('Details_Alternative'), {
        location: locationName(alternative, texts),
        when,
        quantity: quantities.plain(alternative.available),
      }),
    row.sharesStock && texts('Details_Shared'),
  );
}

const headings = ['Location', 'OnHand', 'Promised', 'Incoming', 'Available'] as const;

function placeWords(location: LocationAvailability, { texts }: Presentation): string {
  const name = locationName(location, texts);
  return location.isInTransit ? `${name} (${texts('Location_InTransit')})` : name;
}

function changeWords(change: ScheduledChange, { texts, quantities, days }: Presentation): string {
  const { date, quantity } = change;
  return fill(texts(date !== null && date < days.today ? 'Change_Overdue' : 'Change'), {
    quantity: quantities.plain(quantity),
    when: date === null ? texts('Change_Undated') : days.when(date),
    document: documentWords(change, texts),
  });
}

/** What a line's answer is made of: by location, what comes in and what others were promised. */
export function LineDetails(props: LineDetailsProps): React.ReactElement {
  const { row, presentation } = props;
  const { texts, formats, quantities, days } = presentation;
  const { date, locationCode } = row.shipment;
  const locations = locationsOf(row.overview);
  const all = allLocations(locations);
  const { schedule } = locationCode === null ? all : (locations.find(({ code }) => code === locationCode) ?? noStock);
  const byDate = [...schedule].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : Number(a.date !== b.date)));
  const heading = `bci-locations-${row.id}`;
  return (
    <>
      <p>{sentences(props)}</p>
      <div className="bci-details-parts">
        <div>
          <h4 id={heading}>{fill(texts('Details_ByLocation'), { when: days.when(date) })}</h4>
          <table className="bci-table bci-locations" aria-labelledby={heading}>
            <thead>
              <tr>
                {headings.map((key) => (
                  <th key={key} scope="col">
                    {texts(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...locations, null].map((location, place) => {
                const { onHand, promised, incoming, available } = availabilityFigures(location ?? all, date);
                return (
                  <tr key={place} className={location?.code === locationCode ? 'bci-picked' : undefined}>
                    <th scope="row">{location ? placeWords(location, presentation) : texts('Location_All')}</th>
                    {[onHand, promised, incoming, available].map((quantity, column) => (
                      <td key={column}>{quantities.plain(quantity)}</td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        {(['Details_Receipts', 'Details_Requirements'] as const).map((title, index) => {
          const changes = byDate.filter(({ kind }) => isReceipt(kind) === (index === 0));
          const shown = changes.slice(0, CHANGES_AT_MOST).map((change) => changeWords(change, presentation));
          const more = changes.length - shown.length;
          return (
            changes.length > 0 && (
              <div key={title}>
                <h4>{texts(title)}</h4>
                <ul>
                  {shown.map((words, place) => (
                    <li key={place}>{words}</li>
                  ))}
                  {more > 0 && <li>{fill(texts('Details_More'), { count: formats.count(more) })}</li>}
                </ul>
              </div>
            )
          );
        })}
      </div>
    </>
  );
}
