import * as React from 'react';
import { isReceipt, type Stock } from '../../../domain/projectedBalance';
import { documentWords } from '../../shared/scheduleWords';
import { fill } from '../../shared/texts';
import { Banner } from './Banner';
import { listWords } from './listWords';
import type { Presentation } from './presentation';

interface OverdueReceiptsProps {
  readonly stock: Stock;
  readonly unit: string;
  readonly presentation: Presentation;
}

/** Business Central counts what should have come already as if it had: a seller had better ask before promising it. */
export function OverdueReceipts({ stock, unit, presentation }: OverdueReceiptsProps): React.ReactElement | null {
  const { texts, quantities, days } = presentation;
  const words = stock.schedule
    .filter(({ kind, date }) => isReceipt(kind) && (date ?? '') < days.today)
    .map((change) =>
      fill(change.date === null ? texts('Overdue_Undated') : texts('Overdue_Item'), {
        quantity: quantities.inUnit(change.quantity, unit),
        document: documentWords(change, texts),
        day: change.date === null ? '' : days.when(change.date),
      }),
    );
  if (words.length === 0) return null;
  return <Banner isQuiet title={texts('Overdue_Title')} text={`${listWords(words, presentation)}.`} />;
}
