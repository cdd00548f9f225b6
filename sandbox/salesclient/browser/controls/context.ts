import { localeOf, type Session } from '../app/session';
import type { Dialogs } from '../app/dialogs';
import type { SignedInUser } from '../dataverse/user';
import { controlFormatting } from './formatting';
import { fluentDesign } from './theme';
import { controlUserSettings } from './userSettings';
import { controlWebApi } from './webApi';

type Context = ComponentFramework.Context<Record<string, unknown>>;

/** What the page lends to a control. */
export interface HostServices {
  readonly session: Session;
  readonly user: SignedInUser;
  readonly dialogs: Dialogs;
  readonly openRecord: (table: string, id: string | undefined) => void;
}

/** What changes from one update to the next. */
export interface HostState {
  readonly parameters: Record<string, unknown>;
  readonly updatedProperties: readonly string[];
  readonly strings: ReadonlyMap<string, string>;
  readonly label: string;
  readonly width: number;
  readonly disabled: boolean;
  readonly record: { readonly table: string; readonly id: string | undefined; readonly name: string };
}

const verbs = ['', 'create', 'read', 'write', 'delete', 'assign', 'share', 'append', 'appendto'];

/** Privilege types of the client API: 1 create, 2 read, 3 write, …; depth -1 is "none". */
function hasPrivilege(user: SignedInUser, table: string, type: number, depth: number): boolean {
  const granted = user.privileges.get(`prv${verbs[type] ?? ''}${table.toLowerCase()}`);
  return granted !== undefined && granted >= depth;
}

function unsupported(name: string): () => Promise<never> {
  return () => Promise.reject(new Error(`The sandbox does not emulate ${name}.`));
}

function navigation({ dialogs, openRecord }: HostServices): ComponentFramework.Navigation {
  return {
    openAlertDialog: ({ text }) => dialogs.alert(text),
    openConfirmDialog: async ({ title = '', text }) => ({ confirmed: await dialogs.confirm(title, text) }),
    openErrorDialog: ({ message = '', details = '' }) => dialogs.alert([message, details].filter(Boolean).join('\n')),
    openFile: unsupported('navigation.openFile'),
    openForm: (options) => {
      openRecord(options.entityName, options.entityId);
      return Promise.resolve({ savedEntityReference: [] });
    },
    openUrl: (url) => void window.open(url, '_blank', 'noopener'),
    openWebResource: (name) => void window.open(`/WebResources/${name}`, '_blank', 'noopener'),
  };
}

function utility({ dialogs, user }: HostServices): ComponentFramework.Utility {
  return {
    getEntityMetadata: unsupported('utils.getEntityMetadata'),
    hasEntityPrivilege: (table, type, depth) => hasPrivilege(user, table, type, depth),
    lookupObjects: async ({ entityTypes, defaultEntityType }) => {
      const table = defaultEntityType ?? entityTypes[0];
      const chosen = table === undefined ? null : await dialogs.lookup(table);
      return chosen === null ? [] : [chosen];
    },
  };
}

/** A `ComponentFramework.Context` as a form of a model-driven app gives it to a virtual control. */
export function controlContext(services: HostServices, state: HostState): Context {
  const { session } = services;
  return {
    parameters: state.parameters,
    updatedProperties: [...state.updatedProperties],
    events: {},
    client: {
      disableScroll: false,
      getClient: () => 'Web',
      getFormFactor: () => (session.width === 'phone' ? 3 : 1),
      isOffline: () => false,
      isNetworkAvailable: () => navigator.onLine,
    },
    device: {
      captureAudio: unsupported('device.captureAudio'),
      captureImage: unsupported('device.captureImage'),
      captureVideo: unsupported('device.captureVideo'),
      getBarcodeValue: unsupported('device.getBarcodeValue'),
      getCurrentPosition: unsupported('device.getCurrentPosition'),
      pickFile: unsupported('device.pickFile'),
    },
    factory: {
      getPopupService: () => {
        throw new Error('The sandbox does not emulate factory.getPopupService.');
      },
      requestRender: () => undefined,
    },
    formatting: controlFormatting(localeOf[session.language]),
    mode: {
      allocatedHeight: -1,
      allocatedWidth: state.width,
      isControlDisabled: state.disabled,
      isVisible: true,
      label: state.label,
      setControlState: () => true,
      setFullScreen: () => undefined,
      trackContainerResize: () => undefined,
      // Not in the typings, but there in every model-driven form.
      ...{
        contextInfo: {
          entityId: state.record.id,
          entityTypeName: state.record.table,
          entityRecordName: state.record.name,
        },
      },
    },
    navigation: navigation(services),
    resources: {
      getString: (id) => state.strings.get(id) ?? id,
      getResource: (_id, _success, failure) => failure(),
    },
    userSettings: controlUserSettings(session, services.user),
    utils: utility(services),
    webAPI: controlWebApi(session.language),
    fluentDesignLanguage: fluentDesign(session.theme),
    copilot: { executeEvent: unsupported('copilot.executeEvent'), executePrompt: unsupported('copilot.executePrompt') },
  };
}
