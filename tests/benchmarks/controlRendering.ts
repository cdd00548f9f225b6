import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { chooseBrowser } from '../e2e/browser';
import type { ControlBench, Requests, Sample } from './controlPage';
import { scenes, type SceneName } from './controlScenes';

const builtControls = join(__dirname, '../../dist/controls');
const SAMPLES = 15;
const TIMES_PER_SAMPLE = 10;

export interface RenderingTimes {
  readonly control: Sample;
  /** A plain table of the same cells, in the same run. */
  readonly plainTable: Sample;
  readonly ratio: { readonly mount: number; readonly update: number; readonly mountAndUpdate: number };
}

export interface Remains {
  readonly mounts: number;
  readonly elements: number;
  readonly listeners: number;
  readonly heapBytes: number;
}

export interface ControlRendering {
  readonly requests: Requests;
  readonly times: RenderingTimes;
  /** What is left of the mounts after the garbage was collected; elements and listeners must be 0. */
  readonly remains: Remains;
}

declare global {
  interface Window {
    controlBench?: ControlBench;
  }
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { controlBench } from './controlPage';
        window.React = window.Reactv16;
        window.ReactDOM = window.ReactDOMv16;
        window.ComponentFramework = { registerControl: (_name, control) => { window.registered = control; } };
        window.prepareBench = async (name, resx) => {
          window.controlBench = await controlBench(() => new window.registered(), name, resx, {
            createElement: window.React.createElement,
            render: window.ReactDOM.render,
            unmount: window.ReactDOM.unmountComponentAtNode,
          });
        };`,
      resolveDir: __dirname,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function openPage(page: Page, name: SceneName): Promise<void> {
  const { control } = scenes[name];
  const folder = join(builtControls, control);
  const platform = join(dirname(require.resolve('pcf-start/package.json')), 'lib');
  await page.setContent('<!doctype html><html lang="en"><title>Control</title><body></body></html>');
  await page.addStyleTag({ path: join(folder, `css/${control}.css`) });
  await page.addScriptTag({ path: join(platform, 'react_16_14_0.js') });
  await page.addScriptTag({ content: await pageScript() });
  await page.addScriptTag({ path: join(platform, 'fluent_8_121_1.js') });
  await page.addScriptTag({ path: join(folder, 'bundle.js') });
  const resx = readFileSync(join(folder, `strings/${control}.1033.resx`), 'utf8');
  await page.evaluate(`window.prepareBench(${JSON.stringify(name)}, ${JSON.stringify(resx)})`);
}

async function samples(page: Page, what: 'control' | 'table', times: number): Promise<Sample> {
  const found = await page.evaluate(([name, count]) => window.controlBench?.[name](count), [what, times] as const);
  if (!found) throw new Error('The page is not prepared.');
  return found;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function medianSample(list: readonly Sample[]): Sample {
  return {
    mountMilliseconds: median(list.map(({ mountMilliseconds }) => mountMilliseconds)),
    updateMilliseconds: median(list.map(({ updateMilliseconds }) => updateMilliseconds)),
  };
}

const total = ({ mountMilliseconds, updateMilliseconds }: Sample): number => mountMilliseconds + updateMilliseconds;

async function measureTimes(page: Page): Promise<RenderingTimes> {
  const [controls, tables]: [Sample[], Sample[]] = [[], []];
  const session = await page.context().newCDPSession(page);
  await samples(page, 'control', TIMES_PER_SAMPLE);
  await samples(page, 'table', TIMES_PER_SAMPLE);
  // Taken in turns, so that a busy machine slows both alike.
  for (let turn = 0; turn < SAMPLES; turn += 1) {
    await session.send('HeapProfiler.collectGarbage');
    controls.push(await samples(page, 'control', TIMES_PER_SAMPLE));
    await session.send('HeapProfiler.collectGarbage');
    tables.push(await samples(page, 'table', TIMES_PER_SAMPLE));
  }
  const [control, plainTable] = [medianSample(controls), medianSample(tables)];
  const ratio = {
    mount: control.mountMilliseconds / plainTable.mountMilliseconds,
    update: control.updateMilliseconds / plainTable.updateMilliseconds,
    mountAndUpdate: total(control) / total(plainTable),
  };
  return { control, plainTable, ratio };
}

async function inUse(session: CDPSession): Promise<Omit<Remains, 'mounts'>> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { elements: value('Nodes'), listeners: value('JSEventListeners'), heapBytes: value('JSHeapUsedSize') };
}

async function measureRemains(page: Page, mounts: number): Promise<Remains> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await samples(page, 'control', mounts);
  const before = await inUse(session);
  await samples(page, 'control', mounts);
  const after = await inUse(session);
  return {
    mounts,
    elements: after.elements - before.elements,
    listeners: after.listeners - before.listeners,
    heapBytes: after.heapBytes - before.heapBytes,
  };
}

async function measureScene(browser: Browser, name: SceneName): Promise<ControlRendering> {
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'Europe/London' });
  try {
    await openPage(page, name);
    const requests = await page.evaluate(() => window.controlBench?.requests(100));
    if (!requests) throw new Error('The page is not prepared.');
    return { requests, times: await measureTimes(page), remains: await measureRemains(page, 100) };
  } finally {
    await page.close();
  }
}

const isSceneName = (name: string): name is SceneName => Object.hasOwn(scenes, name);

/**
 * Shows the built controls in Chromium, with the platform's own libraries: a customer, an item, and quotes of 0, 1, 50
 * and 200 lines. Needs `npm run build`.
 */
export async function measureControlRendering(): Promise<Readonly<Partial<Record<SceneName, ControlRendering>>>> {
  const browser = await chromium.launch({
    ...(await chooseBrowser()),
    args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  const figures: Partial<Record<SceneName, ControlRendering>> = {};
  try {
    for (const name of Object.keys(scenes).filter(isSceneName)) figures[name] = await measureScene(browser, name);
    return figures;
  } finally {
    await browser.close();
  }
}
