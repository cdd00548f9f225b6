import { z } from 'zod';
import * as refreshRequest from '../../dataverse/generated/bciRefreshRequest';
import { quoted, type DataverseApi } from '../dataverse/dataverseApi';
import { isServiceError, ServiceError } from '../http/serviceError';
import type { StoreOptions } from '../sync/snapshotStore';

const ENDPOINT_NAME = 'Business Central Integration: refresh requests';
const STEP_NAME = 'Business Central Integration: refresh request created';

/** Option values of serviceendpoint and sdkmessageprocessingstep. Source: Microsoft Learn, table references. */
const WEBHOOK_CONTRACT = 8;
const NORMAL_CONNECTION = 1;
const WEBHOOK_KEY = 4;
const ASYNCHRONOUS = 1;
const AFTER_OPERATION = 40;
const SERVER_ONLY = 0;

export interface WebhookAddress {
  /** Where Dataverse reaches the service, ending in /webhook. */
  readonly url: string;
  readonly key: string;
}

export interface WebhookRegistration {
  readonly endpointId: string;
  readonly stepId: string;
}

async function findId(
  api: DataverseApi,
  set: string,
  key: string,
  filter: string,
  options: StoreOptions,
): Promise<string | null> {
  const path = `${set}?$select=${key}&$filter=${filter}`;
  const [row] = await api.list(path, z.object({ [key]: z.guid() }), options);
  return row?.[key]?.toLowerCase() ?? null;
}

function named(name: string): string {
  return `name eq ${quoted(name)}`;
}

async function messageIds(api: DataverseApi, options: StoreOptions): Promise<{ message: string; filter: string }> {
  const message = await findId(api, 'sdkmessages', 'sdkmessageid', "name eq 'Create'", options);
  const conditions = `primaryobjecttypecode eq ${quoted(refreshRequest.logicalName)} and _sdkmessageid_value eq ${message ?? ''}`;
  const filter =
    message === null
      ? null
      : await findId(api, 'sdkmessagefilters', 'sdkmessagefilterid', encodeURI(conditions), options);
  if (message !== null && filter !== null) return { message, filter };
  throw new ServiceError({
    kind: 'config',
    code: 'solutionMissing',
    message: `Dataverse does not know the creation of ${refreshRequest.logicalName}. Import the solution BusinessCentralIntegration, then register the webhook again.`,
  });
}

/** The roles of the solution are no remedy here: registering is customizing, which the running service need not do. */
function needsCustomizer(refusal: ServiceError): ServiceError {
  const { code, correlationId = 'none' } = refusal;
  return new ServiceError({
    ...refusal.toJSON(),
    message: `Dataverse does not let this account register a webhook${code === undefined ? '' : ` (${code})`}. Give the application user the role "System Customizer", run bci register-webhook again, and take the role away afterwards. (Correlation id ${correlationId}.)`,
  });
}

/**
 * Lets Dataverse call the service when a user asks for a refresh: a service endpoint and an asynchronous step on the
 * creation of refresh requests. Done twice it leaves one of each, with the address and key of the last time; the key
 * cannot be read back, so it is always written. Needs the rights of a System Customizer.
 * @throws {ServiceError} `permission` with the role that is missing; what every request throws
 */
export async function registerWebhook(
  api: DataverseApi,
  address: WebhookAddress,
  options: StoreOptions,
): Promise<WebhookRegistration> {
  try {
    return await register(api, address, options);
  } catch (error) {
    throw isServiceError(error, 'permission') ? needsCustomizer(error) : error;
  }
}

async function register(
  api: DataverseApi,
  address: WebhookAddress,
  options: StoreOptions,
): Promise<WebhookRegistration> {
  const { message, filter } = await messageIds(api, options);
  const endpoint = {
    name: ENDPOINT_NAME,
    contract: WEBHOOK_CONTRACT,
    connectionmode: NORMAL_CONNECTION,
    authtype: WEBHOOK_KEY,
    authvalue: address.key,
    url: address.url,
  };
  const knownEndpoint = await findId(api, 'serviceendpoints', 'serviceendpointid', named(ENDPOINT_NAME), options);
  if (knownEndpoint !== null) await api.update(`serviceendpoints(${knownEndpoint})`, endpoint, options);
  const endpointId = knownEndpoint ?? (await api.create('serviceendpoints', endpoint, options));
  const step = {
    name: STEP_NAME,
    mode: ASYNCHRONOUS,
    stage: AFTER_OPERATION,
    rank: 1,
    supporteddeployment: SERVER_ONLY,
    asyncautodelete: true,
    'sdkmessageid@odata.bind': `/sdkmessages(${message})`,
    'sdkmessagefilterid@odata.bind': `/sdkmessagefilters(${filter})`,
    'eventhandler_serviceendpoint@odata.bind': `/serviceendpoints(${endpointId})`,
  };
  const steps = 'sdkmessageprocessingsteps';
  const knownStep = await findId(api, steps, 'sdkmessageprocessingstepid', named(STEP_NAME), options);
  if (knownStep !== null) return { endpointId, stepId: knownStep };
  return { endpointId, stepId: await api.create(steps, step, options) };
}
