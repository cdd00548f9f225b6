import type { Client } from '../app/ClientContext';
import { isRightToLeft } from '../app/session';
import { controlWebApi } from '../controls/webApi';
import { formId } from './attributeValue';
import { collection } from './collection';
import { emulated } from './emulated';

/** What `Xrm.Utility.getGlobalContext()` answers. */
export function globalContext({ session, user }: Client): object {
  const roles = user.roles.map(({ id, name }) => ({ id, name, entityType: 'role' }));
  return emulated('globalContext', {
    client: emulated('globalContext.client', {
      getClient: () => 'Web',
      getClientState: () => 'Online',
      getFormFactor: () => (session.width === 'phone' ? 3 : 1),
      isOffline: () => false,
      isNetworkAvailable: () => navigator.onLine,
    }),
    getClientUrl: () => window.location.origin,
    userSettings: emulated('globalContext.userSettings', {
      userId: formId(user.id),
      userName: user.name,
      languageId: session.language,
      isRTL: isRightToLeft(session),
      roles: collection('globalContext.userSettings.roles', roles, ({ name }) => name),
      securityRoles: roles.map(({ id }) => id),
    }),
  });
}

function text(value: unknown, key: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The part of the client API that does not belong to a form. Source: learn.microsoft.com, "Xrm object". */
export function xrm(client: Client): object {
  return emulated('Xrm', {
    WebApi: emulated('Xrm.WebApi', controlWebApi(client.session.language)),
    Utility: emulated('Xrm.Utility', { getGlobalContext: () => globalContext(client) }),
    Navigation: emulated('Xrm.Navigation', {
      openForm: (options: unknown) => {
        const table = text(options, 'entityName');
        if (table === undefined) return Promise.reject(new Error('Xrm.Navigation.openForm needs entityName.'));
        const id = text(options, 'entityId')?.replace(/[{}]/g, '').toLowerCase();
        client.go({ page: 'record', table, id, form: text(options, 'formId') });
        return Promise.resolve({ savedEntityReference: null });
      },
      openAlertDialog: (words: unknown) => client.dialogs.alert(text(words, 'text') ?? ''),
    }),
  });
}

/** Makes `Xrm` known to scripts. */
export function provideXrm(client: Client): void {
  Object.assign(window, { Xrm: xrm(client) });
}
