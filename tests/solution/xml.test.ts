import fc from 'fast-check';
import { elementOf, type XmlElement } from '../../tools/xml/element';
import { parseXml, XmlError } from '../../tools/xml/parse';
import { writeXml } from '../../tools/xml/write';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
// Characters that XML can hold; a text of white space alone is not kept.
const text = fc.stringMatching(/^[ -~\t\n\u00c0-\u024f]{0,20}$/);
const kept = text.filter((value) => value === '' || value.trim() !== '');

/** An element with children of that kind, or with text when there are none. */
const elementWith = (child: fc.Arbitrary<XmlElement>): fc.Arbitrary<XmlElement> =>
  fc
    .record({
      name,
      attributes: fc.dictionary(name, text, { maxKeys: 3 }),
      children: fc.array(child, { maxLength: 3 }),
      text: kept,
    })
    .map((parts) => ({ ...parts, text: parts.children.length > 0 ? '' : parts.text, line: 0 }));

const leaf = fc.record({ name, text: kept }).map((parts) => ({ ...parts, attributes: {}, children: [], line: 0 }));
const element = elementWith(elementWith(leaf));

function withoutLines(root: XmlElement): unknown {
  return { ...root, attributes: { ...root.attributes }, line: 0, children: root.children.map(withoutLines) };
}

describe('XML', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(element, (root) => {
        expect(withoutLines(parseXml(writeXml(root), 'a.xml'))).toEqual(withoutLines(root));
      }),
      { numRuns: 200 },
    );
  });

  it('is written the same after it was read', () => {
    fc.assert(fc.property(element, (root) => expect(writeXml(parseXml(writeXml(root), 'a.xml'))).toBe(writeXml(root))));
  });

  it('may begin with a byte order mark and hold comments', () => {
    expect(parseXml('\uFEFF<?xml version="1.0"?><a><!-- note --><b>1</b></a>', 'a.xml').children).toMatchObject([{ name: 'b', text: '1' }]);
  });

  it('tells the line of each element', () => {
    expect(parseXml('<a>\n  <b />\n  <c />\n</a>', 'a.xml').children.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('that is broken is refused with file and line', () => {
    const read = (): XmlElement => parseXml('<a>\n<b>\n</a>', 'Roles/Seller.xml');
    expect(read).toThrow(XmlError);
    expect(read).toThrow(/^Roles\/Seller\.xml:\d+: not well-formed XML: /);
  });

  it('that mixes text and elements is refused', () => {
    expect(() => parseXml('<a>text<b /></a>', 'a.xml')).toThrow('a.xml:1: <a> holds both text and elements');
  });

  it('is written with declaration and indentation', () => {
    const root = elementOf('a', [{ name: 'b', attributes: { c: '"<&>"' }, children: [], text: '<&>', line: 0 }, elementOf('d', [])]);
    expect(writeXml(root)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<a>\n  <b c="&quot;&lt;&amp;&gt;&quot;">&lt;&amp;&gt;</b>\n  <d />\n</a>\n',
    );
  });
});
