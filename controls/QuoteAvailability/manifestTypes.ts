/** The manifest's data set as a type. */
export interface Inputs {
  readonly lines: ComponentFramework.PropertyTypes.DataSet;
}

/** A control over a data set gives nothing back. */
export type Outputs = Readonly<Record<string, never>>;

export type ControlContext = ComponentFramework.Context<Inputs>;
