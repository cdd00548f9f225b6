import { badPayload, DataverseError, invalidArgument } from '../records/dataverseError';
import { inTransaction } from '../records/session';
import { noContent, ok } from './messages';
import { readRowAddress } from './referenceUri';
import { isRecord, readRowInput } from './rowInput';
import { findRow, requireRow } from './rowKeys';
import { readJson } from './writeJson';
import { createKeyed, createWithRelated, updateWith } from './writeRows';
import type { ApiContext } from './context';
import type { ApiRequest, ApiResponse } from './messages';
import type { RowKey } from './rowKeys';
import type { Table } from '../metadata/model';

/** `POST set/Microsoft.Dynamics.CRM.CreateMultiple`: all or nothing; answers the ids. */
export function createMultiple(context: ApiContext, request: ApiRequest, table: Table): ApiResponse {
  const targets = readTargets(request, table);
  const ids = inTransaction(context.session, () =>
    targets.map((target) => createWithRelated(context, table, readRowInput(context, table, target, 'create'))),
  );
  return ok({ '@odata.context': `${context.root}$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse`, Ids: ids });
}

/** `POST set/Microsoft.Dynamics.CRM.UpdateMultiple`: every row must exist. */
export function updateMultiple(context: ApiContext, request: ApiRequest, table: Table): ApiResponse {
  const targets = readTargets(request, table);
  inTransaction(context.session, () => {
    for (const target of targets) {
      const key = keyOf(context, table, target);
      if (key === undefined) throw invalidArgument('Each target of UpdateMultiple needs the id of its row.');
      updateWith(
        context,
        table,
        requireRow(context.session, table, key),
        readRowInput(context, table, target, 'update'),
      );
    }
  });
  return noContent();
}

/** `POST set/Microsoft.Dynamics.CRM.UpsertMultiple`: updates the rows that exist and creates the others. */
export function upsertMultiple(context: ApiContext, request: ApiRequest, table: Table): ApiResponse {
  const targets = readTargets(request, table);
  inTransaction(context.session, () => {
    for (const target of targets) upsert(context, table, target);
  });
  return noContent();
}

function upsert(context: ApiContext, table: Table, target: Record<string, unknown>): void {
  const key = keyOf(context, table, target);
  if (key === undefined) {
    createWithRelated(context, table, readRowInput(context, table, target, 'create'));
    return;
  }
  const id = findRow(context.session, table, key);
  if (id === undefined) createKeyed(context, table, key, readRowInput(context, table, target, 'create'));
  else updateWith(context, table, id, readRowInput(context, table, target, 'update'));
}

/** The row that a target means: by `@odata.id`, or by its primary id. */
function keyOf(context: ApiContext, table: Table, target: Record<string, unknown>): RowKey | undefined {
  const address = target['@odata.id'];
  if (typeof address === 'string') {
    const named = readRowAddress(context, address);
    if (named.table !== table) throw invalidArgument(`The address ${address} is not one of ${table.entitySetName}.`);
    return named.key;
  }
  const id = target[table.primaryIdColumn];
  return typeof id === 'string' ? { kind: 'id', id: id.toLowerCase() } : undefined;
}

function readTargets(request: ApiRequest, table: Table): readonly Record<string, unknown>[] {
  const body = readJson(request.body, table);
  const targets = isRecord(body) ? body.Targets : undefined;
  if (!Array.isArray(targets) || targets.length === 0) {
    throw badPayload(
      table.entitySetName,
      'Microsoft.OData.ODataException: The parameter Targets must be a collection of rows.',
    );
  }
  return targets.map((target: unknown) => readTarget(target, table));
}

function readTarget(target: unknown, table: Table): Record<string, unknown> {
  if (!isRecord(target))
    throw badPayload(table.entitySetName, 'Microsoft.OData.ODataException: A target is not an object.');
  const type = target['@odata.type'];
  // Each target must say its type: learn.microsoft.com, "Use bulk operation messages".
  if (typeof type !== 'string') {
    throw badPayload(
      table.entitySetName,
      "Microsoft.OData.ODataException: A type named 'Microsoft.Dynamics.CRM.crmbaseentity' could not be resolved: set @odata.type on each target.",
    );
  }
  if (type.replace(/^#/, '') !== `Microsoft.Dynamics.CRM.${table.logicalName}`) {
    throw new DataverseError(
      400,
      '0x80048d19',
      `The target's type ${type} is not Microsoft.Dynamics.CRM.${table.logicalName}.`,
    );
  }
  return target;
}
