import { z } from 'zod';
import * as customer from '../../dataverse/generated/bciCustomer';
import * as request from '../../dataverse/generated/bciRefreshRequest';
import type { CustomerOrigin, RefreshOutcome, RefreshRequest, StoreOptions } from '../sync/snapshotStore';
import { cutText } from './columnText';
import type { DataverseApi } from './dataverseApi';
import { readRow } from './readRow';

const columns = [request.primaryKey, request.state, request.customerIdValue, request.itemIds].join(',');

function read(value: unknown): RefreshRequest {
  return readRow(request.logicalName, value, (row) => ({
    id: row.requiredText(request.primaryKey),
    state: row.choice(request.state, request.StateChoice) ?? 'waiting',
    customerId: row.text(request.customerIdValue),
    itemIds: row.text(request.itemIds),
  }));
}

/** The rows of bci_refreshrequest, which users create and only the service answers. */
export class RefreshRequestRows {
  constructor(private readonly api: DataverseApi) {}

  async find(id: string, options: StoreOptions): Promise<RefreshRequest | null> {
    const path = `${request.entitySetName}(${id})?$select=${columns}`;
    const row = await this.api.find(path, z.looseObject({}), options);
    return row === null ? null : read(row);
  }

  async unanswered(options: StoreOptions): Promise<readonly RefreshRequest[]> {
    const { waiting, running } = request.StateChoice;
    const filter = `(${request.state} eq ${waiting} or ${request.state} eq ${running} or ${request.state} eq null) and statecode eq 0`;
    const path = `${request.entitySetName}?$select=${columns}&$filter=${encodeURIComponent(filter)}&$orderby=createdon`;
    const rows = await this.api.list(path, z.looseObject({}), options);
    return rows.map(read);
  }

  async update(id: string, outcome: RefreshOutcome, options: StoreOptions): Promise<void> {
    const { message, errorCode, correlationId } = outcome;
    await this.api.update(
      `${request.entitySetName}(${id})`,
      {
        [request.state]: request.StateChoice[outcome.state],
        [request.message]: message === null ? null : cutText(message, request.messageMaxLength),
        [request.errorCode]: errorCode === null ? null : cutText(errorCode, request.errorCodeMaxLength),
        [request.correlationId]: correlationId === null ? null : cutText(correlationId, request.correlationIdMaxLength),
        [request.completedOn]: outcome.completedOn,
      },
      options,
    );
  }

  /** Where the customer of a row comes from; `null` when there is no such row. */
  async customerOrigin(id: string, options: StoreOptions): Promise<CustomerOrigin | null> {
    const path = `${customer.entitySetName}(${id})?$select=${customer.systemId},${customer.connectionIdValue}`;
    const found = await this.api.find(path, z.looseObject({}), options);
    if (found === null) return null;
    return readRow(customer.logicalName, found, (row) => ({
      id,
      systemId: row.requiredText(customer.systemId),
      connectionId: row.requiredText(customer.connectionIdValue),
    }));
  }
}
