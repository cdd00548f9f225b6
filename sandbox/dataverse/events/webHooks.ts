import { randomUUID } from 'node:crypto';

import { asReference } from '../records/rowOwner';
import { instantText } from '../records/values';
import { hookRequest, post } from './hookRequest';
import { webHookContract } from './registration';
import type { Delivery } from './hookRequest';
import type { Organization, RecordEvent } from '../records/session';
import type { Row } from '../metadata/rows';

/** Statuses that Dataverse answers with one more try. */
const retried = new Set([502, 503, 504]);

/**
 * Calls web hooks after the changes that their steps are registered for, in the background, and keeps an
 * asyncoperation row for each call: 20 in progress, 30 succeeded, 31 failed.
 */
export class WebHooks {
  private readonly running = new Set<Promise<void>>();
  private closed = false;

  /** @param domain the environment's domain name, told in `x-ms-dynamics-organization` */
  constructor(
    private readonly organization: Organization,
    private readonly domain: string,
  ) {}

  /** Starts the calls that the events ask for. */
  publish(events: readonly RecordEvent[]): void {
    for (const event of events) {
      for (const delivery of this.deliveriesOf(event)) this.start(delivery);
    }
  }

  /** Resolves when no call is under way. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** Starts no more calls; those under way are not waited for. */
  close(): void {
    this.closed = true;
  }

  private start(delivery: Delivery): void {
    if (this.closed) return;
    const call = this.deliver(delivery).finally(() => this.running.delete(call));
    this.running.add(call);
  }

  private deliveriesOf(event: RecordEvent): readonly Delivery[] {
    const { store } = this.organization;
    const found: Delivery[] = [];
    for (const step of store.rows('sdkmessageprocessingstep')) {
      if (step.statecode !== 0 || !this.isFor(step, event)) continue;
      const handler = asReference(step.eventhandler);
      const endpoint = handler === undefined ? undefined : store.row('serviceendpoint', handler.id);
      if (endpoint?.contract === webHookContract) found.push({ step, endpoint, event });
    }
    return found.sort((left, right) => Number(left.step.rank ?? 1) - Number(right.step.rank ?? 1));
  }

  private isFor(step: Row, event: RecordEvent): boolean {
    const { store } = this.organization;
    const message = asReference(step.sdkmessageid);
    if (message === undefined || store.row('sdkmessage', message.id)?.name !== event.message) return false;
    const filter = asReference(step.sdkmessagefilterid);
    if (filter !== undefined && store.row('sdkmessagefilter', filter.id)?.primaryobjecttypecode !== event.table)
      return false;
    const attributes = typeof step.filteringattributes === 'string' ? step.filteringattributes.split(',') : [];
    const wanted = attributes.map((name) => name.trim()).filter((name) => name !== '');
    return event.message !== 'Update' || wanted.length === 0 || wanted.some((name) => name in event.target);
  }

  private async deliver(delivery: Delivery): Promise<void> {
    // The transaction's answer goes out first: an asynchronous step never holds up the request that caused it.
    await new Promise((resolve) => setImmediate(resolve));
    const operationId = this.begin(delivery);
    const request = hookRequest(this.organization, this.domain, delivery, operationId);
    if (request === undefined) {
      this.end(operationId, 'The table or the address of the web hook is gone.', 0);
      return;
    }
    let outcome = await post(request);
    let retries = 0;
    if (outcome.status !== undefined && retried.has(outcome.status)) {
      retries = 1;
      outcome = await post(request);
    }
    const { status, reason } = outcome;
    const succeeded = status !== undefined && status >= 200 && status < 300;
    this.end(
      operationId,
      succeeded ? undefined : (reason ?? `The web hook answered with status ${status ?? 0}.`),
      retries,
    );
  }

  private begin({ step, event }: Delivery): string {
    const { store, newId, clock } = this.organization;
    const id = newId();
    const now = instantText(clock());
    const userReference = { table: 'systemuser', id: event.caller.userId };
    store.put('asyncoperation', id, {
      asyncoperationid: id,
      name: typeof step.name === 'string' ? step.name : event.message,
      messagename: event.message,
      primaryentitytype: event.table,
      // 1 is "System Event", an asynchronous plug-in step.
      operationtype: 1,
      correlationid: event.correlationId,
      requestid: randomUUID(),
      owningextensionid: { table: 'sdkmessageprocessingstep', id: stepIdOf(step) },
      regardingobjectid: { table: event.table, id: event.id },
      ownerid: userReference,
      owninguser: userReference,
      owningbusinessunit: asReference(store.row('systemuser', event.caller.userId)?.businessunitid) ?? null,
      createdon: now,
      createdby: userReference,
      startedon: now,
      retrycount: 0,
      statecode: 2,
      statuscode: 20,
    });
    return id;
  }

  private end(id: string, failure: string | undefined, retryCount: number): void {
    const { store, clock } = this.organization;
    store.put('asyncoperation', id, {
      statecode: 3,
      statuscode: failure === undefined ? 30 : 31,
      retrycount: retryCount,
      completedon: instantText(clock()),
      message: failure ?? null,
      friendlymessage: failure ?? null,
      errorcode: failure === undefined ? null : -2147204784,
    });
  }
}

function stepIdOf(step: Row): string {
  return typeof step.sdkmessageprocessingstepid === 'string' ? step.sdkmessageprocessingstepid : '';
}
