import fc from 'fast-check';
import { isRefreshRequestCreated, refusalOf, rowIdOf } from '../../../service/webhook/webhookRequest';
import { isSameKey } from '../../../service/webhook/webhookKey';

const expected = { key: 'correct-horse-battery', organization: 'contoso.crm4.dynamics.com' };

function call(query: string, headers: Record<string, string> = {}): Parameters<typeof refusalOf>[0] {
  return {
    url: new URL(`http://service/webhook${query}`),
    headers: { 'x-ms-dynamics-organization': expected.organization, ...headers },
  };
}

describe('a webhook call', () => {
  it.each([
    ['with the key as ?code=', call('?code=correct-horse-battery'), null],
    ['with the key in the header', call('', { 'x-bci-webhook-key': expected.key }), null],
    [
      'with the organization in capitals',
      call('?code=correct-horse-battery', { 'x-ms-dynamics-organization': 'Contoso.CRM4.dynamics.com' }),
      null,
    ],
    ['without a key', call(''), 401],
    ['with an empty key', call('?code='), 401],
    ['with a key that begins right', call('?code=correct-horse'), 401],
    ['with a key that goes on', call('?code=correct-horse-battery-staple'), 401],
    [
      'of another organization',
      call('?code=correct-horse-battery', { 'x-ms-dynamics-organization': 'evil.crm4.dynamics.com' }),
      403,
    ],
    ['of no organization', { ...call('?code=correct-horse-battery'), headers: {} }, 403],
  ])('%s', (_, request, refusal) => {
    expect(refusalOf(request, expected)).toBe(refusal);
  });

  it.each([
    ['bci_refreshrequest', 'Create', true],
    ['bci_refreshrequest', 'Update', false],
    ['account', 'Create', false],
  ])('about %s %s is one of ours: %s', (entity, request, isOurs) => {
    const headers = { 'x-ms-dynamics-entity-name': entity, 'x-ms-dynamics-request-name': request };
    expect(isRefreshRequestCreated(call('', headers))).toBe(isOurs);
  });

  it.each([
    [
      '{"PrimaryEntityId":"8C8D4F51-A72B-E511-80D9-3863BB349780","InputParameters":[]}',
      '8c8d4f51-a72b-e511-80d9-3863bb349780',
    ],
    ['{"PrimaryEntityId":"accounts(1)"}', null],
    ['{"PrimaryEntityId":{"toString":1}}', null],
    ['[]', null],
    ['', null],
    ['{"PrimaryEntityId":', null],
  ])('names a row: %s', (body, rowId) => {
    expect(rowIdOf(body)).toBe(rowId);
  });

  it('with any body at all is read without a failure', () => {
    fc.assert(fc.property(fc.string(), (body) => rowIdOf(body) === null));
    fc.assert(fc.property(fc.json(), (body) => rowIdOf(body) === null));
  });

  it('keys are the same only when every character is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (given, wanted) => isSameKey(given, wanted) === (given === wanted)),
    );
  });
});
