import { CUSTOMER_ID, customerRow } from '../dataverse/customerRows';
import { FakePlatform } from '../controls/fakePlatform';
import { stringsOf } from '../controls/resxStrings';

/** Runs in the browser: what a form does with a control, and a plain table of the same figures beside it. */

/** A virtual control, whatever its inputs are. */
interface Control {
  readonly init: (context: unknown, notifyOutputChanged: () => void) => void;
  readonly updateView: (context: unknown) => unknown;
  readonly destroy: () => void;
}

interface Libraries {
  readonly createElement: (type: string, props: object | null, ...children: unknown[]) => unknown;
  readonly render: (element: unknown, container: Element) => void;
  readonly unmount: (container: Element) => void;
}

export interface Sample {
  readonly mountMilliseconds: number;
  readonly updateMilliseconds: number;
}

export interface ControlBench {
  /** Time of one mount and of one update, averaged over `times`. */
  control(times: number): Promise<Sample>;
  table(times: number): Promise<Sample>;
  requests(updates: number): Promise<Requests>;
}

/** How often the control asks the Web API. */
export interface Requests {
  readonly toShow: number;
  /** In all updates of an unchanged record. */
  readonly toUpdate: number;
}

/** Something that can be shown in a container. */
interface Shown {
  readonly requests: () => number;
  mount(container: Element): Promise<void>;
  update(container: Element): void;
  unmount(container: Element): void;
}

function controlShown(create: () => Control, strings: ReadonlyMap<string, string>, libraries: Libraries): () => Shown {
  return () => {
    const platform = new FakePlatform({ strings, customerId: CUSTOMER_ID, answer: () => customerRow() });
    const control = create();
    const render = (container: Element): void => {
      libraries.render(control.updateView(platform.context()), container);
    };
    return {
      requests: () => platform.requests.length,
      mount: async (container) => {
        control.init(platform.context(), () => undefined);
        render(container);
        // The answer is there already: only turns of the microtask queue pass, no time.
        for (let turn = 0; turn < 20 && !container.querySelector('table'); turn += 1) await Promise.resolve();
        if (!container.querySelector('table')) throw new Error('The control shows no figures.');
      },
      update: render,
      unmount: (container) => {
        control.destroy();
        libraries.unmount(container);
      },
    };
  };
}

/** The same words and figures without any meaning: what a browser needs at the very least. */
function tableShown(texts: readonly string[], { createElement, render, unmount }: Libraries): () => Shown {
  return () => {
    let version = 0;
    const show = (container: Element): void => {
      version += 1;
      const rows = texts.map((text, key) =>
        createElement('tr', { key }, createElement('th', null, key), createElement('td', { title: version }, text)),
      );
      render(createElement('table', null, createElement('tbody', null, ...rows)), container);
    };
    return {
      requests: () => 0,
      mount: (container) => {
        show(container);
        return Promise.resolve();
      },
      update: show,
      unmount,
    };
  };
}

async function sample(create: () => Shown, times: number): Promise<Sample> {
  let [mountMilliseconds, updateMilliseconds] = [0, 0];
  for (let time = 0; time < times; time += 1) {
    const container = document.body.appendChild(document.createElement('div'));
    const begin = performance.now();
    const shown = create();
    await shown.mount(container);
    const mounted = performance.now();
    shown.update(container);
    const updated = performance.now();
    shown.unmount(container);
    container.remove();
    mountMilliseconds += (mounted - begin) / times;
    updateMilliseconds += (updated - mounted) / times;
  }
  return { mountMilliseconds, updateMilliseconds };
}

/** Every text that the control shows, one for each element that holds one. */
async function shownTexts(create: () => Shown): Promise<readonly string[]> {
  const container = document.body.appendChild(document.createElement('div'));
  const shown = create();
  await shown.mount(container);
  const texts = Array.from(container.querySelectorAll('*'))
    .filter((element) => Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE))
    .map((element) => element.textContent);
  shown.unmount(container);
  container.remove();
  return texts;
}

async function countRequests(create: () => Shown, updates: number): Promise<Requests> {
  const container = document.body.appendChild(document.createElement('div'));
  const shown = create();
  await shown.mount(container);
  const toShow = shown.requests();
  for (let update = 0; update < updates; update += 1) shown.update(container);
  const toUpdate = shown.requests() - toShow;
  shown.unmount(container);
  container.remove();
  return { toShow, toUpdate };
}

/** @param resx text of the control's resource file */
export async function controlBench(create: () => Control, resx: string, libraries: Libraries): Promise<ControlBench> {
  const control = controlShown(create, stringsOf(resx), libraries);
  const table = tableShown(await shownTexts(control), libraries);
  return {
    control: (times) => sample(control, times),
    table: (times) => sample(table, times),
    requests: (updates) => countRequests(control, updates),
  };
}
