import type { RefreshState } from './refreshState';
import type { StateTextKey } from './stateTextKey';
import { fill, type Texts } from './texts';

/** What came of a refresh, in one sentence; '' while there is nothing to say. */
export function refreshWords(state: RefreshState, texts: Texts<StateTextKey>): string {
  if (state.kind === 'idle') return '';
  if (state.kind === 'failed' && state.message !== null) {
    return fill(texts('Refresh_FailedBecause'), { message: state.message });
  }
  return texts(`Refresh_${state.kind}`);
}
