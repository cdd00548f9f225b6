import * as React from 'react';
import { LatestContext } from '../shared/latestContext';
import { textsOf } from '../shared/texts';
import type { TextKey } from './manifestNames';
import type { ControlContext, Inputs, Outputs } from './manifestTypes';

/** The control's life as the platform drives it. */
export class QuoteAvailability implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private readonly context = new LatestContext<Inputs>();
  private readonly texts = textsOf<TextKey>((key) => this.context.get().resources.getString(key));

  init(context: ControlContext): void {
    this.context.set(context);
  }

  updateView(context: ControlContext): React.ReactElement {
    this.context.set(context);
    return React.createElement('p', null, this.texts('Loading'));
  }

  getOutputs(): Outputs {
    return {};
  }

  destroy(): void {
    this.context.get();
  }
}
