import * as React from 'react';
import { systemClock } from '../shared/clock';
import { Formats } from '../shared/formats';
import { LatestContext } from '../shared/latestContext';
import { mayAskForRefresh } from '../shared/privileges';
import { textsOf } from '../shared/texts';
import { themeTokens } from '../shared/themeTokens';
import { webApiCustomerReader } from '../shared/webApiCustomerReader';
import { webApiRefreshRequests } from '../shared/webApiRefreshRequests';
import { chooseCustomer } from './chooseCustomer';
import { CustomerSession } from './customerSession';
import { customerSubject, mayChooseCustomer } from './customerSubject';
import type { CustomerStatisticsTexts } from './manifestNames';
import type { ControlContext, Inputs, Outputs } from './manifestTypes';
import { CustomerStatisticsView } from './view/CustomerStatisticsView';

/** The control's life as the platform drives it. */
export class CustomerStatistics implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private readonly context = new LatestContext<Inputs>();
  private session: CustomerSession | null = null;
  private texts: CustomerStatisticsTexts | null = null;
  private outputs: Outputs = {};
  private notifyOutputChanged: () => void = () => undefined;

  init(context: ControlContext, notifyOutputChanged?: () => void): void {
    this.context.set(context);
    this.notifyOutputChanged = notifyOutputChanged ?? this.notifyOutputChanged;
    this.texts = textsOf((key) => this.context.get().resources.getString(key));
    const webApi = (): ComponentFramework.WebApi => this.context.get().webAPI;
    this.session = new CustomerSession({
      customers: webApiCustomerReader(webApi),
      requests: webApiRefreshRequests(webApi),
      clock: systemClock,
      isConnected: () => this.context.get().client.isNetworkAvailable(),
    });
  }

  updateView(context: ControlContext): React.ReactElement {
    this.context.set(context);
    const { session, texts } = this;
    if (session === null || texts === null) throw new Error('updateView comes after init.');
    session.show(customerSubject(context));
    return React.createElement(CustomerStatisticsView, {
      session,
      texts,
      formats: new Formats(context.formatting, context.userSettings, texts('LanguageTag')),
      tokens: themeTokens(context.fluentDesignLanguage),
      isRightToLeft: context.userSettings.isRTL,
      mayRefresh: mayAskForRefresh(context.utils),
      onChoose: mayChooseCustomer(context) ? () => void this.choose() : null,
      links: {
        opensThroughPlatform: context.client.getClient() === 'Mobile',
        open: (address) => context.navigation.openUrl(address),
      },
    });
  }

  getOutputs(): Outputs {
    return this.outputs;
  }

  destroy(): void {
    this.session?.dispose();
    this.session = null;
  }

  private async choose(): Promise<void> {
    const chosen = await chooseCustomer(this.context.get());
    if (chosen === null || this.session === null) return;
    this.outputs = { customer: [chosen] };
    this.notifyOutputChanged();
  }
}
