import fc from 'fast-check';
import { customerCardAddress, postedInvoiceAddress } from '../../dataverse/businessCentralAddress';
import type { Company } from '../../dataverse/customerOverview';

const company = (changes: Partial<Company> = {}): Company => ({
  displayName: 'CRONUS',
  name: 'CRONUS International Ltd.',
  webClientUrl: 'https://businesscentral.dynamics.com/contoso.example/Production/',
  ...changes,
});

describe('an address in Business Central', () => {
  it('names company, page and number', () => {
    expect(customerCardAddress(company(), 'C 100/7')).toBe(
      'https://businesscentral.dynamics.com/contoso.example/Production/' +
        '?company=CRONUS%20International%20Ltd.&page=21&filter=%27No.%27%20IS%20%27C%20100%2F7%27',
    );
    expect(postedInvoiceAddress(company(), '103021')).toContain('&page=132&');
  });

  it('encodes whatever the company is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const address = new URL(customerCardAddress(company({ name }), '10000') ?? '');
        expect(address.searchParams.get('company')).toBe(name);
        expect(address.searchParams.get('page')).toBe('21');
        expect(address.searchParams.get('filter')).toBe("'No.' IS '10000'");
      }),
    );
  });

  it.each(['1|2', 'A&B', 'A*', 'A?', '@A', '<>1', '=1', '(1)', "O'Neil", '1..2', '100%'])(
    'is not made for %s, which a filter would read otherwise',
    (number) => {
      expect(customerCardAddress(company(), number)).toBeNull();
    },
  );

  it.each([
    null,
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'businesscentral.dynamics.com',
    'https://',
    'https:///x',
  ])('is not made from %p', (webClientUrl) => {
    expect(customerCardAddress(company({ webClientUrl }), '10000')).toBeNull();
  });
});
