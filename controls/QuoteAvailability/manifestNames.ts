import type { ItemTextKey } from '../shared/itemTextKey';
import type { Texts } from '../shared/texts';
import type { LineAnswer } from '../../domain/quoteLine';

/** What ControlManifest.Input.xml names: nothing else in the code spells it. */
export const dataSetName = 'lines';

/** What a line's mark says; `pending` while its item is being read. */
export type MarkKind = LineAnswer['kind'] | 'pending';

/** Columns of the table, in their order; a last one opens the details. */
export const columnNames = ['mark', 'product', 'quantity', 'requested', 'location', 'available'] as const;
export type ColumnName = (typeof columnNames)[number];

/** Keys of strings/QuoteAvailability.*.resx, without those that only the form designer shows. */
export type TextKey =
  | ItemTextKey
  | `Mark_${MarkKind}`
  | 'Title'
  | 'Lines_One'
  | 'Lines_Other'
  | 'Lacking'
  | 'Partial'
  | 'Refresh_AtMost'
  | `Column_${ColumnName}`
  | 'Details'
  | 'Details_Hide'
  | 'Requested_Today'
  | 'Details_Have'
  | 'Details_PromisedLater'
  | 'Details_Shared'
  | 'Details_Alternative'
  | 'Details_NoReceipts'
  | 'Details_ByLocation'
  | 'Details_Receipts'
  | 'Details_Requirements'
  | 'Details_More'
  | 'Change'
  | 'Change_Undated'
  | 'Change_Overdue'
  | 'Summary_Complete'
  | 'Summary_Complete_From'
  | 'Summary_Complete_Several'
  | 'Summary_Short'
  | 'Summary_Short_None'
  | 'Summary_Short_Some'
  | 'Summary_Short_Several'
  | 'Summary_Rest'
  | 'Summary_Instead_From'
  | 'Summary_Instead_Several'
  | 'Summary_Unanswered_One'
  | 'Summary_Unanswered_Other'
  | 'Summary_NoStock'
  | 'Summary_NothingCoupled'
  | 'QuoteAvailability_Display';

export type QuoteAvailabilityTexts = Texts<TextKey>;
