/** The manifest's properties as types. */
export interface Inputs {
  readonly customer: ComponentFramework.PropertyTypes.LookupProperty;
}

export interface Outputs {
  customer?: ComponentFramework.LookupValue[];
}

export type ControlContext = ComponentFramework.Context<Inputs>;
