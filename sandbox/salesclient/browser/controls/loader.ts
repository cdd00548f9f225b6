import { parseManifest, type ControlManifest } from './manifest';

export type VirtualControl = ComponentFramework.ReactControl<Record<string, unknown>, Record<string, unknown>>;

export interface LoadedControl {
  readonly manifest: ControlManifest;
  create(): VirtualControl;
  /** Texts by key, in the wanted language or English. */
  readonly strings: ReadonlyMap<string, string>;
}

type Constructor = new () => VirtualControl;

const registered = new Map<string, Constructor>();
const scripts = new Map<string, Promise<void>>();

/** A control's script registers itself here, as in a model-driven app. */
Object.assign(window, {
  ComponentFramework: { registerControl: (name: string, control: Constructor) => void registered.set(name, control) },
});

function addOnce(url: string, element: HTMLElement): Promise<void> {
  const known = scripts.get(url);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => {
      // Trying again means asking again.
      scripts.delete(url);
      reject(new Error(`The control cannot be loaded: ${url} is missing.`));
    };
    document.head.appendChild(element);
  });
  scripts.set(url, loading);
  return loading;
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The control cannot be loaded: ${url} is missing.`);
  return response.text();
}

async function readStrings(
  base: string,
  manifest: ControlManifest,
  language: number,
): Promise<ReadonlyMap<string, string>> {
  const path = [language, 1033]
    .map((code) => manifest.strings.find((file) => file.endsWith(`.${code}.resx`)))
    .find((file) => file !== undefined);
  if (path === undefined) return new Map();
  const resx = new DOMParser().parseFromString(await text(`${base}/${path}`), 'text/xml');
  return new Map(
    Array.from(resx.getElementsByTagName('data')).map((data) => [
      data.getAttribute('name') ?? '',
      data.getElementsByTagName('value')[0]?.textContent ?? '',
    ]),
  );
}

/** Loads a control as the imported solution holds it. @throws {Error} when a part is missing or does not register */
export async function loadControl(name: string, language: number): Promise<LoadedControl> {
  const base = `/controls/${encodeURIComponent(name)}`;
  const manifest = parseManifest(await text(`${base}/ControlManifest.xml`));
  const script = document.createElement('script');
  script.src = `${base}/${manifest.script}`;
  const styles = manifest.styles.map((file) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${base}/${file}`;
    return addOnce(link.href, link);
  });
  const [strings] = await Promise.all([readStrings(base, manifest, language), addOnce(script.src, script), ...styles]);
  const control = registered.get(manifest.registeredName);
  if (!control)
    throw new Error(`The control cannot be loaded: its script does not register ${manifest.registeredName}.`);
  return { manifest, strings, create: () => new control() };
}
