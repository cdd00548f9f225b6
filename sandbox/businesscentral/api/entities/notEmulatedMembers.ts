import { notEmulated } from '../apiError';

/** Navigation properties that exist in the API and not here: to use one answers 501. */
export function absentNavigations(setName: string, names: readonly string[]) {
  return names.map((name) => ({
    name,
    open: () => {
      throw notEmulated(`the navigation property '${name}' of ${setName}`);
    },
  }));
}

/** Actions that exist in the API and not here: to call one answers 501. */
export function absentActions(names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        throw notEmulated(`the action Microsoft.NAV.${name}`);
      },
    ]),
  );
}
