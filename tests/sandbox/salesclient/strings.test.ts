import { languages } from '../../../sandbox/salesclient/browser/app/session';
import { stringsOf } from '../../../sandbox/salesclient/browser/strings/strings';

describe('The words of the client', () => {
  const english = Object.keys(stringsOf(1033)).sort();

  it.each(languages)('are complete in language %i', (language) => {
    const strings: Record<string, string> = stringsOf(language);
    expect(Object.keys(strings).sort()).toEqual(english);
    expect(Object.values(strings).filter((text) => text.trim() === '')).toEqual([]);
  });
});
