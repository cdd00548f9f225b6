import type { FormType } from './components';

/** systemform.type of each form type. */
export const formTypes: Readonly<Record<FormType, number>> = {
  dashboard: 0,
  main: 2,
  mobile: 5,
  quick: 6,
  quickCreate: 7,
  dialog: 8,
  card: 11,
  mainInteractionCentric: 12,
};
