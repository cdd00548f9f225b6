import type { ItemTextKey } from '../shared/itemTextKey';
import type { Texts } from '../shared/texts';

/** What ControlManifest.Input.xml names: nothing else in the code spells these. */
export const boundProperty = 'item';

/** Keys of strings/ItemAvailability.*.resx, without those that only the form designer shows. */
export type TextKey =
  | ItemTextKey
  | 'ItemAvailability_Display'
  | 'Announcement'
  | 'Removed_Text'
  | 'Blocked_Text'
  | 'Overdue_Title'
  | 'Overdue_Item'
  | 'Overdue_Undated'
  | 'More'
  | 'TotalOnly_Title'
  | 'TotalOnly_Text'
  | 'Unknown_Title'
  | 'Unknown_Text'
  | 'Answer_Now'
  | 'Answer_None'
  | 'Answer_Only'
  | 'Answer_More'
  | 'Answer_Later'
  | 'Answer_NoMore'
  | 'Answer_Promised'
  | 'Answer_In'
  | 'Try_Title'
  | 'Try_Quantity'
  | 'Try_Date'
  | 'Try_Location'
  | 'Try_BadQuantity'
  | 'Try_BadDate'
  | 'Try_enough'
  | 'Try_enoughTogether'
  | 'Try_later'
  | 'Try_laterTogether'
  | 'Try_short'
  | 'Try_shortOrdered'
  | 'Locations_Title'
  | 'Locations_Transfers'
  | 'Balance_Title'
  | 'Balance_Days'
  | 'Balance_Day'
  | 'Balance_Changes'
  | 'Balance_Asked'
  | 'Balance_Show'
  | 'Balance_Hide'
  | 'Balance_Date'
  | 'Balance_Document'
  | 'Balance_Change'
  | 'Balance_Balance'
  | 'Balance_Undated'
  | 'Balance_Overdue';

export type ItemAvailabilityTexts = Texts<TextKey>;
