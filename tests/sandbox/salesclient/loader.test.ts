import { loadControl } from '../../../sandbox/salesclient/browser/controls/loader';

const manifest = `<manifest><control namespace="Contoso" constructor="Figures"><resources>
  <code path="bundle.js" order="1" /></resources></control></manifest>`;

/** What the browser does with a script that the page adds. */
let runScript: (script: HTMLScriptElement) => void = () => undefined;

beforeEach(() => {
  Object.assign(globalThis, { fetch: () => Promise.resolve({ ok: true, text: () => Promise.resolve(manifest) }) });
  jest.spyOn(document.head, 'appendChild').mockImplementation((node) => {
    if (node instanceof HTMLScriptElement) queueMicrotask(() => runScript(node));
    return node;
  });
});
afterEach(() => jest.restoreAllMocks());

it('loads a control whose script could not be loaded before', async () => {
  runScript = (script) => void script.dispatchEvent(new Event('error'));
  await expect(loadControl('Contoso.Figures', 1033)).rejects.toThrow(/bundle\.js is missing/);
  runScript = (script) => void script.dispatchEvent(new Event('load'));
  await expect(loadControl('Contoso.Figures', 1033)).rejects.toThrow(/does not register Contoso\.Figures/);
});
