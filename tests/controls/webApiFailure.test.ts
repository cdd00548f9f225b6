import { UnreadableRowError } from '../../dataverse/unreadableRow';
import { readFailureOf } from '../../controls/shared/webApiFailure';

const NOW = Date.UTC(2026, 10, 23, 11);
const of = (error: unknown, connected = true) => readFailureOf(error, connected, NOW);

describe('a rejection of the Web API', () => {
  it.each([
    ['an unsigned code', { errorCode: 2147746336 }],
    ['a signed code', { errorCode: -2147220960 }],
    ['a code as text', { code: '0x80040220' }],
    ['a missing privilege of the principal', { errorCode: 0x80048306 }],
    ['a status', { status: 403 }],
    ['a status in place of the code', { errorCode: 403 }],
    ['a status within the raw answer', { message: 'x', raw: '{"_httpStatusCode":403}' }],
    ['a code within the raw answer’s error', { raw: '{"error":{"code":"0x80040220"}}' }],
  ])('is forbidden with %s', (_name, error) => {
    expect(of(error)).toEqual({ kind: 'forbidden', by: 'role' });
  });

  it.each([[{ errorCode: 0x80040217 }], [{ status: 404 }], [{ errorCode: -2147220969 }]])(
    'is a missing record (%p)',
    (error) => {
      expect(of(error)).toEqual({ kind: 'notCoupled', missing: true });
    },
  );

  it.each([
    ['the number of requests', { errorCode: 0x80072322 }, 30],
    ['the execution time', { errorCode: 0x80072321 }, 30],
    ['requests at a time', { errorCode: 0x80072326 }, 30],
    ['status 429 and Retry-After', { status: 429, headers: { 'Retry-After': '17' } }, 17],
    ['Retry-After in the raw answer', { errorCode: 429, raw: '{"_retryAfter":5}' }, 5],
    ['Retry-After as a date', { status: 429, retryAfter: 'Mon, 23 Nov 2026 11:01:00 GMT' }, 60],
    ['Retry-After in the past', { status: 429, retryAfter: 'Mon, 23 Nov 2026 10:00:00 GMT' }, 1],
    ['Retry-After that means nothing', { status: 429, retryAfter: 'soon' }, 30],
    ['Retry-After of 0', { status: 429, retryAfter: 0 }, 1],
  ])('is throttled by %s', (_name, error, seconds) => {
    expect(of(error)).toEqual({ kind: 'throttled', retryAt: NOW + seconds * 1000 });
  });

  it.each([
    ['a request that never left', new TypeError('Failed to fetch'), true],
    ['status 0', { status: 0 }, true],
    ['anything without a network', { errorCode: 0x80040265 }, false],
  ])('is offline with %s', (_name, error, connected) => {
    expect(of(error, connected)).toEqual({ kind: 'offline' });
  });

  it.each([
    ['the activity id', { errorCode: 1, raw: '{"_activityId":"abc-1"}' }, 'abc-1'],
    ['the code', { errorCode: -2147220891 }, '0x80040265'],
    ['the status', { status: 500 }, 'HTTP 500'],
    ['what it can when there is nothing', undefined, 'Web API'],
    ['what it can when it is a text', 'boom', 'Web API'],
    ['what it can when raw is not JSON', { raw: '<html>' }, 'Web API'],
    ['the column that is not as promised', new UnreadableRowError('bci_customer', 'bci_name'), 'bci_customer bci_name'],
  ])('fails with %s as reference', (_name, error, reference) => {
    expect(of(error)).toEqual({ kind: 'failed', reference });
  });
});
