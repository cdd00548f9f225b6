import { added, codesIn, edited, staged } from './stagedSolution';

const accountForm = /^Entities\/Account\/FormXml\/main\//;
const library = '<formLibraries><Library name="bci_/form.js" libraryUniqueId="{0d5a8a6e-5e2b-4f2e-9e7d-7a1f0b1c2d40}" /></formLibraries>';
const handler =
  '<events><event name="onload" application="false" active="true"><Handlers><Handler functionName="BusinessCentral.Form.onLoad" libraryName="bci_/form.js" handlerUniqueId="{0d5a8a6e-5e2b-4f2e-9e7d-7a1f0b1c2d3f}" enabled="true" /></Handlers></event></events>';

/** The account's form with a script and what it does with it. */
function withScript(script: string, onForm = handler + library, type = '3'): Map<string, Uint8Array> {
  const data = `<WebResource><WebResourceId>{0d5a8a6e-5e2b-4f2e-9e7d-7a1f0b1c2d3e}</WebResourceId><Name>bci_/form.js</Name><WebResourceType>${type}</WebResourceType><FileName>/WebResources/bci_form</FileName></WebResource>`;
  const described = added(added(staged, 'WebResources/bci_/form.js.data.xml', data), 'WebResources/bci_/form.js', script);
  const root = '<RootComponents><RootComponent type="61" schemaName="bci_/form.js" behavior="0" />';
  const rooted = edited(described, /^Other\/Solution\.xml$/, '<RootComponents>', root);
  return edited(rooted, accountForm, '<DisplayConditions', `${onForm}<DisplayConditions`);
}

const onLoad = 'var BusinessCentral = { Form: { onLoad: function () {} } };';

describe('Scripts of forms', () => {
  it('may name functions that the script exports', async () => {
    expect(await codesIn(withScript(onLoad))).toEqual([]);
  });

  it('must not name functions that it does not export', async () => {
    expect(await codesIn(withScript('var BusinessCentral = { Form: {} };'))).toEqual(['function-unknown']);
  });

  it('must be scripts that load', async () => {
    expect(await codesIn(withScript('throw new Error("no");'))).toEqual(['script-broken']);
  });

  it('must be loaded by the form', async () => {
    expect(await codesIn(withScript(onLoad, handler))).toEqual(['form-library-missing']);
  });

  it('must be in the solution', async () => {
    const faulty = edited(withScript(onLoad), accountForm, 'Library name="bci_/form.js"', 'Library name="bci_/none.js"');
    expect(await codesIn(faulty)).toEqual(['form-library-missing', 'web-resource-unknown']);
  });

  it('must be of the type script', async () => {
    expect(await codesIn(withScript(onLoad, handler + library, '4'))).toEqual(['form-library-type']);
  });

  it('may follow changes of columns that exist only', async () => {
    const onChange = handler.replace('name="onload"', 'name="onchange" attribute="bci_customer"') + library;
    expect(await codesIn(withScript(onLoad, onChange))).toEqual(['event-column-unknown']);
  });
});
