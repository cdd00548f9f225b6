import { columnsOf, parseFormXml } from '../../../sandbox/salesclient/browser/form/formXml';

function label(english: string, german: string): string {
  return `<labels><label description="${english}" languagecode="1033"/><label description="${german}" languagecode="1031"/></labels>`;
}

function cell(control: string, attributes = ''): string {
  return `<row><cell id="{11111111-0000-0000-0000-000000000001}" ${attributes}>${label('Cell', 'Zelle')}${control}</cell></row>`;
}

function form(rows: string, more = ''): string {
  return `<form><tabs><tab id="{A}" name="t">${label('Summary', 'Zusammenfassung')}<columns><column width="50%"><sections>
    <section id="{S}" showlabel="true" columns="11">${label('General', 'Allgemein')}<rows>${rows}</rows></section>
  </sections></column></columns></tab></tabs>${more}</form>`;
}

const code = `<controlDescriptions><controlDescription forControl="{UNIQUE}">
  <customControl id="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}"><parameters><datafieldname>x</datafieldname></parameters></customControl>
  <customControl formFactor="2" name="pfx_Space.Control"><parameters>
    <customer><BindAttribute>pfx_customerid</BindAttribute></customer>
    <mode static="true" type="SingleLine.Text">compact</mode>
  </parameters></customControl></controlDescription></controlDescriptions>`;

describe('A main form', () => {
  it('shows labels in the wanted language, in English when that is missing', () => {
    const xml = form(cell('<control id="name" datafieldname="name"/>'));
    expect(parseFormXml(xml, 1031).tabs[0]?.label).toBe('Zusammenfassung');
    expect(parseFormXml(xml, 1036).tabs[0]?.label).toBe('Summary');
  });

  it('keeps the width of columns and the number of columns in a section', () => {
    const [column] = parseFormXml(form(cell('<control id="name" datafieldname="name"/>')), 1033).tabs[0]?.columns ?? [];
    expect(column?.width).toBe('50%');
    expect(column?.sections[0]?.columnCount).toBe(2);
  });

  it.each([
    ['3', 3],
    ['111', 3],
    ['1', 1],
  ])('takes columns="%s" for %i', (columns, count) => {
    const xml = form(cell('<control id="name" datafieldname="name"/>')).replace('columns="11"', `columns="${columns}"`);
    expect(parseFormXml(xml, 1033).tabs[0]?.columns[0]?.sections[0]?.columnCount).toBe(count);
  });

  it('names the libraries and handlers of its scripts', () => {
    const events = `<events><event name="onload"><Handlers><Handler functionName="A.b" libraryName="pfx_/a.js" enabled="true" passExecutionContext="true" parameters=""/></Handlers></event></events>
      <formLibraries><Library name="pfx_/a.js" libraryUniqueId="{1}"/></formLibraries>`;
    expect(parseFormXml(form('', events), 1033).scripts).toEqual({
      libraries: ['pfx_/a.js'],
      handlers: [
        { event: 'onload', column: '', functionName: 'A.b', library: 'pfx_/a.js', passesContext: true, parameters: '' },
      ],
      unsupportedEvents: [],
    });
  });

  it('leaves out invisible cells', () => {
    const xml = form(cell('<control id="name" datafieldname="name"/>', 'visible="false"'));
    expect(parseFormXml(xml, 1033).tabs[0]?.columns[0]?.sections[0]?.cells).toEqual([]);
  });

  it('knows a code component with what its properties are bound to', () => {
    const control = '<control id="pfx_customerid" uniqueid="{unique}" datafieldname="pfx_customerid"/>';
    const model = parseFormXml(form(cell(control), code), 1033);
    expect(model.tabs[0]?.columns[0]?.sections[0]?.cells[0]?.control).toEqual({
      kind: 'code',
      column: 'pfx_customerid',
      control: {
        name: 'pfx_Space.Control',
        bindings: { customer: { column: 'pfx_customerid' }, mode: { value: 'compact', type: 'SingleLine.Text' } },
      },
    });
  });

  it('names every column that it needs, once', () => {
    const xml = form(
      cell('<control id="name" datafieldname="name"/>') +
        cell('<control id="name1" datafieldname="name"/>') +
        cell('<control id="pfx_customerid" uniqueid="{unique}" datafieldname="pfx_customerid"/>'),
      code,
    );
    expect(columnsOf(parseFormXml(xml, 1033))).toEqual(['name', 'pfx_customerid']);
  });

  it('refuses a text that is no form', () => {
    expect(() => parseFormXml('<html/>', 1033)).toThrow('not a form');
  });
});
