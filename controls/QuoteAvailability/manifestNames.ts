import type { ItemTextKey } from '../shared/itemTextKey';
import type { Texts } from '../shared/texts';
import type { LineAnswer } from '../../domain/quoteLine';

/** What ControlManifest.Input.xml names: nothing else in the code spells it. */
export const dataSetName = 'lines';

/** What a line's mark says; `pending` while its item is being read. */
export type MarkKind = LineAnswer['kind'] | 'pending';

/** Keys of strings/QuoteAvailability.*.resx, without those that only the form designer shows. */
export type TextKey =
  | ItemTextKey
  | `Mark_${MarkKind}`
  | 'Title'
  | 'Lines_One'
  | 'Lines_Other'
  | 'Announcement'
  | 'Empty'
  | 'Lacking_Title'
  | 'Lacking_Text'
  | 'Partial'
  | 'Column_Mark'
  | 'Column_Product'
  | 'Column_Quantity'
  | 'Column_Requested'
  | 'Column_AvailableThen'
  | 'Column_Details'
  | 'Details_Hide'
  | 'OpenLine'
  | 'TotalOnly_Text'
  | 'UnknownUnit_Text'
  | 'NotCoupled_Hint'
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
