import * as React from 'react';
import { systemClock } from '../shared/clock';
import { isFormRecordSaved } from '../shared/formRecord';
import { itemViewProps } from '../shared/itemViewProps';
import { LatestContext } from '../shared/latestContext';
import { fill, textsOf } from '../shared/texts';
import { webApiItemReader } from '../shared/webApiItemReader';
import { webApiRefreshRequests } from '../shared/webApiRefreshRequests';
import { PAGE_SIZE } from './linePages';
import { dataSetName, type TextKey } from './manifestNames';
import type { ControlContext, Inputs, Outputs } from './manifestTypes';
import { quoteSession, type QuoteSession } from './quoteSession';
import { QuoteAvailabilityView } from './view/QuoteAvailabilityView';

/** The control's life as the platform drives it. */
export class QuoteAvailability implements ComponentFramework.ReactControl<Inputs, Outputs> {
  readonly #context = new LatestContext<Inputs>();
  readonly #texts = textsOf<TextKey>((key) => this.#context.get().resources.getString(key));
  #session: QuoteSession | null = null;

  init(context: ControlContext): void {
    this.#context.set(context);
    const webApi = (): ComponentFramework.WebApi => this.#context.get().webAPI;
    this.#session = quoteSession(
      webApiItemReader(webApi),
      {
        requests: webApiRefreshRequests(webApi),
        clock: systemClock,
        isConnected: () => this.#context.get().client.isNetworkAvailable(),
      },
      (columns) => fill(this.#texts('Lacking'), { columns }),
    );
    // The size holds for what is loaded from then on.
    const { paging } = context.parameters[dataSetName];
    if (paging.pageSize < PAGE_SIZE) paging.setPageSize(PAGE_SIZE);
  }

  updateView(context: ControlContext): React.ReactElement {
    this.#context.set(context);
    const session = this.#session;
    if (session === null) throw new Error('updateView comes between init and destroy.');
    session.show(context.parameters[dataSetName], isFormRecordSaved(context.mode));
    // Lines that are not rendered anew keep these: they ask the newest data set.
    const dataSet = (): Inputs[typeof dataSetName] => this.#context.get().parameters[dataSetName];
    return React.createElement(QuoteAvailabilityView, {
      ...itemViewProps(context, this.#texts),
      session,
      texts: this.#texts,
      label: this.#texts('QuoteAvailability_Display'),
      onChoose: null,
      onRetry: () => {
        session.retry(dataSet());
      },
      onOpen: (id) => {
        const record = dataSet().records[id];
        if (record !== undefined) dataSet().openDatasetItem(record.getNamedReference());
      },
    });
  }

  getOutputs(): Outputs {
    return {};
  }

  destroy(): void {
    this.#session?.reading.dispose();
    this.#session = null;
  }
}
