import * as React from 'react';
import { systemClock } from '../shared/clock';
import { isFormRecordSaved } from '../shared/formRecord';
import { LatestContext } from '../shared/latestContext';
import { textsOf } from '../shared/texts';
import { webApiItemReader } from '../shared/webApiItemReader';
import { webApiRefreshRequests } from '../shared/webApiRefreshRequests';
import { dataSetName, type TextKey } from './manifestNames';
import type { ControlContext, Inputs, Outputs } from './manifestTypes';
import { QuoteSession } from './quoteSession';
import { QuoteAvailabilityView } from './view/QuoteAvailabilityView';
import { viewProps } from './viewProps';

/** The control's life as the platform drives it. */
export class QuoteAvailability implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private readonly context = new LatestContext<Inputs>();
  private readonly texts = textsOf<TextKey>((key) => this.context.get().resources.getString(key));
  private session: QuoteSession | null = null;
  /** Always the same functions, so that lines need not be rendered anew; each asks the newest data set. */
  private readonly actions = {
    onRetry: (): void => this.session?.retry(this.context.get().parameters[dataSetName]),
    onOpen: (id: string): void => {
      const dataSet = this.context.get().parameters[dataSetName];
      const record = dataSet.records[id];
      if (record !== undefined) dataSet.openDatasetItem(record.getNamedReference());
    },
  };

  init(context: ControlContext): void {
    this.context.set(context);
    const webApi = (): ComponentFramework.WebApi => this.context.get().webAPI;
    this.session = new QuoteSession({
      items: webApiItemReader(webApi),
      requests: webApiRefreshRequests(webApi),
      clock: systemClock,
      isConnected: () => this.context.get().client.isNetworkAvailable(),
    });
    this.session.begin(context.parameters[dataSetName]);
  }

  updateView(context: ControlContext): React.ReactElement {
    this.context.set(context);
    const { session, texts } = this;
    if (session === null) throw new Error('updateView comes between init and destroy.');
    session.show(context.parameters[dataSetName], isFormRecordSaved(context.mode));
    return React.createElement(QuoteAvailabilityView, viewProps(context, session, texts, this.actions));
  }

  getOutputs(): Outputs {
    return {};
  }

  destroy(): void {
    this.session?.dispose();
    this.session = null;
  }
}
