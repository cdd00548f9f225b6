import { readRefreshProgress, refreshRequestRow } from '../../dataverse/refreshRequests';
import { UnreadableRowError } from '../../dataverse/unreadableRow';

describe('a refresh request', () => {
  it.each([
    [727000000, 'waiting'],
    [727000001, 'running'],
    [727000002, 'done'],
    [727000003, 'failed'],
    [null, 'waiting'],
  ])('in state %p is %s', (value, state) => {
    expect(readRefreshProgress({ bci_state: value, bci_message: 'A sentence.' })).toEqual({
      state,
      message: 'A sentence.',
    });
  });

  it('is refused when it is not one', () => {
    expect(() => readRefreshProgress({ bci_state: 'done' })).toThrow(UnreadableRowError);
    expect(() => readRefreshProgress(null)).toThrow(UnreadableRowError);
  });

  it('names its customer', () => {
    expect(refreshRequestRow({ kind: 'customer', id: '1111' }, '10000 Adatum')).toEqual({
      bci_name: '10000 Adatum',
      'bci_CustomerId@odata.bind': '/bci_customers(1111)',
    });
  });

  it('names its items', () => {
    expect(refreshRequestRow({ kind: 'items', ids: ['1111', '2222'] }, 'Quote 1')).toEqual({
      bci_name: 'Quote 1',
      bci_itemids: '1111,2222',
    });
  });

  it('has a name that fits into its column', () => {
    expect(refreshRequestRow({ kind: 'customer', id: '1111' }, 'x'.repeat(101)).bci_name).toHaveLength(100);
  });
});
