import { stringsOf } from '../controls/resxStrings';
import { scenes, type Scene, type SceneName } from './controlScenes';

/** Runs in the browser: what a form does with a control, and a plain table of the same cells beside it. */

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
  /** In all updates of the same record. */
  readonly toUpdate: number;
}

/** Something that can be shown in a container. */
interface Shown {
  readonly requests: () => number;
  /** What the platform does before an update. */
  prepareUpdate(): void;
  mount(container: Element): Promise<void>;
  update(container: Element): void;
  unmount(container: Element): void;
}

function isReady(container: Element): boolean {
  return (
    container.querySelector('.bci-control') !== null && container.querySelector('.bci-state[aria-busy="true"]') === null
  );
}

function controlShown(create: () => Control, scene: () => Scene, libraries: Libraries): () => Shown {
  return () => {
    const { context, requests, edit } = scene();
    let control: Control | null = null;
    // The platform hands over objects that it has: they are made outside of what is measured.
    let next = context();
    const render = (container: Element): void => {
      libraries.render(control?.updateView(next), container);
    };
    return {
      requests,
      mount: async (container) => {
        control = create();
        control.init(next, () => undefined);
        render(container);
        // The answer is there already: only turns of the microtask queue pass, no time.
        for (let turn = 0; turn < 30 && !isReady(container); turn += 1) await Promise.resolve();
        if (!isReady(container)) throw new Error('The control shows no figures.');
      },
      prepareUpdate: () => {
        edit();
        next = context();
      },
      update: render,
      unmount: (container) => {
        control?.destroy();
        libraries.unmount(container);
      },
    };
  };
}

/** The same cells without any meaning: what a browser needs at the very least. */
function tableShown(rows: readonly (readonly string[])[], { createElement, render, unmount }: Libraries): () => Shown {
  return () => {
    let version = 0;
    const show = (container: Element): void => {
      version += 1;
      const shown = rows.map((cells, key) =>
        createElement('tr', { key }, ...cells.map((text) => createElement('td', { title: version }, text))),
      );
      render(createElement('table', null, createElement('tbody', null, ...shown)), container);
    };
    return {
      requests: () => 0,
      prepareUpdate: () => undefined,
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
  // The platform hands over what it has: that is made before anything is measured.
  const prepared = Array.from({ length: times }, create);
  for (const shown of prepared) {
    const container = document.body.appendChild(document.createElement('div'));
    const begin = performance.now();
    await shown.mount(container);
    const mounted = performance.now();
    shown.prepareUpdate();
    const beginUpdate = performance.now();
    shown.update(container);
    const updated = performance.now();
    shown.unmount(container);
    container.remove();
    mountMilliseconds += (mounted - begin) / times;
    updateMilliseconds += (updated - beginUpdate) / times;
  }
  return { mountMilliseconds, updateMilliseconds };
}

/** A control that is one table: its rows with their cells. Another one: a row for each element that holds a text. */
function plainRows(container: Element): readonly (readonly string[])[] {
  const rows = Array.from(container.querySelectorAll<HTMLTableRowElement>('.bci-lines tr'));
  if (rows.length > 0) return rows.map((row) => Array.from(row.cells).map(({ textContent }) => textContent));
  return Array.from(container.querySelectorAll('*'))
    .filter((element) => Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE))
    .map((element, index) => [String(index), element.textContent]);
}

async function shownRows(create: () => Shown): Promise<readonly (readonly string[])[]> {
  const container = document.body.appendChild(document.createElement('div'));
  const shown = create();
  await shown.mount(container);
  const rows = plainRows(container);
  shown.unmount(container);
  container.remove();
  return rows;
}

async function countRequests(create: () => Shown, updates: number): Promise<Requests> {
  const container = document.body.appendChild(document.createElement('div'));
  const shown = create();
  await shown.mount(container);
  const toShow = shown.requests();
  for (let update = 0; update < updates; update += 1) {
    shown.prepareUpdate();
    shown.update(container);
  }
  const toUpdate = shown.requests() - toShow;
  shown.unmount(container);
  container.remove();
  return { toShow, toUpdate };
}

/** @param resx text of the control's resource file */
export async function controlBench(
  create: () => Control,
  name: SceneName,
  resx: string,
  libraries: Libraries,
): Promise<ControlBench> {
  const strings = stringsOf(resx);
  const control = controlShown(create, () => scenes[name].make(strings), libraries);
  const table = tableShown(await shownRows(control), libraries);
  return {
    control: (times) => sample(control, times),
    table: (times) => sample(table, times),
    requests: (updates) => countRequests(control, updates),
  };
}
