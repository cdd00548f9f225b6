import { hashOf, routeOf } from '../../../sandbox/salesclient/browser/app/route';
import { searchOf, sessionOf } from '../../../sandbox/salesclient/browser/app/session';

describe('The address of the client', () => {
  it.each([
    { page: 'list', table: 'account', view: undefined },
    { page: 'list', table: 'account', view: '5e0a' },
    { page: 'record', table: 'account', id: 'ab12', form: undefined },
    { page: 'record', table: 'account', id: undefined, form: 'f1' },
  ] as const)('leads back to %o', (route) => {
    expect(routeOf(hashOf(route))).toEqual(route);
  });

  it('starts with the accounts', () => {
    expect(routeOf('')).toEqual({ page: 'list', table: 'account', view: undefined });
  });

  it('takes a part that is not encoded as it stands', () => {
    expect(routeOf('#/%E0%A4%A')).toEqual({ page: 'list', table: '%E0%A4%A', view: undefined });
  });

  it('keeps user, theme, language, direction and width', () => {
    const session = sessionOf('?user=admin@cronus.example&theme=dark&language=1031&direction=rtl&width=phone');
    expect(session).toEqual({
      user: 'admin@cronus.example',
      theme: 'dark',
      language: 1031,
      direction: 'rtl',
      width: 'phone',
    });
    expect(sessionOf(searchOf(session))).toEqual(session);
  });

  it('takes the default for anything that it does not know', () => {
    expect(sessionOf('?theme=pink&language=7')).toEqual({
      user: 'seller@cronus.example',
      theme: 'light',
      language: 1033,
      direction: 'auto',
      width: 'full',
    });
  });
});
