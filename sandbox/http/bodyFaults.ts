import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { Fault } from './faults';

const SIGN_IN_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in to your account</title></head>' +
  '<body><form method="post" action="/common/login"><input name="loginfmt" type="email"></form></body></html>';

/** What a fault makes of an answer whose work is done: the payload to send instead. */
export function applyBodyFault(fault: Fault, payload: unknown, reply: FastifyReply): unknown {
  const body = typeof payload === 'string' ? payload : Buffer.isBuffer(payload) ? payload.toString('utf8') : '';
  switch (fault.kind) {
    case 'cut':
      return cut(fault.at, body, reply);
    case 'halfPage':
      return replace(body.slice(0, Math.ceil(body.length / 2)), reply);
    case 'malformedJson':
      return replace(`${body.slice(0, -1)},,}`, reply);
    case 'signInPage':
      reply.code(200).type('text/html; charset=utf-8');
      return replace(SIGN_IN_PAGE, reply);
    case 'drip':
      reply.removeHeader('content-length');
      return Readable.from(drip(Buffer.from(body), fault.bytes, fault.everyMilliseconds));
    case 'status':
    case 'stall':
    case 'delay':
      return payload;
  }
}

function replace(body: string, reply: FastifyReply): string {
  reply.header('content-length', Buffer.byteLength(body));
  return body;
}

function cut(at: 'beforeWork' | 'beforeHeaders' | number, body: string, reply: FastifyReply): unknown {
  if (typeof at !== 'number') {
    reply.raw.socket?.destroy();
    return body;
  }
  const whole = Buffer.from(body);
  reply.header('content-length', whole.length);
  return Readable.from(partThenCut(whole.subarray(0, at), reply));
}

async function* partThenCut(part: Buffer, reply: FastifyReply): AsyncGenerator<Buffer> {
  // An empty first piece would not make Node send the headers.
  if (part.length > 0) {
    yield part;
  } else {
    reply.raw.flushHeaders();
  }
  // The bytes leave with the next turn of the event loop; the cut comes after them.
  await sleep(10);
  reply.raw.socket?.destroy();
}

async function* drip(whole: Buffer, bytes: number, everyMilliseconds: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < whole.length; start += bytes) {
    await sleep(everyMilliseconds, undefined, { ref: false });
    yield whole.subarray(start, start + bytes);
  }
}
