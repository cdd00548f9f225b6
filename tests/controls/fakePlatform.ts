import type { ControlContext } from '../../controls/CustomerStatistics/manifestTypes';
import { fakeFormatting } from './fakeFormatting';

export const languages = { 1033: 'en-GB', 1031: 'de-DE', 1030: 'da-DK', 1036: 'fr-FR' } as const;
export type LanguageCode = keyof typeof languages;

export interface Request {
  readonly method: 'retrieve' | 'create';
  readonly table: string;
  readonly id: string;
  readonly options: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Answers a request, or throws what the platform rejects with. */
export type Answer = (request: Request) => unknown;

export interface FakePlatformOptions {
  readonly language?: LanguageCode;
  readonly strings: ReadonlyMap<string, string>;
  readonly customerId?: string | null;
  readonly answer: Answer;
}

function refuse(): never {
  throw new Error('A control does not use this.');
}

function isAnswer(value: unknown): value is ComponentFramework.WebApi.Entity {
  return typeof value === 'object' && value !== null;
}

/** The platform around one control: what it hands over, what it was asked, and what can change. */
export class FakePlatform {
  readonly requests: Request[] = [];
  readonly opened: string[] = [];
  /** Tables with the privilege that the user does not have: `bci_refreshrequest 1`. */
  readonly missingPrivileges = new Set<string>();
  customerId: string | null;
  entityId = '22222222-2222-4222-8222-222222222222';
  security: ComponentFramework.PropertyHelper.SecurityValues | undefined = undefined;
  isDisabled = false;
  isOnline = true;
  isRTL = false;
  clientName = 'Web';
  offsetMinutes = 0;
  chosen: ComponentFramework.LookupValue[] = [];
  design: ComponentFramework.FluentDesignState | undefined = undefined;
  answer: Answer;
  private readonly language: LanguageCode;
  private readonly strings: ReadonlyMap<string, string>;

  constructor({ language = 1033, strings, customerId = null, answer }: FakePlatformOptions) {
    this.language = language;
    this.strings = strings;
    this.customerId = customerId;
    this.answer = answer;
  }

  /** Another object each time, as the platform does. */
  context(): ControlContext {
    return {
      client: {
        disableScroll: false,
        getFormFactor: () => 1,
        getClient: () => this.clientName,
        isOffline: () => !this.isOnline,
        isNetworkAvailable: () => this.isOnline,
      },
      formatting: fakeFormatting(languages[this.language], this.offsetMinutes),
      mode: this.mode(),
      navigation: this.navigation(),
      resources: { getString: (key) => this.strings.get(key) ?? key, getResource: refuse },
      userSettings: this.userSettings(),
      utils: this.utility(),
      webAPI: this.webApi(),
      parameters: { customer: this.customer() },
      updatedProperties: [],
      events: {},
      ...(this.design && { fluentDesignLanguage: this.design }),
      factory: { getPopupService: refuse, requestRender: refuse },
      device: {
        captureAudio: refuse,
        captureImage: refuse,
        captureVideo: refuse,
        getBarcodeValue: refuse,
        getCurrentPosition: refuse,
        pickFile: refuse,
      },
      copilot: { executeEvent: refuse, executePrompt: refuse },
    };
  }

  private customer(): ComponentFramework.PropertyTypes.LookupProperty {
    const reference = { id: this.customerId ?? '', entityType: 'bci_customer', name: '' };
    return {
      raw: this.customerId === null ? [] : [reference],
      error: false,
      errorMessage: '',
      type: 'Lookup.Simple',
      security: this.security,
      getTargetEntityType: () => 'bci_customer',
      getViewId: () => '33333333-3333-4333-8333-333333333333',
    };
  }

  private mode(): ComponentFramework.Mode {
    const mode = {
      allocatedHeight: -1,
      allocatedWidth: 800,
      isControlDisabled: this.isDisabled,
      isVisible: true,
      label: 'Business Central',
      contextInfo: { entityId: this.entityId, entityTypeName: 'account' },
      setControlState: refuse,
      setFullScreen: refuse,
      trackContainerResize: refuse,
    };
    return mode;
  }

  private navigation(): ComponentFramework.Navigation {
    return {
      openAlertDialog: refuse,
      openConfirmDialog: refuse,
      openErrorDialog: refuse,
      openFile: refuse,
      openForm: refuse,
      openUrl: (url) => void this.opened.push(url),
      openWebResource: refuse,
    };
  }

  private userSettings(): ComponentFramework.UserSettings {
    return {
      get dateFormattingInfo(): never {
        return refuse();
      },
      get numberFormattingInfo(): never {
        return refuse();
      },
      isRTL: this.isRTL,
      languageId: this.language,
      securityRoles: [],
      userId: '44444444-4444-4444-8444-444444444444',
      userName: 'Seller',
      getTimeZoneOffsetMinutes: () => this.offsetMinutes,
    };
  }

  private utility(): ComponentFramework.Utility {
    return {
      getEntityMetadata: refuse,
      hasEntityPrivilege: (table, privilege) => !this.missingPrivileges.has(`${table} ${privilege}`),
      lookupObjects: () => Promise.resolve(this.chosen),
    };
  }

  private webApi(): ComponentFramework.WebApi {
    return {
      retrieveRecord: (table, id, options = '') => this.ask({ method: 'retrieve', table, id, options, data: {} }),
      createRecord: async (table, data) => {
        const created: unknown = await this.ask({ method: 'create', table, id: '', options: '', data });
        const id = isAnswer(created) && 'id' in created ? String(created.id) : '';
        return { entityType: table, id };
      },
      updateRecord: refuse,
      deleteRecord: refuse,
      retrieveMultipleRecords: refuse,
    };
  }

  private async ask(request: Request): Promise<ComponentFramework.WebApi.Entity> {
    this.requests.push(request);
    const answer = await this.answer(request);
    // The platform hands on whatever the server said, nonsense included.
    return isAnswer(answer) ? answer : { value: answer };
  }
}
