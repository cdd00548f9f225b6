import React from 'react';
import { GridControl, type GridDescription } from './gridControl';

/** The grid controls of one open form by their names. */
export class FormGrids {
  private readonly controls = new Map<string, GridControl>();

  constructor(descriptions: readonly GridDescription[] = []) {
    for (const description of descriptions) this.register(description);
  }

  /** The control with the description's name: the same one however often a grid registers. */
  register(description: GridDescription): GridControl {
    const known = this.controls.get(description.name);
    if (known) return known;
    const control = new GridControl(description);
    this.controls.set(description.name, control);
    return control;
  }

  control(name: string): GridControl | undefined {
    return this.controls.get(name);
  }

  all(): readonly GridControl[] {
    return [...this.controls.values()];
  }
}

const FormGridsContext = React.createContext<FormGrids | undefined>(undefined);

/** Given by the form's page: subgrids below register their controls there. */
export const FormGridsProvider = FormGridsContext.Provider;

/** The grid control with this description on the form around; one of its own outside of any form. */
export function useGridControl({ name, table, relationship }: GridDescription): GridControl {
  const grids = React.useContext(FormGridsContext);
  return React.useMemo(() => {
    const description = { name, table, relationship };
    return grids ? grids.register(description) : new GridControl(description);
  }, [grids, name, table, relationship]);
}
