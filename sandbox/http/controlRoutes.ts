import type { FastifyInstance } from 'fastify';
import type { CallLog } from './calls';
import { FaultRuleError, parseFaultRules } from './faults';
import type { FaultSwitch } from './faults';

/**
 * The switchboard of a local service: `GET`, `POST`, `DELETE /sandbox/faults` (`?id=` for one rule) and
 * `GET`, `DELETE /sandbox/calls`. A rule is `{when, fault, delayMilliseconds, times}`, see `faults.ts`.
 */
export function registerControlRoutes(app: FastifyInstance, faults: FaultSwitch, calls: CallLog): void {
  app.get('/sandbox/faults', () => ({ rules: faults.list() }));
  app.post('/sandbox/faults', async (request, reply) => {
    try {
      const rules = parseFaultRules(readJson(request.body)).map((rule) => faults.add(rule));
      return await reply.code(201).send({ rules });
    } catch (error) {
      if (error instanceof FaultRuleError || error instanceof SyntaxError) {
        return reply.code(400).send({ error: { code: 'BadFaultRule', message: error.message } });
      }
      throw error;
    }
  });
  app.delete<{ Querystring: { id?: string } }>('/sandbox/faults', async (request, reply) => {
    faults.clear(request.query.id === undefined ? undefined : Number(request.query.id));
    return reply.code(204).send();
  });
  app.get('/sandbox/calls', () => calls.summary());
  app.delete('/sandbox/calls', async (_request, reply) => {
    calls.reset();
    return reply.code(204).send();
  });
}

function readJson(body: unknown): unknown {
  return JSON.parse(typeof body === 'string' ? body : '');
}
