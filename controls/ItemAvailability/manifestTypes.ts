/** The manifest's properties as types. */
export interface Inputs {
  readonly item: ComponentFramework.PropertyTypes.LookupProperty;
  readonly quantity: ComponentFramework.PropertyTypes.DecimalNumberProperty;
  readonly date: ComponentFramework.PropertyTypes.DateTimeProperty;
  readonly location: ComponentFramework.PropertyTypes.StringProperty;
}

export interface Outputs {
  item?: ComponentFramework.LookupValue[];
}

export type ControlContext = ComponentFramework.Context<Inputs>;
