import { describePath, parseBaseUrl, parseHostUrl, requestUrl } from '../../../service/http/apiAddress';

describe('the base address of an API', () => {
  it.each(['https://api.example.com', 'http://127.0.0.1:4701/v2.0', 'http://localhost:4700'])(
    '%s is accepted',
    (url) => {
      expect(parseBaseUrl(url, 'BCI_X').href.endsWith('/')).toBe(true);
    },
  );

  it.each(['http://api.example.com', 'ftp://127.0.0.1', 'api.example.com', '', 'http://127.0.0.1.example.com'])(
    '%j is refused with the name of the setting',
    (url) => {
      expect(() => parseBaseUrl(url, 'BCI_X')).toThrow(/^BCI_X /);
    },
  );
});

describe('the address of a host', () => {
  it.each(['https://contoso.crm4.dynamics.com', 'https://contoso.crm4.dynamics.com/', 'http://127.0.0.1:4700'])(
    '%s is accepted',
    (url) => {
      expect(parseHostUrl(url, 'BCI_X', 'https://example.com').pathname).toBe('/');
    },
  );

  it.each([
    'https://contoso.crm4.dynamics.com/api/data/v9.2/',
    'https://api.businesscentral.dynamics.com/v2.0',
    'https://contoso.crm4.dynamics.com/main.aspx?appid=1',
    'https://contoso.crm4.dynamics.com?',
    'https://contoso.crm4.dynamics.com/#planted',
    'https://planted:planted@contoso.crm4.dynamics.com',
    'https://@contoso.crm4.dynamics.com',
    'http://contoso.crm4.dynamics.com',
    'contoso.crm4.dynamics.com',
  ])('%s is refused with the setting and an example, and without the text itself', (url) => {
    const parse = (): URL => parseHostUrl(url, 'BCI_X', 'https://example.com');
    expect(parse).toThrow(/^BCI_X .*https:\/\/(example\.com\.$)?/);
    expect(parse).not.toThrow(/planted/);
  });
});

describe('the address of a request', () => {
  const base = parseBaseUrl('https://api.example.com/v2.0/tenant/Production/api/v2.0', 'BCI_X');

  it('lies below the base address', () => {
    expect(requestUrl(base, 'companies', 'X').href).toBe(`${base.href}companies`);
  });

  it('can be a whole one on the same host', () => {
    expect(requestUrl(base, 'https://api.example.com/other?a=1', 'X').pathname).toBe('/other');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/a',
    'https://api.example.com.evil.example/',
    'https://api.example.com:444/',
    'http://api.example.com/',
    'https://api.example.com@evil.example/',
    '\\\\evil.example\\a',
  ])('%s is refused', (path) => {
    expect(() => requestUrl(base, path, 'X')).toThrow(/another host/);
  });

  it('is described without keys, filters and the company', () => {
    const url = requestUrl(base, "companies(1f)/customers('10000')/picture?$filter=number eq '10000'", 'X');
    expect(describePath(base, url)).toBe('customers/picture');
  });
});
