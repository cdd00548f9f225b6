import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { duplicateRecord } from './records/dataverseError';
import { errorResponse } from './webapi/errorResponse';
import type { Organization } from './records/session';
import type { ApiResponse } from './webapi/messages';
import type { IncomingRequest } from './webapi/service';

const raceSchema = z.strictObject({ entitySet: z.string().min(1), times: z.int().positive().default(1) });

/**
 * Lets another writer be first. Two writers that upsert one new key at a time: now and then one of them is answered
 * 412 0x80040237 although the row is there then (powerapps-tools issue 606, coe-starter-kit issue 7141). Requests to
 * the sandbox never overlap, so the race is set up: the row is stored, and the answer is the loser's.
 */
export class UpsertRaces {
  private readonly armed = new Map<string, number>();

  constructor(private readonly organization: Organization) {}

  /** The next so many upserts that create rows of the set lose the race. */
  arm(entitySet: string, times = 1): void {
    this.armed.set(entitySet, (this.armed.get(entitySet) ?? 0) + times);
  }

  /** Answers the request by `answer`, or as the loser when a race is set up and rows came into being. */
  async run(request: IncomingRequest, answer: () => Promise<ApiResponse>): Promise<ApiResponse> {
    const set = upsertedSet(request);
    const left = set === undefined ? 0 : (this.armed.get(set) ?? 0);
    if (set === undefined || left === 0) return answer();
    const before = this.rowsOf(set);
    const response = await answer();
    if (response.status >= 300 || this.rowsOf(set) === before) return response;
    this.armed.set(set, left - 1);
    return errorResponse(duplicateRecord());
  }

  private rowsOf(entitySet: string): number {
    const table = this.organization.catalog.current.tableBySet(entitySet);
    return table === undefined ? 0 : this.organization.store.size(table.logicalName);
  }
}

/** `POST /sandbox/races` `{"entitySet":"accounts","times":1}` sets races up from outside. */
export function registerRaces(app: FastifyInstance, races: UpsertRaces): void {
  app.post('/sandbox/races', async (request, reply) => {
    const read = raceSchema.safeParse(typeof request.body === 'string' ? parsed(request.body) : undefined);
    if (!read.success)
      return reply.code(400).send({ error: { code: 'BadRace', message: z.prettifyError(read.error) } });
    races.arm(read.data.entitySet, read.data.times);
    return reply.code(204).send();
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The set that a request upserts into: by PATCH of a key, or by UpsertMultiple. */
function upsertedSet({ method, url }: IncomingRequest): string | undefined {
  const path = /^\/api\/data\/v9\.[0-2]\/(\w+)(\(|\/Microsoft\.Dynamics\.CRM\.UpsertMultiple)/.exec(url);
  if (path === null) return undefined;
  const isUpsert = path[2] === '(' ? method === 'PATCH' : method === 'POST';
  return isUpsert ? path[1] : undefined;
}
