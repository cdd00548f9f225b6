import * as React from 'react';
import { systemClock } from '../shared/clock';
import { LatestContext } from '../shared/latestContext';
import { textsOf } from '../shared/texts';
import { webApiItemReader } from '../shared/webApiItemReader';
import { webApiRefreshRequests } from '../shared/webApiRefreshRequests';
import { itemLookup } from './itemLookup';
import { itemSession, type ItemSession } from './itemSession';
import type { TextKey } from './manifestNames';
import type { ControlContext, Inputs, Outputs } from './manifestTypes';
import { ItemAvailabilityView } from './view/ItemAvailabilityView';
import { viewProps } from './viewProps';

/** The control's life as the platform drives it. */
export class ItemAvailability implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private readonly context = new LatestContext<Inputs>();
  private readonly texts = textsOf<TextKey>((key) => this.context.get().resources.getString(key));
  private session: ItemSession | null = null;
  private outputs: Outputs = {};
  private notifyOutputChanged: () => void = () => undefined;

  init(context: ControlContext, notifyOutputChanged?: () => void): void {
    this.context.set(context);
    this.notifyOutputChanged = notifyOutputChanged ?? this.notifyOutputChanged;
    const webApi = (): ComponentFramework.WebApi => this.context.get().webAPI;
    this.session = itemSession(webApiItemReader(webApi), {
      requests: webApiRefreshRequests(webApi),
      clock: systemClock,
      isConnected: () => this.context.get().client.isNetworkAvailable(),
    });
  }

  updateView(context: ControlContext): React.ReactElement {
    this.context.set(context);
    const { session, texts } = this;
    if (session === null) throw new Error('updateView comes between init and destroy.');
    session.show(itemLookup(context).subject);
    return React.createElement(
      ItemAvailabilityView,
      viewProps(context, session, texts, () => void this.choose()),
    );
  }

  getOutputs(): Outputs {
    return this.outputs;
  }

  destroy(): void {
    this.session?.dispose();
    this.session = null;
  }

  private async choose(): Promise<void> {
    const chosen = await itemLookup(this.context.get()).choose();
    if (chosen === null || this.session === null) return;
    this.outputs = { item: [chosen] };
    this.notifyOutputChanged();
  }
}
