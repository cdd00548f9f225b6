import * as React from 'react';
import type { Quantity } from '../../../domain/quantity';
import { amountClass } from '../../shared/LocationTable';
import { documentWords } from '../../shared/scheduleWords';
import type { BalanceDay } from './balanceDays';
import type { Presentation } from './presentation';

interface BalanceTableProps {
  readonly onHand: Quantity;
  readonly days: readonly BalanceDay[];
  readonly presentation: Presentation;
}

/** The projected balance in words and numbers: every document with what it changes. */
export function BalanceTable({ onHand, days, presentation }: BalanceTableProps): React.ReactElement {
  const { texts, quantities, days: names } = presentation;
  return (
    // What can be scrolled can be reached with the keyboard.
    <div className="bci-scroll" tabIndex={0} role="group" aria-label={texts('Balance_Title')}>
      <table className="bci-table">
        <thead>
          <tr>
            {[texts('Balance_Date'), texts('Balance_Document'), texts('Balance_Change'), texts('Balance_Balance')].map(
              (heading, index) => (
                <th key={heading} scope="col" className={index > 1 ? 'bci-amount' : ''}>
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" colSpan={3}>
              {texts('OnHand')}
            </th>
            <td className={amountClass(onHand)}>{quantities.plain(onHand)}</td>
          </tr>
          {days
            .flatMap(({ entries }) => entries)
            .map((entry, index) => (
              <tr key={index}>
                <th scope="row">
                  {entry.change.date === null ? texts('Balance_Undated') : names.name(entry.change.date)}
                  {entry.overdue && <span className="bci-note">{texts('Balance_Overdue')}</span>}
                </th>
                <td className="bci-document">{documentWords(entry.change, texts)}</td>
                <td className="bci-amount">{quantities.change(entry.effect)}</td>
                <td className={amountClass(entry.balance)}>{quantities.plain(entry.balance)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
