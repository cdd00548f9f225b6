import type { Route } from '../../../sandbox/salesclient/browser/app/route';
import { provideXrm } from '../../../sandbox/salesclient/browser/scripts/xrm';
import { ask, client } from './scriptedForm';

function xrm(go: (route: Route) => void = () => undefined): unknown {
  provideXrm({ ...client, go });
  return ask(window, 'Xrm');
}

describe('Xrm', () => {
  it('knows the user', () => {
    const context = ask(xrm(), 'Utility', ['getGlobalContext']);
    expect(ask(context, 'userSettings', 'userId')).toBe('{AB12}');
    expect(ask(context, 'userSettings', 'languageId')).toBe(1033);
    expect(ask(context, 'userSettings', 'roles', ['get', 'Salesperson'], 'id')).toBe('r1');
    expect(ask(context, 'client', ['getClient'])).toBe('Web');
  });

  it('opens a form', async () => {
    const routes: Route[] = [];
    const options = { entityName: 'account', entityId: '{A1}' };
    await ask(
      xrm((route) => routes.push(route)),
      'Navigation',
      ['openForm', options],
    );
    expect(routes).toEqual([{ page: 'record', table: 'account', id: 'a1', form: undefined }]);
  });

  it('reads a record with the rights of the user', async () => {
    const addresses: string[] = [];
    const metadata = { LogicalName: 'account', EntitySetName: 'accounts', value: [] };
    Object.assign(globalThis, {
      fetch: (address: string) => {
        addresses.push(address);
        const body = address.includes('EntityDefinitions') ? metadata : { name: 'Adatum' };
        return Promise.resolve({ ok: true, headers: new Map(), text: () => Promise.resolve(JSON.stringify(body)) });
      },
    });
    const row = await ask(xrm(), 'WebApi', ['retrieveRecord', 'account', 'a1', '?$select=name']);
    expect(row).toEqual({ name: 'Adatum' });
    expect(addresses[addresses.length - 1]).toBe('/api/data/v9.2/accounts(a1)?$select=name');
  });

  it.each(['Page', 'Panel'])('throws for %s, which is not emulated', (member) => {
    expect(() => ask(xrm(), member)).toThrow(`The sandbox does not emulate Xrm.${member}.`);
  });
});
