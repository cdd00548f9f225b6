import { z } from 'zod';
import * as connection from '../../dataverse/generated/bciConnection';
import type { RowReader } from '../../dataverse/rowReader';
import { ServiceError } from '../http/serviceError';
import type {
  ConnectionFacts,
  ConnectionHealth,
  ConnectionState,
  StoredConnection,
  StoreOptions,
} from '../sync/snapshotStore';
import { cutText, instantOf } from './columnText';
import { quoted, type DataverseApi } from './dataverseApi';
import { readRow } from './readRow';

const columns = [
  connection.primaryKey,
  connection.name,
  connection.tenantId,
  connection.environmentName,
  connection.companyId,
  connection.companyName,
  connection.webClientUrl,
  connection.currencyCode,
  connection.health,
  connection.lastSuccessOn,
  connection.customersVerifiedOn,
  connection.customersVerifiedFor,
  connection.itemsVerifiedOn,
  connection.lastError,
  connection.lastErrorOn,
  connection.statecode,
];

type Columns = Partial<ConnectionFacts & ConnectionState>;

function connectionOf(row: RowReader): StoredConnection {
  const health: ConnectionHealth = row.choice(connection.health, connection.HealthChoice) ?? 'notChecked';
  return {
    id: row.requiredText(connection.primaryKey),
    name: row.text(connection.name) ?? '',
    tenantId: row.text(connection.tenantId)?.toLowerCase() ?? null,
    environmentName: row.text(connection.environmentName) ?? '',
    companyId: (row.text(connection.companyId) ?? '').toLowerCase(),
    companyName: row.text(connection.companyName) ?? '',
    webClientUrl: row.text(connection.webClientUrl) ?? '',
    currencyCode: row.text(connection.currencyCode),
    health,
    lastSuccessOn: instantOf(row, connection.lastSuccessOn),
    customersVerifiedOn: instantOf(row, connection.customersVerifiedOn),
    customersVerifiedFor: row.date(connection.customersVerifiedFor),
    itemsVerifiedOn: instantOf(row, connection.itemsVerifiedOn),
    lastError: row.text(connection.lastError),
    lastErrorOn: instantOf(row, connection.lastErrorOn),
    active: row.number(connection.statecode) !== connection.StatecodeChoice.inactive,
  };
}

function read(value: unknown): StoredConnection {
  return readRow(connection.logicalName, value, connectionOf);
}

function write(changes: Columns): Record<string, unknown> {
  const { health, lastError } = changes;
  const all: Record<string, unknown> = {
    [connection.name]: changes.name,
    [connection.tenantId]: changes.tenantId,
    [connection.environmentName]: changes.environmentName,
    [connection.companyName]: changes.companyName,
    [connection.webClientUrl]: changes.webClientUrl,
    [connection.currencyCode]: changes.currencyCode,
    [connection.health]: health === undefined ? undefined : connection.HealthChoice[health],
    [connection.lastSuccessOn]: changes.lastSuccessOn,
    [connection.customersVerifiedOn]: changes.customersVerifiedOn,
    [connection.customersVerifiedFor]: changes.customersVerifiedFor,
    [connection.itemsVerifiedOn]: changes.itemsVerifiedOn,
    [connection.lastError]:
      typeof lastError === 'string' ? cutText(lastError, connection.lastErrorMaxLength) : lastError,
    [connection.lastErrorOn]: changes.lastErrorOn,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The rows of bci_connection, one for each company. */
export class ConnectionRows {
  constructor(private readonly api: DataverseApi) {}

  async list(options: StoreOptions): Promise<readonly StoredConnection[]> {
    const path = `${connection.entitySetName}?$select=${columns.join(',')}`;
    const rows = await this.api.list(path, z.looseObject({}), options);
    return rows.map(read);
  }

  /** By its key, so that doing it twice leaves one row. */
  async create(facts: ConnectionFacts, options: StoreOptions): Promise<StoredConnection> {
    const address = `${connection.entitySetName}(${connection.companyId}=${quoted(facts.companyId)})`;
    await this.api.upsert(address, write({ ...facts, health: 'notChecked' }), options);
    const created = await this.api.find(`${address}?$select=${columns.join(',')}`, z.looseObject({}), options);
    if (created !== null) return read(created);
    throw new ServiceError({
      kind: 'protocol',
      message: 'Dataverse does not find the connection that it just created.',
    });
  }

  async update(id: string, changes: Columns, options: StoreOptions): Promise<void> {
    await this.api.update(`${connection.entitySetName}(${id})`, write(changes), options);
  }
}
