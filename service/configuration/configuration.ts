import type { Secret } from './secret';

/** How the service signs in to both sides. */
export type Credential =
  | { readonly kind: 'secret'; readonly tenantId: string; readonly clientId: string; readonly secret: Secret }
  | {
      readonly kind: 'certificate';
      readonly tenantId: string;
      readonly clientId: string;
      /** PEM file with certificate and private key. */
      readonly certificatePath: string;
    }
  /** `clientId` is `null` for the system-assigned identity. */
  | { readonly kind: 'managedIdentity'; readonly clientId: string | null }
  /** For a sandbox on this machine only. */
  | { readonly kind: 'fixed'; readonly businessCentralToken: Secret; readonly dataverseToken: Secret };

export const logLevels = ['error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything the service is told from outside; validated. */
export interface Configuration {
  readonly businessCentral: {
    /** Without tenant, environment and API version. */
    readonly url: string;
    /** GUID or domain; `null`: the tenant of the token. */
    readonly tenantId: string | null;
    readonly environmentName: string;
    /** Name or id of the only company to synchronize; `null`: every company. */
    readonly company: string | null;
  };
  readonly dataverse: { readonly url: string };
  readonly credential: Credential;
  /** Shared with the Dataverse webhook; `serve` refuses to start without it. */
  readonly webhookKey: Secret | null;
  readonly scheduleMinutes: number;
  readonly port: number;
  readonly logLevel: LogLevel;
}

/** One thing that is wrong with the configuration. */
export interface ConfigurationProblem {
  readonly setting: string;
  /** A sentence that names the setting and what to do; never its value. */
  readonly message: string;
}
