import * as React from 'react';
import type { Stock } from '../../../domain/projectedBalance';
import type { Quantity } from '../../../domain/quantity';
import { BalanceChart } from './BalanceChart';
import { balanceDays } from './balanceDays';
import { BalanceTable } from './BalanceTable';
import type { Presentation } from './presentation';

interface BalanceProps {
  readonly stock: Stock;
  /** Name of the location; '' for all of them. */
  readonly where: string;
  readonly asked: Quantity | null;
  readonly presentation: Presentation;
}

/** What is to come: as a chart, and as a table for those who do not see charts. */
export function Balance({ stock, where, asked, presentation }: BalanceProps): React.ReactElement {
  const { texts } = presentation;
  const [isOpen, setOpen] = React.useState(false);
  const parts = { onHand: stock.inventory, days: balanceDays(stock, presentation.days.today), presentation };
  return (
    <div>
      <h4 className="bci-heading">
        {texts('Balance_Title')} <span className="bci-muted">{where}</span>
      </h4>
      <BalanceChart asked={asked} {...parts} />
      <button
        type="button"
        className="bci-link"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {isOpen ? texts('Balance_Hide') : texts('Balance_Show')}
      </button>
      {isOpen && <BalanceTable {...parts} />}
    </div>
  );
}
