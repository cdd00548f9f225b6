import * as React from 'react';
import type { CustomerStatistics, FigureName } from '../../../domain/customerStatistics';
import { presentFigure, type Presentation } from './presentation';

interface CompositionProps {
  readonly statistics: CustomerStatistics;
  readonly presentation: Presentation;
}

interface RowProps extends CompositionProps {
  readonly label: string;
  readonly name: FigureName;
}

function Row({ label, name, statistics, presentation }: RowProps): React.ReactElement {
  const figure = presentFigure(statistics, name, presentation, true);
  return (
    <tr>
      <th scope="row">
        {label}
        {figure.note !== '' && <span className="bci-note">{figure.note}</span>}
      </th>
      <td className={figure.value === null ? 'bci-amount bci-unavailable' : 'bci-amount'}>{figure.text}</td>
    </tr>
  );
}

/** The parts of the total, in the order and under the names of Business Central's Customer Statistics. */
export function Composition({ statistics, presentation }: CompositionProps): React.ReactElement {
  const { texts } = presentation;
  const row = { statistics, presentation };
  return (
    <div className="bci-composition">
      <h4 className="bci-heading">
        {texts('Composition_Title')} <span className="bci-muted">{statistics.localCurrencyCode}</span>
      </h4>
      <table className="bci-table">
        <tbody>
          <Row {...row} label={texts('Balance')} name="balance" />
          <Row {...row} label={texts('OutstandingOrders')} name="outstandingOrders" />
          <Row {...row} label={texts('ShippedNotInvoiced')} name="shippedNotInvoiced" />
          <Row {...row} label={texts('OutstandingInvoices')} name="outstandingInvoices" />
        </tbody>
        <tfoot>
          <Row {...row} label={texts('Total')} name="total" />
        </tfoot>
      </table>
      <p className="bci-hint">{texts('Prepayments_Note')}</p>
    </div>
  );
}
