import type { ScheduleKind } from '../../domain/itemAvailability';
import type { DayTextKey } from './days';
import type { StateTextKey } from './stateTextKey';

/** Keys of the texts that every control about items needs. */
export type ItemTextKey =
  | StateTextKey
  | DayTextKey
  | `Schedule_${ScheduleKind}`
  | 'Schedule_Document'
  | 'Schedule_Several'
  | 'Open'
  | 'OpensInNewTab'
  | 'Location'
  | 'Location_Blank'
  | 'Location_All'
  | 'Location_InTransit'
  | 'OnHand'
  | 'Promised'
  | 'Incoming'
  | 'Available'
  | 'Blocked'
  | 'Removed'
  | 'NotStocked_service'
  | 'NotStocked_nonInventory'
  | 'NotCounted'
  | 'Reason_permissionDenied'
  | 'Reason_readFailed'
  | 'Reason_sourceMissing'
  | 'Reason_outOfRange'
  | 'Reason_partMissing'
  | 'Reason_exchangeRateMissing';
