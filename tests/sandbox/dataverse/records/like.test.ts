import fc from 'fast-check';

import { likeTest } from '../../../../sandbox/dataverse/records/like';

const plain = fc.string().filter((text) => !/[%_[]/.test(text));

it('finds a text that contains, begins or ends with another, in any case', () => {
  fc.assert(
    fc.property(plain, plain, plain, (before, part, after) => {
      const whole = `${before}${part}${after}`;
      expect(likeTest(`%${part}%`)(whole)).toBe(true);
      expect(likeTest(`${before}%`)(whole)).toBe(true);
      expect(likeTest(`%${after}`)(whole)).toBe(true);
      expect(likeTest(whole)(whole)).toBe(true);
      expect(likeTest(`${whole}_`)(whole)).toBe(false);
    }),
  );
});

it.each([
  ['a_c', 'ABC', true],
  ['a_c', 'ac', false],
  ['[a-c]x', 'bx', true],
  ['[^a-c]x', 'bx', false],
  ['100[%]', '100%', true],
  ['100[%]', '100x', false],
  ['(a|b)', 'a', false],
  ['a.c%', 'abc', false],
  ['%', '', true],
  ['ö%', 'Österreich', true],
  ['%line', 'two\nline', true],
])('%s and %s', (pattern, text, expected) => {
  expect(likeTest(pattern)(text)).toBe(expected);
});
