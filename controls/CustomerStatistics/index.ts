import * as React from 'react';
import { systemClock } from '../shared/clock';
import { LatestContext } from '../shared/latestContext';
import { textsOf } from '../shared/texts';
import { webApiCustomerReader } from '../shared/webApiCustomerReader';
import { webApiRefreshRequests } from '../shared/webApiRefreshRequests';
import { customerLookup } from './customerLookup';
import { customerSession, type CustomerSession } from './customerSession';
import type { TextKey } from './manifestNames';
import type { ControlContext, Inputs, Outputs } from './manifestTypes';
import { CustomerStatisticsView } from './view/CustomerStatisticsView';
import { viewProps } from './viewProps';

/** The control's life as the platform drives it. */
export class CustomerStatistics implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private readonly context = new LatestContext<Inputs>();
  private readonly texts = textsOf<TextKey>((key) => this.context.get().resources.getString(key));
  private session: CustomerSession | null = null;
  private outputs: Outputs = {};
  private notifyOutputChanged: () => void = () => undefined;

  init(context: ControlContext, notifyOutputChanged?: () => void): void {
    this.context.set(context);
    this.notifyOutputChanged = notifyOutputChanged ?? this.notifyOutputChanged;
    const webApi = (): ComponentFramework.WebApi => this.context.get().webAPI;
    this.session = customerSession(webApiCustomerReader(webApi), {
      requests: webApiRefreshRequests(webApi),
      clock: systemClock,
      isConnected: () => this.context.get().client.isNetworkAvailable(),
    });
  }

  updateView(context: ControlContext): React.ReactElement {
    this.context.set(context);
    const { session, texts } = this;
    if (session === null) throw new Error('updateView comes between init and destroy.');
    session.show(customerLookup(context).subject);
    const props = viewProps(context, session, texts, () => void this.choose());
    return React.createElement(CustomerStatisticsView, props);
  }

  getOutputs(): Outputs {
    return this.outputs;
  }

  destroy(): void {
    this.session?.dispose();
    this.session = null;
  }

  private async choose(): Promise<void> {
    const chosen = await customerLookup(this.context.get()).choose();
    if (chosen === null || this.session === null) return;
    this.outputs = { customer: [chosen] };
    this.notifyOutputChanged();
  }
}
