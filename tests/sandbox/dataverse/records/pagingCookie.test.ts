import fc from 'fast-check';

import { pageCookie, readPageCookie } from '../../../../sandbox/dataverse/webapi/paging';
import { createSandboxOrganization } from '../solution/sandboxOrganization';

const account = createSandboxOrganization().table('account');
const id = '0b1c2d3e-0000-4000-8000-000000000001';

it('reads back the values that it was made of, whatever characters they hold', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(
      text,
      fc.integer(),
      fc.option(fc.boolean()),
      fc.integer({ min: 2, max: 99999 }),
      (name, size, hold, page) => {
        const order = ['name', 'numberofemployees', 'creditonhold', 'primarycontactid'].map((column) => ({
          column,
          direction: 'asc' as const,
        }));
        const row = {
          accountid: id,
          name,
          numberofemployees: size,
          creditonhold: hold,
          primarycontactid: { table: 'contact', id },
        };
        const token = pageCookie(account, order, page, row, row);
        expect(readPageCookie(account, token)).toEqual({ pageNumber: page, after: row });
      },
    ),
  );
});

it('refuses what it did not write', () => {
  fc.assert(
    fc.property(fc.string(), (token) => {
      expect(() => readPageCookie(account, token)).toThrow('Malformed XML in the paging cookie.');
    }),
  );
});
