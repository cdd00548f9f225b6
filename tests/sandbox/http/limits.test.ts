import { ConcurrencyLimiter, SlidingWindowLimiter } from '../../../sandbox/http/limits';

describe('the sliding window', () => {
  it('admits as much as the window holds and says when there is room again', () => {
    let now = 1_000;
    const limiter = new SlidingWindowLimiter({ amount: 3, windowMilliseconds: 100 }, () => now);
    expect(limiter.take('a')).toEqual({ admitted: true, remaining: 2 });
    now += 10;
    expect(limiter.take('a', 2)).toEqual({ admitted: true, remaining: 0 });
    expect(limiter.take('a')).toEqual({ admitted: false, retryAfterMilliseconds: 90 });
    expect(limiter.take('a', 2)).toEqual({ admitted: false, retryAfterMilliseconds: 100 });
    now += 90;
    expect(limiter.take('a')).toEqual({ admitted: true, remaining: 0 });
  });

  it('keeps callers apart', () => {
    const limiter = new SlidingWindowLimiter({ amount: 1, windowMilliseconds: 100 }, () => 0);
    expect(limiter.take('a').admitted).toBe(true);
    expect(limiter.take('b').admitted).toBe(true);
    expect(limiter.take('a').admitted).toBe(false);
  });

  it('counts what is added afterwards', () => {
    const limiter = new SlidingWindowLimiter({ amount: 10, windowMilliseconds: 100 }, () => 0);
    limiter.add('a', 25);
    expect(limiter.take('a', 0)).toEqual({ admitted: false, retryAfterMilliseconds: 100 });
  });

  it('forgets long runs of calls as they leave the window', () => {
    let now = 0;
    const limiter = new SlidingWindowLimiter({ amount: 5_000, windowMilliseconds: 1_000 }, () => now);
    const admitted = Array.from({ length: 20_000 }, () => {
      now += 1;
      return limiter.take('a').admitted;
    });
    expect(admitted.every(Boolean)).toBe(true);
  });
});

describe('the concurrency limit', () => {
  it('queues up to its length, refuses the rest and hands places on in order', async () => {
    const limiter = new ConcurrencyLimiter({ running: 1, queued: 2, queueMilliseconds: 10_000 });
    const order: string[] = [];
    const first = await limiter.enter('a');
    const second = limiter.enter('a').then((entry) => (order.push('second'), entry));
    const third = limiter.enter('a').then((entry) => (order.push('third'), entry));
    expect(await limiter.enter('a')).toEqual({ admitted: false, reason: 'full' });
    expect((await limiter.enter('b')).admitted).toBe(true);
    leave(first);
    leave(first);
    leave(await second);
    leave(await third);
    expect(order).toEqual(['second', 'third']);
    expect((await limiter.enter('a')).admitted).toBe(true);
  });

  it('gives up a call that waited too long', async () => {
    const limiter = new ConcurrencyLimiter({ running: 1, queued: 2, queueMilliseconds: 5 });
    const keepAlive = setTimeout(() => undefined, 5_000);
    await limiter.enter('a');
    expect(await limiter.enter('a')).toEqual({ admitted: false, reason: 'waitedTooLong' });
    clearTimeout(keepAlive);
  });
});

function leave(entry: { admitted: boolean; leave?: () => void }): void {
  entry.leave?.();
}
