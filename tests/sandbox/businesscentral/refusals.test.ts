import type { Client } from './client';
import { errorOf, startClient } from './client';

const q = encodeURIComponent;

describe('the local Business Central refuses', () => {
  let client: Client;
  const get = (path: string, headers?: Record<string, string>) => client.get(path, headers);
  const filtered = (set: string, filter: string, more = '') =>
    client.get(`~/${set}?$filter=${encodeURIComponent(filter)}${more}`);

  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(() => client.server.close());

  it.each([
    ['no token', { authorization: '' }],
    ['an unknown token', { authorization: 'Bearer eyJhbGciOi' }],
  ])('%s with 401', async (_what, headers) => {
    expect(errorOf(await get('companies', headers))).toEqual([
      401,
      'Authentication_InvalidCredentials',
      'The server has rejected the client credentials.',
    ]);
  });

  it('says the correlation id in the text and in the header', async () => {
    const answer = await get('~/nothing');
    expect(answer.json.at('error').at('message').text).toBe(
      `Resource not found for the segment 'nothing'.  CorrelationId:  ${answer.headers.get('request-id') ?? ''}.`,
    );
  });

  it.each([
    [
      '~/customers?$select=name',
      400,
      'BadRequest',
      "Could not find a property named 'name' on type 'Microsoft.NAV.customer'.",
    ],
    [
      `~/customers?$filter=${q('colour eq 1')}`,
      400,
      'BadRequest',
      "Could not find a property named 'colour' on type 'Microsoft.NAV.customer'.",
    ],
    [
      `~/customers?$filter=${q("number eq '1' or city eq 'a'")}`,
      400,
      'BadRequest_MethodNotImplemented',
      "The 'OR' operator is not supported on distinct fields on an OData filter.",
    ],
    [
      `~/customers?$filter=${q("currencyCode eq 'EUR'")}`,
      400,
      'BadRequest',
      "The property 'currencyCode' cannot be used in the $filter or $orderby query option.",
    ],
    [
      `~/customers?$filter=${q('number eq')}`,
      400,
      'BadRequest',
      "Syntax error at position 9 in 'number eq'. Expected an expression.",
    ],
    [
      '~/customers?$expand=customerFinancialDetails',
      400,
      'BadRequest',
      "Could not find a property named 'customerFinancialDetails' on type 'Microsoft.NAV.customer'.",
    ],
    ['~/customers?$oddity=1', 400, 'BadRequest', "The query parameter '$oddity' is not supported."],
    [
      '~/customers(00000000-0000-0000-0000-000000000001)',
      404,
      'BadRequest_NotFound',
      'Bad Request - Error in query syntax',
    ],
    ['~/customers(nonsense)', 400, 'BadRequest', 'Syntax error at position '],
    ["~/customers('nonsense')", 404, 'BadRequest_NotFound', 'Bad Request - Error in query syntax'],
    [
      'companies(00000000-0000-0000-0000-000000000001)/customers',
      404,
      'Internal_CompanyNotFound',
      'Cannot process the request because the default company cannot be found.',
    ],
    [
      'customers',
      404,
      'Internal_CompanyNotFound',
      'Cannot process the request because the default company cannot be found.',
    ],
    ['~/contacts', 501, 'NotEmulated', "The local Business Central does not emulate the entity set 'contacts'."],
    [
      '~/customers?$expand=picture',
      501,
      'NotEmulated',
      "The local Business Central does not emulate the navigation property 'picture' of customers.",
    ],
    ['$metadata', 501, 'NotEmulated', 'The local Business Central does not emulate $metadata.'],
    [
      '~/customers?$apply=aggregate($count as n)',
      501,
      'NotEmulated',
      'The local Business Central does not emulate $apply.',
    ],
    ['~/customers?$skiptoken=nonsense', 400, 'BadRequest', 'The skip token is not valid.'],
  ])('%s', async (path, status, code, message) => {
    const [actualStatus, actualCode, actualMessage] = errorOf(await get(path));
    expect([actualStatus, actualCode]).toEqual([status, code]);
    expect(actualMessage.startsWith(message)).toBe(true);
  });

  it('other interfaces with their names', async () => {
    const base = `${client.server.url}/v2.0/contoso.com/Sandbox`;
    expect(errorOf(await get(`${base}/api/microsoft/automation/v2.0/companies`))[2]).toContain(
      'api/microsoft/automation/v2.0',
    );
    expect(errorOf(await get(`${base}/ODataV4/Company`))[2]).toContain('ODataV4');
    expect((await get(`${client.server.url}/elsewhere`)).status).toBe(404);
  });

  it('`in` and nested functions before schema version 2.1', async () => {
    const filter = "number in ('10000','20000')";
    expect((await filtered('customers', filter)).status).toBe(400);
    expect((await filtered('customers', filter, '&$schemaversion=2.1')).json.column('number')).toEqual([
      '10000',
      '20000',
    ]);
    const nested = "contains(tolower(displayName),'ski')";
    expect((await filtered('customers', nested)).status).toBe(400);
    expect((await filtered('customers', nested, '&$schemaversion=2.1')).json.rows).toHaveLength(1);
  });

  it('nothing with a lambda, which it ignores', async () => {
    const { json } = await filtered('salesOrders', 'salesOrderLines/any(l:l/quantity gt 1000000)');
    expect(json.rows.length).toBeGreaterThan(5);
  });

  it.each([
    ['POST', 'companies', "'POST' requests for 'companies' of EdmType 'Entity' are not allowed"],
    ['POST', '~/customerFinancialDetails', "'POST' requests for 'customerFinancialDetails'"],
    ['DELETE', '~/customers', "'DELETE' requests for 'customers'"],
    ['PUT', '~/customers', "'PUT' requests for 'customers'"],
  ])('%s %s with 405', async (method, path, message) => {
    const [status, code, text] = errorOf(await client.send(method, path, {}));
    expect([status, code]).toEqual([405, 'BadRequest_MethodNotAllowed']);
    expect(text.startsWith(message)).toBe(true);
  });
});
