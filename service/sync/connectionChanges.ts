import type { BusinessCentralEnvironment, CompanyRecord } from './ports';
import type { RunContext } from './runContext';
import type { ConnectionFacts, SnapshotStore, StoredConnection } from './snapshotStore';
import type { RowsOutcome } from './synchronizeRows';

/** A tenant can also be configured by a domain, of which it can have several: only its id identifies it. */
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a connection says of its company. */
export function factsOf(environment: BusinessCentralEnvironment, company: CompanyRecord): ConnectionFacts {
  return {
    name: company.displayName === '' ? company.name : company.displayName,
    tenantId: GUID.test(environment.tenantId ?? '') ? environment.tenantId : null,
    environmentName: environment.environmentName,
    companyId: company.id,
    companyName: company.name,
    webClientUrl: environment.webClientUrl,
    currencyCode: null,
  };
}

/** What Business Central says otherwise than the connection: a renamed company, another address. */
function changedFacts(connection: StoredConnection, facts: ConnectionFacts): Partial<ConnectionFacts> {
  return {
    ...(connection.name === facts.name ? {} : { name: facts.name }),
    ...(connection.companyName === facts.companyName ? {} : { companyName: facts.companyName }),
    ...(connection.webClientUrl === facts.webClientUrl ? {} : { webClientUrl: facts.webClientUrl }),
    ...(connection.tenantId === facts.tenantId || facts.tenantId === null ? {} : { tenantId: facts.tenantId }),
  };
}

/** What the connection says after a run that reached its end. */
export function connectionAfter(
  run: RunContext,
  connection: StoredConnection,
  facts: ConnectionFacts,
  rows: RowsOutcome,
  itemsVerified: boolean,
  finishedOn: string,
): Parameters<SnapshotStore['updateConnection']>[1] {
  const first = run.problems.kept[0];
  return {
    ...changedFacts(connection, facts),
    ...(connection.currencyCode === rows.localCurrencyCode ? {} : { currencyCode: rows.localCurrencyCode }),
    ...(rows.customersVerified ? { customersVerifiedOn: run.startedOn, customersVerifiedFor: rows.today } : {}),
    ...(itemsVerified ? { itemsVerifiedOn: run.startedOn } : {}),
    health: first === undefined ? 'healthy' : 'needsAttention',
    lastSuccessOn: finishedOn,
    lastError: first === undefined ? null : first.reason,
    lastErrorOn: first === undefined ? null : finishedOn,
  };
}
