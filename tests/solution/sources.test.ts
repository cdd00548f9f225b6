import { attributeOf, childOf, childrenOf, descendantsOf, textAt, withDescendants } from '../../tools/xml/element';
import { sourceDocument, sourceDocuments, sourceTexts } from './sourceTree';

const languages = ['1033', '1030', '1031', '1036'];
const everyElement = [...sourceDocuments].flatMap(([path, document]) =>
  [...withDescendants(document)].map((element) => ({ path, element })),
);

describe('texts', () => {
  const groups = everyElement.filter(({ element }) =>
    element.children.some((child) => 'languagecode' in child.attributes || 'LCID' in child.attributes),
  );

  test('are given in English, Danish, German and French, in this order', () => {
    const incomplete = groups
      .map(({ path, element }) => ({
        at: `${path}:${element.line}`,
        languages: element.children.map((child) => attributeOf(child, 'languagecode') || attributeOf(child, 'LCID')),
      }))
      .filter((group) => group.languages.join() !== languages.join());
    expect(incomplete).toEqual([]);
    expect(groups.length).toBeGreaterThan(500);
  });

  test('are never empty, and never begin or end with a space', () => {
    const poor = groups.flatMap(({ path, element }) =>
      element.children
        .map((child) => attributeOf(child, 'description') || attributeOf(child, 'Title'))
        .filter((text) => text === '' || text !== text.trim())
        .map((text) => `${path}:${element.line} "${text}"`),
    );
    expect(poor).toEqual([]);
  });

  test('have English as their base language, and every language is declared', () => {
    const solution = sourceDocument('Other/Solution.xml');
    expect(attributeOf(solution, 'languagecode')).toBe('1033');
    const installed = childrenOf(childOf(sourceDocument('Other/Customizations.xml'), 'Languages'), 'Language');
    expect(installed.map((language) => language.text)).toEqual(languages);
  });
});

describe('identifiers', () => {
  const definitions = everyElement.flatMap(({ element }) => {
    if (['formid', 'savedqueryid', 'WebResourceId'].includes(element.name)) return [element.text];
    if (element.name === 'Role' && element.children.length > 0) return [attributeOf(element, 'id')];
    const id = ['tab', 'section', 'cell', 'header'].includes(element.name) ? attributeOf(element, 'id') : '';
    return [id, attributeOf(element, 'uniqueid')];
  });
  // Views hold cells without an id; the app names the web resource of its icon by id, without braces.
  const identifiers = definitions.filter((id) => id.startsWith('{'));

  test('are random GUIDs in lower case', () => {
    const wrong = identifiers.filter(
      (id) => !/^\{[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$/.test(id),
    );
    expect(wrong).toEqual([]);
    expect(identifiers.length).toBeGreaterThan(200);
  });

  test('are each defined once', () => {
    const repeated = identifiers.filter((id, index) => identifiers.indexOf(id) !== index);
    expect(repeated).toEqual([]);
  });

  test('name the file of a form or view', () => {
    const misnamed = [...sourceDocuments]
      .filter(([path]) => path.includes('/SavedQueries/') || path.includes('/FormXml/'))
      .filter(([path, document]) => {
        const id = descendantsOf(document, path.includes('/FormXml/') ? 'formid' : 'savedqueryid')[0]?.text;
        return !path.endsWith(`/${id ?? ''}.xml`);
      })
      .map(([path]) => path);
    expect(misnamed).toEqual([]);
  });
});

describe('files', () => {
  const xml = [...sourceTexts].filter(([path]) => path.endsWith('.xml'));

  test('are indented by two spaces, with line feeds, and end with one', () => {
    const untidy = xml
      .filter(
        ([, text]) => /\t|\r|[ ]\n/.test(text) || !text.endsWith('>\n') || text.split('\n').some(isOddlyIndented),
      )
      .map(([path]) => path);
    expect(untidy).toEqual([]);
  });

  test('carry no trace of an export: object type codes, organization versions, form differences', () => {
    const traces = xml
      .filter(([, text]) => /ObjectTypeCode|OrganizationVersion|solutionaction|ordinalvalue| object="/.test(text))
      .map(([path]) => path);
    expect(traces).toEqual([]);
  });

  test('describe version 0.1.0.0 for both package types, under the publisher with the prefix bci', () => {
    const manifest = childOf(sourceDocument('Other/Solution.xml'), 'SolutionManifest');
    expect(textAt(manifest, 'UniqueName')).toBe('BusinessCentralIntegration');
    expect(textAt(manifest, 'Version')).toBe('0.1.0.0');
    expect(textAt(manifest, 'Managed')).toBe('2');
    expect(textAt(manifest, 'Publisher', 'UniqueName')).toBe('businesscentralintegration');
    expect(textAt(manifest, 'Publisher', 'CustomizationPrefix')).toBe('bci');
    expect(textAt(manifest, 'Publisher', 'CustomizationOptionValuePrefix')).toBe('72700');
  });
});

function isOddlyIndented(line: string): boolean {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return indent % 2 === 1;
}
