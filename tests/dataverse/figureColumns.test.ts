import fc from 'fast-check';
import { figureNames, unavailableReasons } from '../../domain/customerStatistics';
import { figureColumns, readUnavailable, unavailableText } from '../../dataverse/figureColumns';

describe('the reasons why figures are missing', () => {
  it('are a JSON object of columns', () => {
    expect(unavailableText({ total: 'partMissing', balance: 'permissionDenied' })).toBe(
      '{"bci_balance":"permissionDenied","bci_total":"partMissing"}',
    );
    expect(unavailableText({})).toBeNull();
  });

  it('come back as they were written, within the length of the column', () => {
    const reasons = fc.dictionary(fc.constantFrom(...figureNames), fc.constantFrom(...unavailableReasons));
    fc.assert(
      fc.property(reasons, (unavailable) => {
        const text = unavailableText(unavailable);
        expect(readUnavailable(text)).toEqual({ ...unavailable });
        expect(text?.length ?? 0).toBeLessThanOrEqual(2000);
      }),
    );
  });

  it('of a later version read as a failed read', () => {
    expect(readUnavailable('{"bci_total":"eclipse","bci_moon":"full"}')).toEqual({ total: 'readFailed' });
  });

  it.each([null, '', 'null', '7', '[]', '{', '"text"'])('are none in %p', (text) => {
    expect(readUnavailable(text)).toEqual({});
  });

  it('name one column for each figure', () => {
    expect(new Set(Object.values(figureColumns)).size).toBe(figureNames.length);
  });
});
