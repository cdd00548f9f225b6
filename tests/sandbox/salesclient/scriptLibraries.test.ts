import { globalFunction, loadLibraries } from '../../../sandbox/salesclient/browser/scripts/libraries';

let asked: string[];
/** What the browser does with a script that the page adds. */
let runScript: (script: HTMLScriptElement) => void;

beforeEach(() => {
  asked = [];
  jest.spyOn(document.head, 'appendChild').mockImplementation((node) => {
    if (node instanceof HTMLScriptElement) {
      asked.push(new URL(node.src).pathname);
      queueMicrotask(() => runScript(node));
    }
    return node;
  });
});
afterEach(() => jest.restoreAllMocks());

const loads = (script: HTMLScriptElement): void => void script.dispatchEvent(new Event('load'));

describe('The libraries of a form', () => {
  it('are loaded in their order, each once while the page is open', async () => {
    runScript = loads;
    const failed = jest.fn();
    await loadLibraries(['pfx_/a.js', 'pfx_/b.js'], failed);
    await loadLibraries(['pfx_/b.js', 'pfx_/c.js'], failed);
    expect(asked).toEqual(['/WebResources/pfx_/a.js', '/WebResources/pfx_/b.js', '/WebResources/pfx_/c.js']);
    expect(failed).not.toHaveBeenCalled();
  });

  it('that are missing are told and asked for again the next time', async () => {
    runScript = (script) => {
      if (script.src.endsWith('gone.js')) script.dispatchEvent(new Event('error'));
      else loads(script);
    };
    const failed = jest.fn();
    await loadLibraries(['pfx_/gone.js', 'pfx_/there.js'], failed);
    expect(failed).toHaveBeenCalledWith('pfx_/gone.js', new Error("There is no web resource 'pfx_/gone.js'."));
    expect(asked).toContain('/WebResources/pfx_/there.js');
    runScript = loads;
    failed.mockClear();
    await loadLibraries(['pfx_/gone.js'], failed);
    expect(failed).not.toHaveBeenCalled();
  });
});

describe('A function of a library', () => {
  it('is found by its name and called on its owner', () => {
    Object.assign(window, {
      Space: {
        word: 'yes',
        ask(this: { word: string }, mark: string) {
          return this.word + mark;
        },
      },
    });
    expect(globalFunction('Space.ask')('!')).toBe('yes!');
  });

  it.each(['Space.missing', 'Nothing.at.all', 'Space.word'])('%s is missed', (name) => {
    expect(() => globalFunction(name)).toThrow(`There is no function '${name}'.`);
  });
});
