import fc from 'fast-check';
import { ODataBatchError, resolveReferences } from '../../../sandbox/odata/batch';
import { formatJsonBatch, parseJsonBatch } from '../../../sandbox/odata/batchJson';
import { boundaryOf, formatMultipartBatch, parseMultipartBatch } from '../../../sandbox/odata/batchMultipart';

describe('a JSON batch', () => {
  it('keeps single requests and atomicity groups in order', () => {
    const items = parseJsonBatch({
      requests: [
        { id: 1, method: 'get', url: 'customers', headers: { Accept: 'x' } },
        { id: '2', method: 'POST', url: 'orders', atomicityGroup: 'g', body: { a: 1 } },
        { id: '3', method: 'POST', url: '$2/lines', atomicityGroup: 'g', dependsOn: ['2'] },
      ],
    });
    expect(items).toEqual([
      {
        kind: 'request',
        request: { id: '1', method: 'GET', url: 'customers', headers: { accept: 'x' }, body: undefined, dependsOn: [] },
      },
      {
        kind: 'changeSet',
        id: 'g',
        requests: [
          { id: '2', method: 'POST', url: 'orders', headers: {}, body: '{"a":1}', dependsOn: [] },
          { id: '3', method: 'POST', url: '$2/lines', headers: {}, body: undefined, dependsOn: ['2'] },
        ],
      },
    ]);
  });

  it.each([
    ['no requests', {}],
    ['a request without method', { requests: [{ id: '1', url: 'x' }] }],
    [
      'an id twice',
      {
        requests: [
          { id: '1', method: 'GET', url: 'x' },
          { id: '1', method: 'GET', url: 'x' },
        ],
      },
    ],
    [
      'a group in two places',
      {
        requests: [
          { id: '1', method: 'POST', url: 'x', atomicityGroup: 'g' },
          { id: '2', method: 'GET', url: 'x' },
          { id: '3', method: 'POST', url: 'x', atomicityGroup: 'g' },
        ],
      },
    ],
    ['text', 'nonsense'],
  ])('is refused with %s', (_what, body) => {
    expect(() => parseJsonBatch(body)).toThrow(ODataBatchError);
  });

  it('embeds JSON bodies in the answer', () => {
    const json = { 'content-type': 'application/json; odata.metadata=minimal' };
    expect(
      formatJsonBatch([
        { kind: 'request', response: { id: '1', status: 200, headers: json, body: '{"value":[]}' } },
        { kind: 'changeSet', id: 'g', responses: [{ id: '2', status: 204, headers: {}, body: undefined }] },
        { kind: 'request', response: { id: '3', status: 200, headers: { 'content-type': 'text/plain' }, body: '7' } },
      ]),
    ).toEqual({
      responses: [
        { id: '1', status: 200, headers: json, body: { value: [] } },
        { id: '2', atomicityGroup: 'g', status: 204, headers: {} },
        { id: '3', status: 200, headers: { 'content-type': 'text/plain' }, body: '7' },
      ],
    });
  });
});

const MULTIPART = [
  '--batch_1',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  '',
  'GET /api/data/v9.2/accounts?$select=name HTTP/1.1',
  'Accept: application/json',
  '',
  '',
  '--batch_1',
  'Content-Type: multipart/mixed; boundary="batch_1_changes"',
  '',
  '--batch_1_changes',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  'Content-ID: 1',
  '',
  'POST /api/data/v9.2/accounts HTTP/1.1',
  'Content-Type: application/json',
  '',
  '{"name":"a\\r\\nb"}',
  '--batch_1_changes',
  'Content-Type: application/http',
  'Content-ID: 2',
  '',
  'DELETE $1/primarycontactid/$ref HTTP/1.1',
  '',
  '--batch_1_changes--',
  '',
  '--batch_1--',
  'epilogue',
].join('\r\n');

describe('a multipart batch', () => {
  it('is read with its change sets, whatever the line ends', () => {
    for (const body of [MULTIPART, MULTIPART.replaceAll('\r\n', '\n')]) {
      expect(parseMultipartBatch(body, 'multipart/mixed;boundary=batch_1')).toEqual([
        {
          kind: 'request',
          request: {
            id: '1',
            method: 'GET',
            url: '/api/data/v9.2/accounts?$select=name',
            headers: { accept: 'application/json' },
            body: undefined,
            dependsOn: [],
          },
        },
        {
          kind: 'changeSet',
          id: 'changeset_2',
          requests: [
            {
              id: '1',
              method: 'POST',
              url: '/api/data/v9.2/accounts',
              headers: { 'content-type': 'application/json' },
              body: '{"name":"a\\r\\nb"}',
              dependsOn: [],
            },
            { id: '2', method: 'DELETE', url: '$1/primarycontactid/$ref', headers: {}, body: undefined, dependsOn: [] },
          ],
        },
      ]);
    }
  });

  it.each([
    ['another content type', MULTIPART, 'application/json'],
    ['a missing end', MULTIPART.replace('--batch_1--', ''), 'multipart/mixed; boundary=batch_1'],
    [
      'a part of another kind',
      MULTIPART.replace('application/http', 'text/plain'),
      'multipart/mixed; boundary=batch_1',
    ],
    ['a broken request line', MULTIPART.replace('GET /api', '/api'), 'multipart/mixed; boundary=batch_1'],
  ])('is refused with %s', (_what, body, contentType) => {
    expect(() => parseMultipartBatch(body, contentType)).toThrow(ODataBatchError);
  });

  it('answers garbage with its own error only', () => {
    const lines = fc.array(fc.constantFrom(...MULTIPART.split('\r\n'), 'x', ': y'), { maxLength: 30 });
    fc.assert(
      fc.property(lines, (text) => {
        try {
          parseMultipartBatch(text.join('\r\n'), 'multipart/mixed; boundary=batch_1');
        } catch (error) {
          expect(error).toBeInstanceOf(ODataBatchError);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is answered part by part', () => {
    const text = formatMultipartBatch(
      [
        { kind: 'request', response: { id: '1', status: 200, headers: { 'OData-Version': '4.0' }, body: '{}' } },
        { kind: 'changeSet', id: 'c', responses: [{ id: '7', status: 204, headers: {}, body: undefined }] },
      ],
      'batchresponse_1',
    );
    const lines = text.split('\r\n');
    expect(lines.slice(0, 8)).toEqual([
      '--batchresponse_1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'HTTP/1.1 200 OK',
      'OData-Version: 4.0',
      '',
      '{}',
    ]);
    expect(lines).toContain('Content-ID: 7');
    expect(lines).toContain('HTTP/1.1 204 No Content');
    expect(lines.at(-2)).toBe('--batchresponse_1--');
    expect(boundaryOf('multipart/mixed; charset=utf-8; boundary=abc')).toBe('abc');
  });
});

it('references to earlier requests become their addresses', () => {
  const locations = new Map([['1', 'accounts(a)']]);
  expect(resolveReferences('$1/contacts', locations)).toBe('accounts(a)/contacts');
  expect(resolveReferences('{"x@odata.bind":"$1"}', locations)).toBe('{"x@odata.bind":"accounts(a)"}');
  expect(resolveReferences('accounts?$select=name&$top=1', locations)).toBe('accounts?$select=name&$top=1');
});
