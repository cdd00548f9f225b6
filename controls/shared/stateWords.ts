import type { Formats } from './formats';
import type { ReadState } from './readState';
import type { StateTextKey } from './stateTextKey';
import { fill, type Texts } from './texts';

export interface StateWords {
  readonly title: string;
  readonly text: string;
  readonly action: 'tryAgain' | 'choose' | null;
}

/** A state in which there are no figures to show. */
export type StateWithoutFigures = Exclude<ReadState<never>, { kind: 'ready' }>;

/**
 * What a state says and which step it offers.
 * @param mayChoose whether this user may choose the record here
 */
export function stateWords(
  state: StateWithoutFigures,
  texts: Texts<StateTextKey>,
  formats: Formats,
  mayChoose: boolean,
): StateWords {
  switch (state.kind) {
    case 'loading':
      return { title: texts('Loading'), text: state.slow ? texts('LoadingSlow') : '', action: null };
    case 'notCoupled': {
      const title = state.missing ? texts('Missing_Title') : texts('NotCoupled_Title');
      if (!mayChoose) return { title, text: texts('NotCoupled_ReadOnly'), action: null };
      return { title, text: state.missing ? texts('Missing_Text') : texts('NotCoupled_Text'), action: 'choose' };
    }
    case 'notSaved':
      return { title: texts('NotSaved_Title'), text: texts('NotSaved_Text'), action: null };
    case 'forbidden':
      return {
        title: texts('Forbidden_Title'),
        text: state.by === 'role' ? texts('Forbidden_Role') : texts('Forbidden_Column'),
        action: null,
      };
    case 'offline':
      return { title: texts('Offline_Title'), text: texts('Offline_Text'), action: 'tryAgain' };
    case 'throttled':
      return {
        title: texts('Throttled_Title'),
        text: fill(texts('Throttled_Text'), { time: formats.time(state.retryAt) }),
        action: 'tryAgain',
      };
    case 'failed':
      return {
        title: texts('Failed_Title'),
        text: fill(texts('Failed_Text'), { reference: state.reference }),
        action: 'tryAgain',
      };
  }
}
