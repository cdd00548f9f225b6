import { textAlternatives } from '../../../sandbox/odata/compileAlternatives';
import { parseFilter } from '../../../sandbox/odata/filterParser';

describe('alternatives of one text property', () => {
  it.each([
    ["number eq 'a' or number eq 'b' or number eq 'c'", ['a', 'b', 'c']],
    ["(number eq 'a' or number eq 'b')", ['a', 'b']],
    ["number eq 'a' or city eq 'b'", undefined],
    ["number eq 'a' or number ne 'b'", undefined],
    ["number eq 'a' or number eq null", undefined],
    ['number eq 1 or number eq 2', undefined],
    ["number eq 'a' and number eq 'b'", undefined],
    ["number eq 'a'", undefined],
  ])('%s', (filter, texts) => {
    expect(textAlternatives(parseFilter(filter))?.texts).toEqual(texts);
  });
});
