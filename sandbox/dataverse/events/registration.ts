import { notCovered } from '../records/dataverseError';
import type { Table } from '../metadata/model';
import type { Row } from '../metadata/rows';

/** Contract of a service endpoint that is a web hook, and its ways to show a key. */
export const webHookContract = 8;
export const webHookAuthentication = { webhookKey: 4, httpHeader: 5, httpQueryString: 6 } as const;

/**
 * Throws 501 for a service endpoint or processing step of a kind that the sandbox does not call: it calls web hooks
 * asynchronously, after Create, Update and Delete.
 */
export function demandRegistration(table: Table, values: Row): void {
  if (table.logicalName === 'serviceendpoint') demandEndpoint(values);
  if (table.logicalName === 'sdkmessageprocessingstep') demandStep(values);
}

function demandEndpoint(values: Row): void {
  if (values.contract !== webHookContract) throw notCovered('service endpoints other than web hooks (contract 8)');
  const known: readonly unknown[] = Object.values(webHookAuthentication);
  if (!known.includes(values.authtype)) {
    throw notCovered('web hooks without the authentication types 4 (webhook key), 5 (header) or 6 (query string)');
  }
}

function demandStep(values: Row): void {
  if (values.mode !== 1) throw notCovered('synchronous processing steps (mode 0)');
  if (values.stage !== 40) throw notCovered('processing steps at another stage than 40 (after the operation)');
}
