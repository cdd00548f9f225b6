import { asReference } from '../records/rowOwner';
import type { RecordEvent } from '../records/session';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** What the context says besides the event. */
export interface ExecutionDetails {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly businessUnitId: string | undefined;
  readonly stepId: string;
  readonly operationId: string;
  readonly operationCreatedOn: Date;
}

const contracts = 'http://schemas.microsoft.com/xrm/2011/Contracts';

/** A larger body loses the parts that hold row values. Source: learn.microsoft.com, "Use webhooks", Request body. */
export const largestBody = 256 * 1024;

/**
 * The JSON that a web hook gets: an instance of RemoteExecutionContext as .NET's data contract serializer writes it.
 * Source: learn.microsoft.com, "Use webhooks to create external handlers for server events".
 */
export function remoteExecutionContext(
  table: Table,
  event: RecordEvent,
  details: ExecutionDetails,
): Record<string, unknown> {
  const own = contextOf(table, event, details, 40, images(table, event));
  const parent = { ...own, ParentContext: null, PostEntityImages: [], PreEntityImages: [], Stage: 30 };
  return { ...own, ParentContext: parent };
}

/** The same without the parts that are left out of a message that is too large. */
export function trimmed(context: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const left = new Set(['ParentContext', 'InputParameters', 'PreEntityImages', 'PostEntityImages']);
  return Object.fromEntries(Object.entries(context).filter(([name]) => !left.has(name)));
}

function contextOf(
  table: Table,
  event: RecordEvent,
  details: ExecutionDetails,
  stage: number,
  postImages: readonly unknown[],
): Record<string, unknown> {
  return {
    BusinessUnitId: details.businessUnitId ?? null,
    CorrelationId: event.correlationId,
    Depth: 1,
    InitiatingUserId: event.caller.actingUserId ?? event.caller.userId,
    InputParameters: [{ key: 'Target', value: target(table, event) }],
    IsExecutingOffline: false,
    IsInTransaction: false,
    IsOfflinePlayback: false,
    IsolationMode: 1,
    MessageName: event.message,
    Mode: 1,
    OperationCreatedOn: contractDate(details.operationCreatedOn, '+0000'),
    OperationId: details.operationId,
    OrganizationId: details.organizationId,
    OrganizationName: details.organizationName,
    OutputParameters: event.message === 'Create' ? [{ key: 'id', value: event.id }] : [],
    OwningExtension: entityReference('sdkmessageprocessingstep', details.stepId),
    PostEntityImages: postImages,
    PreEntityImages: [],
    PrimaryEntityId: event.id,
    PrimaryEntityName: table.logicalName,
    RequestId: event.correlationId,
    SecondaryEntityName: 'none',
    SharedVariables: [],
    Stage: stage,
    UserId: event.caller.userId,
  };
}

function target(table: Table, event: RecordEvent): unknown {
  if (event.message === 'Delete')
    return { __type: `EntityReference:${contracts}`, ...entityReference(table.logicalName, event.id) };
  return { __type: `Entity:${contracts}`, ...entity(table, event.id, event.target) };
}

/** The row's name after the operation, which asynchronous steps always get. */
function images(table: Table, event: RecordEvent): readonly unknown[] {
  const name = table.primaryNameColumn;
  if (name === undefined || event.after === undefined) return [];
  const row: Row = { [name]: event.after[name] ?? null, [table.primaryIdColumn]: event.id };
  return [{ key: 'AsynchronousStepPrimaryName', value: entity(table, event.id, row) }];
}

function entity(table: Table, id: string, row: Row): Record<string, unknown> {
  return {
    Attributes: Object.entries(row).map(([key, value]) => ({ key, value: attribute(table, key, value) })),
    EntityState: null,
    FormattedValues: [],
    Id: id,
    KeyAttributes: [],
    LogicalName: table.logicalName,
    RelatedEntities: [],
    RowVersion: null,
  };
}

function attribute(table: Table, name: string, value: RowValue): unknown {
  if (value === null) return null;
  const column = table.columns.get(name);
  const reference = asReference(value);
  if (reference !== undefined) {
    return { __type: `EntityReference:${contracts}`, ...entityReference(reference.table, reference.id) };
  }
  switch (column?.type) {
    case 'picklist':
    case 'state':
    case 'status':
      return { __type: `OptionSetValue:${contracts}`, Value: value };
    case 'money':
      return { __type: `Money:${contracts}`, Value: value };
    case 'datetime':
      return typeof value === 'string' ? contractDate(new Date(value), '') : null;
    case 'multiselect':
      return {
        __type: `OptionSetValueCollection:${contracts}`,
        ...(Array.isArray(value) ? { Values: value.map((one: number) => ({ Value: one })) } : {}),
      };
    default:
      return value;
  }
}

function entityReference(table: string, id: string): Record<string, unknown> {
  return { Id: id, KeyAttributes: [], LogicalName: table, Name: null, RowVersion: null };
}

/** `/Date(milliseconds)/`, as the data contract serializer writes dates. */
function contractDate(moment: Date, offset: string): string {
  return `/Date(${moment.getTime()}${offset})/`;
}
