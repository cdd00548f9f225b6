import { readRefreshProgress } from '../../dataverse/refreshRequests';
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
});
