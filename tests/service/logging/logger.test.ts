import { AxiosError, AxiosHeaders } from 'axios';
import { z } from 'zod';
import { ServiceError } from '../../../service/http/serviceError';
import { createLogger, framesOf, type Logger } from '../../../service/logging/logger';

const line = z.record(z.string(), z.unknown());

function capture(): { logger: Logger; text: () => string; lines: () => Record<string, unknown>[] } {
  let written = '';
  const logger = createLogger('trace', (text) => {
    written += text;
  });
  return {
    logger,
    text: () => written,
    lines: () =>
      written
        .trim()
        .split('\n')
        .map((text) => line.parse(JSON.parse(text))),
  };
}

function tokenError(): Error {
  const headers = new AxiosHeaders({ Authorization: 'Bearer planted-secret' });
  return new AxiosError('planted-secret', 'ERR', { headers, url: 'https://x/?q=planted-secret' });
}

describe('a log line', () => {
  it('is JSON with level, UTC time, event and the allowed facts', () => {
    const { logger, lines } = capture();
    logger.info('synchronized', { company: 'CRONUS', rowsRead: 12, outcome: 'succeeded' });
    expect(lines()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
        event: 'synchronized',
        company: 'CRONUS',
        rowsRead: 12,
        outcome: 'succeeded',
      },
    ]);
  });

  it('holds nothing that is not allowed: no names, numbers, amounts, tokens or objects', () => {
    const { logger, text } = capture();
    logger.info('event', {
      name: 'planted-name',
      recordNumber: 'planted-number',
      amount: 4711,
      authorization: 'Bearer planted-secret',
      message: 'planted-message',
      headers: { authorization: 'planted-secret' },
      subject: { toString: () => 'planted-secret' },
      err: tokenError(),
    });
    expect(text()).not.toMatch(/planted|4711/);
  });

  it('cannot be forged by line breaks in a fact', () => {
    const { logger, lines } = capture();
    logger.warn('event', { subject: 'customers\n{"level":"info","event":"forged"}' });
    expect(lines()).toHaveLength(1);
  });

  it('tells of our errors kind, code and correlation id', () => {
    const { logger, lines } = capture();
    const error = new ServiceError({
      kind: 'throttled',
      message: 'planted-message',
      status: 429,
      code: 'Application_TooManyRequests',
      correlationId: 'c1',
      retryAfterMs: 5000,
    });
    logger.failure('failed', error, { company: 'CRONUS' });
    expect(lines()[0]).toMatchObject({
      company: 'CRONUS',
      kind: 'throttled',
      status: 429,
      code: 'Application_TooManyRequests',
      correlationId: 'c1',
      retryAfterMs: 5000,
    });
    expect(JSON.stringify(lines())).not.toContain('planted-message');
  });

  it('tells of foreign errors their type and places, never their text', () => {
    const { logger, text, lines } = capture();
    logger.failure('failed', tokenError());
    logger.failure('failed', 'planted-secret');
    expect(lines()[0]).toMatchObject({ errorName: 'AxiosError', level: 'error' });
    expect(text()).not.toContain('planted');
  });
});

describe('the places of an error', () => {
  it('leave out a message that looks like one', () => {
    const error = new Error('planted\n    at secret (planted-secret:1:1) or so');
    error.stack = `Error: ${error.message}\n    at real (/service/main.ts:1:1)`;
    expect(framesOf(error)).toContain('/service/main.ts:1:1');
    expect(framesOf(error)).not.toContain('planted');
  });
});
