import { codesIn, edited, findingsIn, removed, staged } from './stagedSolution';

const customerTable = /^Entities\/bci_Customer\/Entity\.xml$/;
const english = /^Controls\/bci_BusinessCentral\.CustomerStatistics\/strings\/CustomerStatistics\.1033\.resx$/;
const danish = /^Controls\/bci_BusinessCentral\.CustomerStatistics\/strings\/CustomerStatistics\.1030\.resx$/;
const controlManifest = /^Controls\/bci_BusinessCentral\.CustomerStatistics\/ControlManifest\.xml$/;

describe('Texts of the solution', () => {
  it('are there in every language', async () => {
    const faulty = edited(staged, customerTable, /<displayname description="[^"]+" languagecode="1030" \/>/, '');
    const findings = await findingsIn(faulty);
    expect(findings.map(({ code }) => code)).toEqual(['text-untranslated']);
    expect(findings[0]?.what).toMatch(/has no text in 1030\.$/);
  });

  it('are not empty in one language', async () => {
    const faulty = edited(staged, customerTable, /(<displayname description=")[^"]+(" languagecode="1036")/, '$1$2');
    expect(await codesIn(faulty)).toEqual(['text-untranslated']);
  });

  it('of the site map are there in every language', async () => {
    const faulty = edited(staged, /^AppModuleSiteMaps\//, /<Title LCID="1031" Title="Debitoren" \/>/, '');
    expect(await codesIn(faulty)).toEqual(['text-untranslated']);
  });

  it('are there once in each language', async () => {
    const faulty = edited(staged, customerTable, /(<displayname description="[^"]+" languagecode="1030" \/>)/, '$1$1');
    expect(await codesIn(faulty)).toEqual(['text-repeated']);
  });

  it('are in languages of the solution', async () => {
    const german = /(<displayname description="[^"]+" languagecode=")1031(" \/>)/;
    const faulty = edited(staged, customerTable, german, '$11031$2$11043$2');
    expect(await codesIn(faulty)).toEqual(['text-language-unknown']);
  });
});

describe('Texts of controls', () => {
  it('are there in every language', async () => {
    expect(await codesIn(removed(staged, danish))).toContain('control-language-missing');
  });

  it('have the same keys in every language', async () => {
    const faulty = edited(staged, danish, /<data name="[^"]+"[^>]*>[\s\S]*?<\/data>/, '');
    expect(await codesIn(faulty)).toEqual(['control-text-missing']);
  });

  it('are not empty', async () => {
    const faulty = edited(staged, english, /(<data name="[^"]+"[^>]*>\s*<value>)[^<]+/, '$1');
    expect(await codesIn(faulty)).toEqual(['control-text-missing']);
  });

  it('include what the manifest names', async () => {
    const faulty = edited(staged, controlManifest, /display-name-key="[^"]+"/, 'display-name-key="Unknown_Display"');
    expect(await codesIn(faulty)).toEqual(['control-manifest-text-missing']);
  });
});
