import * as React from 'react';
import { systemClock } from '../shared/clock';
import { textsOf } from '../shared/texts';
import { webApiCustomerReader } from '../shared/webApiCustomerReader';
import { webApiRefreshRequests } from '../shared/webApiRefreshRequests';
import { customerLookup } from './customerLookup';
import { customerSession, type CustomerSession } from './customerSession';
import type { CustomerStatisticsTexts } from './manifestNames';
import type { ControlContext, Inputs, Outputs } from './manifestTypes';
import { CustomerStatisticsView } from './view/CustomerStatisticsView';
import { viewProps } from './viewProps';

interface Running {
  /** The newest: the platform hands over another one with every updateView, and the old one shows old values. */
  context: ControlContext;
  readonly texts: CustomerStatisticsTexts;
  readonly session: CustomerSession;
}

/** The control's life as the platform drives it. */
export class CustomerStatistics implements ComponentFramework.ReactControl<Inputs, Outputs> {
  /** From init to destroy. */
  #running: Running | null = null;
  #outputs: Outputs = {};
  #notifyOutputChanged = (): void => undefined;

  init(context: ControlContext, notifyOutputChanged = this.#notifyOutputChanged): void {
    this.#notifyOutputChanged = notifyOutputChanged;
    const webApi = (): ComponentFramework.WebApi => running.context.webAPI;
    const running: Running = {
      context,
      texts: textsOf((key) => running.context.resources.getString(key)),
      session: customerSession(webApiCustomerReader(webApi), {
        requests: webApiRefreshRequests(webApi),
        clock: systemClock,
        isConnected: () => running.context.client.isNetworkAvailable(),
      }),
    };
    this.#running = running;
  }

  updateView(context: ControlContext): React.ReactElement {
    const running = this.#running;
    if (running === null) throw new Error('updateView comes between init and destroy.');
    running.context = context;
    const { session, texts } = running;
    session.show(customerLookup(context).subject);
    return React.createElement(
      CustomerStatisticsView,
      viewProps(context, session, texts, () => void this.#choose(running)),
    );
  }

  getOutputs(): Outputs {
    return this.#outputs;
  }

  destroy(): void {
    this.#running?.session.dispose();
    this.#running = null;
  }

  async #choose(running: Running): Promise<void> {
    const chosen = await customerLookup(running.context).choose();
    if (chosen === null || this.#running === null) return;
    this.#outputs = { customer: [chosen] };
    this.#notifyOutputChanged();
  }
}
