import fc from 'fast-check';
import { parseApply } from '../../../sandbox/odata/applyParser';
import { parseFilter, parseParameterValue } from '../../../sandbox/odata/filterParser';
import { parseEncodedResourcePath, parseResourcePath } from '../../../sandbox/odata/pathParser';
import { printApply, printExpand, printExpression } from '../../../sandbox/odata/print';
import { parseExpand, parseOrderBy, parseQueryOptions, parseSelect } from '../../../sandbox/odata/queryParser';
import { ODataSyntaxError } from '../../../sandbox/odata/syntax';
import { expressionArbitrary, withoutPositions } from './expressions';

function errorOf(read: () => unknown): { position: number; expected: string } {
  try {
    read();
  } catch (error) {
    if (error instanceof ODataSyntaxError) {
      return { position: error.position, expected: error.expected };
    }
    throw error;
  }
  throw new Error('The text was read without an error.');
}

describe('filters', () => {
  it.each([
    ["name eq 'O''Neil'", "name eq 'O''Neil'"],
    ['a eq 1 and b eq 2 or c eq 3', '((a eq 1) and (b eq 2)) or (c eq 3)'],
    ['a eq 1 and (b eq 2 or c eq 3)', '(a eq 1) and ((b eq 2) or (c eq 3))'],
    ['a add 2 mul 3 gt 4', '(a add (2 mul 3)) gt 4'],
    ["not(contains(name,'x'))", "not contains(name,'x')"],
    ["not contains(name,'x') and a eq 1", "(not contains(name,'x')) and (a eq 1)"],
    ["status in ('Open','Draft')", "status in ('Open','Draft')"],
    ['id eq 5D115C9C-44E3-EA11-BB43-000D3A2FEAA1', 'id eq 5d115c9c-44e3-ea11-bb43-000d3a2feaa1'],
    ['due lt 2026-01-31', 'due lt 2026-01-31'],
    ['changed gt 2026-01-31t10:00:00.1z', 'changed gt 2026-01-31T10:00:00.1Z'],
    ['lines/any(l:l/quantity gt 5)', 'lines/any(l:l/quantity gt 5)'],
    ['lines/any()', 'lines/any()'],
    ['lines/$count gt 2', 'lines/$count gt 2'],
    [
      'Microsoft.Dynamics.CRM.In(PropertyName=\'x\',PropertyValues=["a","b"])',
      "Microsoft.Dynamics.CRM.In(PropertyName='x',PropertyValues=['a','b'])",
    ],
    ["kind eq Microsoft.NAV.status'Open'", "kind eq Microsoft.NAV.status'Open'"],
    ['a eq null', 'a eq null'],
    ['-a lt -5', '-(a) lt -5'],
    ['(a eq 1)and(b eq @p1)', '(a eq 1) and (b eq @p1)'],
    ['  a   eq   1  ', 'a eq 1'],
  ])('%s', (text, canonical) => {
    expect(printExpression(parseFilter(text))).toBe(canonical);
  });

  it.each([
    ['', 0, 'an expression'],
    ['a eq', 4, 'an expression'],
    ['a eq 1 b', 7, 'an operator or the end of the expression'],
    ['a equals 1', 2, 'an operator or the end of the expression'],
    ["name eq 'x", 10, "a closing '"],
    ['(a eq 1', 7, "')'"],
    ['a in ()', 6, 'an expression'],
    ['contains(a', 10, "',' or ')'"],
    ['lines/some(l:true)', 6, 'any or all'],
    ['Microsoft.NAV.f(1)', 16, 'a parameter name'],
  ])('complains about "%s" at position %i', (text, position, expected) => {
    expect(errorOf(() => parseFilter(text))).toEqual({ position, expected });
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(expressionArbitrary, (expression) => {
        expect(withoutPositions(parseFilter(printExpression(expression)))).toEqual(withoutPositions(expression));
      }),
      { numRuns: 500 },
    );
  });

  it('answers garbage with a syntax error, never with anything else', () => {
    const words = fc.constantFrom(
      ...["'", '(', ')', ' eq ', ' in ', 'not ', '/', ',', '{', '"', '[', '@a', '$', '1', 'any(', ':', '=', ';', ' '],
    );
    const garbage = fc
      .array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    const readers = [
      parseFilter,
      parseParameterValue,
      parseApply,
      parseExpand,
      parseOrderBy,
      parseSelect,
      parseResourcePath,
    ];
    fc.assert(
      fc.property(garbage, (text) => {
        for (const read of readers) {
          try {
            read(text);
          } catch (error) {
            expect(error).toBeInstanceOf(ODataSyntaxError);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses text that nests too deep or is too long', () => {
    expect(errorOf(() => parseFilter('('.repeat(10_000))).expected).toBe('at most 64 levels of nesting');
    expect(errorOf(() => parseFilter('not '.repeat(10_000))).expected).toBe('at most 64 levels of nesting');
    expect(errorOf(() => parseFilter(`-${'-'.repeat(10_000)}`)).expected).toBe('at most 64 levels of nesting');
    expect(errorOf(() => parseFilter('a'.repeat(70_000))).expected).toBe('at most 65536 characters');
    expect(errorOf(() => parseExpand('a($expand='.repeat(5_000))).expected).toBe("';' or ')'");
  });

  it('keeps a long chain of conditions flat', () => {
    const chain = parseFilter(Array.from({ length: 3_000 }, (_item, index) => `n eq ${index}`).join(' or '));
    expect(chain).toMatchObject({ kind: 'logical', operator: 'or' });
    expect(chain.kind === 'logical' ? chain.operands.length : 0).toBe(3_000);
  });
});

describe('parameter values', () => {
  it('reads literals, collections and JSON objects with either quotes', () => {
    expect(parseParameterValue("{'@odata.id':'accounts(1)'}")).toMatchObject({ value: { '@odata.id': 'accounts(1)' } });
    expect(parseParameterValue('{"a":[1,{"b":"x\\"y"}]}')).toMatchObject({ value: { a: [1, { b: 'x"y' }] } });
    expect(parseParameterValue('["a",\'b\',3]')).toMatchObject({ kind: 'collection', items: [{}, {}, { value: '3' }] });
    expect(errorOf(() => parseParameterValue('{"a":}')).expected).toBe('a JSON object');
  });
});

describe('expand and the other options', () => {
  it('reads nested options', () => {
    const text =
      "lines($select=id,no;$filter=contains(name,';)') and a eq 1;$expand=item($expand=itemCategory);$top=3),customer/$ref";
    expect(printExpand(parseExpand(text))).toBe(
      "lines($select=id,no;$filter=contains(name,';)') and (a eq 1);$expand=item($expand=itemCategory);$top=3),customer/$ref",
    );
  });

  it('points into the nested option that is wrong', () => {
    expect(errorOf(() => parseExpand('lines($filter=a eq)')).position).toBe(18);
    expect(errorOf(() => parseExpand('lines($top=x)')).position).toBe(11);
  });

  it('reads a whole query', () => {
    const options = parseQueryOptions(
      new URLSearchParams(
        '$select=a,b/c,*&$orderby=a desc,tolower(b)&$top=3&$skip=0&$count=true&@p=5&fetchXml=<f/>&$odd=1',
      ),
    );
    expect(withoutPositions(options)).toEqual({
      select: [{ path: ['a'] }, { path: ['b', 'c'] }, { path: ['*'] }],
      orderby: [
        { expression: { kind: 'property', path: ['a'] }, direction: 'desc' },
        {
          expression: { kind: 'function', name: 'tolower', arguments: [{ kind: 'property', path: ['b'] }] },
          direction: 'asc',
        },
      ],
      top: 3,
      skip: 0,
      count: true,
      aliases: [['@p', { kind: 'literal', type: 'Integer', value: '5' }]],
      custom: [
        ['fetchXml', '<f/>'],
        ['$odd', '1'],
      ],
    });
  });

  it.each([
    ['$top=-1'],
    ['$top=1.5'],
    ['$count=maybe'],
    ['$select='],
    ['$orderby=a up'],
    ['$filter=a eq 1&$filter=b eq 2'],
  ])('refuses %s', (query) => {
    expect(errorOf(() => parseQueryOptions(new URLSearchParams(query))).expected).not.toBe('');
  });
});

describe('transformations', () => {
  it.each([
    'aggregate(amount with sum as total,$count as number)',
    'groupby((a,b/c))',
    "filter(a eq 'x')/groupby((a),aggregate(amount with countdistinct as kinds))/filter(kinds gt 1)",
  ])('%s', (text) => {
    expect(printApply(parseApply(text))).toBe(text);
  });

  it.each([
    ['topcount(2,a)', 0],
    ['aggregate(amount as x)', 16],
    ['aggregate(amount with median as x)', 22],
    ['groupby(a)', 8],
  ])('complains about %s at position %i', (text, position) => {
    expect(errorOf(() => parseApply(text)).position).toBe(position);
  });
});

describe('resource paths', () => {
  it('reads segments with keys and arguments', () => {
    const path = "/companies(5d115c9c-44e3-ea11-bb43-000d3a2feaa1)/accounts(k='a/b(',n=2)/owner/$ref";
    expect(withoutPositions(parseResourcePath(path))).toEqual([
      {
        name: 'companies',
        arguments: {
          kind: 'single',
          value: { kind: 'literal', type: 'Guid', value: '5d115c9c-44e3-ea11-bb43-000d3a2feaa1' },
        },
      },
      {
        name: 'accounts',
        arguments: {
          kind: 'named',
          values: [
            { name: 'k', value: { kind: 'literal', type: 'String', value: 'a/b(' } },
            { name: 'n', value: { kind: 'literal', type: 'Integer', value: '2' } },
          ],
        },
      },
      { name: 'owner' },
      { name: '$ref' },
    ]);
  });

  it('reads bound and unbound functions and actions', () => {
    expect(withoutPositions(parseResourcePath('WhoAmI()'))).toEqual([{ name: 'WhoAmI', arguments: { kind: 'empty' } }]);
    expect(parseResourcePath('salesInvoices(1)/Microsoft.NAV.post/').map(({ name }) => name)).toEqual([
      'salesInvoices',
      'Microsoft.NAV.post',
    ]);
    expect(parseResourcePath("Retrieve(Id=@p1,Kind=Microsoft.Dynamics.CRM.Kind'A')")).toMatchObject([
      { arguments: { kind: 'named', values: [{ value: { name: '@p1' } }, { value: { type: 'Enum', value: 'A' } }] } },
    ]);
  });

  it('decodes percent-encoding before it reads', () => {
    expect(parseEncodedResourcePath("accounts(name='a%2Fb%20c')")).toMatchObject([
      { arguments: { values: [{ value: { value: 'a/b c' } }] } },
    ]);
    expect(errorOf(() => parseEncodedResourcePath('a%ZZ')).expected).toBe('valid percent-encoding');
  });

  it.each([
    ['accounts(name)', 9],
    ['accounts(1', 10],
    ['a//b', 2],
  ])('complains about %s', (path, position) => {
    expect(errorOf(() => parseResourcePath(path)).position).toBe(position);
  });
});
