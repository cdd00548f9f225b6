import type { RefreshState } from './refreshing';
import type { StateTextKey } from './stateTextKey';
import { fill, type Texts } from './texts';

/** What came of a refresh, in one sentence; '' while there is nothing to say. */
export function refreshWords(state: RefreshState, texts: Texts<StateTextKey>): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'busy':
      return texts('Refresh_Busy');
    case 'done':
      return texts('Refresh_Done');
    case 'stillWorking':
      return texts('Refresh_StillWorking');
    case 'forbidden':
      return texts('Refresh_Forbidden');
    case 'offline':
      return texts('Refresh_Offline');
    case 'failed':
      return state.message === null
        ? texts('Refresh_Failed')
        : fill(texts('Refresh_FailedBecause'), { message: state.message });
  }
}
