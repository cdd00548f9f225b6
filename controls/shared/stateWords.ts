import type { Formats } from './formats';
import type { ReadState } from './readState';
import type { StateTextKey } from './stateTextKey';
import { fill, type Texts } from './texts';

export interface StateWords {
  readonly title: string;
  /** '' where the title says it all. */
  readonly text: string;
}

/** A state in which there are no figures to show. */
export type StateWithoutFigures = Exclude<ReadState<never>, { kind: 'ready' }>;

/**
 * What a state says.
 * @param mayChoose whether this user may choose the record here
 */
export function stateWords(
  state: StateWithoutFigures,
  texts: Texts<StateTextKey>,
  formats: Formats,
  mayChoose: boolean,
): StateWords {
  const { kind } = state;
  if (kind === 'loading') return { title: texts('Loading'), text: state.slow ? texts('LoadingSlow') : '' };
  if (kind === 'forbidden') return { title: texts('forbidden_Title'), text: texts(`forbidden_${state.by}`) };
  const name = kind === 'notCoupled' && state.missing ? 'missing' : kind;
  const text = texts(kind === 'notCoupled' && !mayChoose ? 'notCoupled_ReadOnly' : `${name}_Text`);
  return {
    title: texts(`${name}_Title`),
    text: fill(text, {
      time: kind === 'throttled' ? formats.time(state.retryAt) : '',
      reference: kind === 'failed' ? state.reference : '',
    }),
  };
}
