import { InProcessRequestGate, type ApiLimits } from '../../../service/gate/inProcessRequestGate';
import { systemTiming, type Timing } from '../../../service/http/timing';
import { ServiceError } from '../../../service/http/serviceError';

const limits: ApiLimits = {
  atOnce: 3,
  perWindow: 20,
  windowMs: 1000,
  atOnceForOnDemand: 1,
  perWindowForOnDemand: 5,
};

/** Jest's clock moves the global timers only. */
const timing: Timing = {
  ...systemTiming,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

interface Gated {
  readonly gate: InProcessRequestGate;
  /** Instants at which requests began. */
  readonly starts: number[];
  readonly order: string[];
  highest: number;
  request(name: string, milliseconds: number): () => Promise<void>;
}

function createGated(): Gated {
  let running = 0;
  const gated: Gated = {
    gate: new InProcessRequestGate({ api: limits }, timing),
    starts: [],
    order: [],
    highest: 0,
    request: (name, milliseconds) => async () => {
      gated.starts.push(Date.now());
      gated.order.push(name);
      running += 1;
      gated.highest = Math.max(gated.highest, running);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      running -= 1;
    },
  };
  return gated;
}

function mostInAnyWindow(starts: readonly number[], windowMs: number): number {
  return Math.max(...starts.map((start) => starts.filter((at) => at >= start && at < start + windowMs).length));
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('the request gate', () => {
  it('never runs more at a time than allowed, periodic work less', async () => {
    const gated = createGated();
    const all = Array.from({ length: 8 }, () => gated.gate.run('api', 'periodic', undefined, gated.request('p', 10)));
    await jest.advanceTimersByTimeAsync(200);
    await Promise.all(all);
    expect(gated.highest).toBe(2);
    const mixed = (['periodic', 'onDemand', 'periodic', 'onDemand', 'onDemand'] as const).map((lane) =>
      gated.gate.run('api', lane, undefined, gated.request(lane, 10)),
    );
    await jest.advanceTimersByTimeAsync(200);
    await Promise.all(mixed);
    expect(gated.highest).toBe(3);
  });

  it('keeps the limit in every window, also at its edges', async () => {
    const gated = createGated();
    const all: Promise<void>[] = [];
    for (let burst = 0; burst < 8; burst += 1) {
      for (let i = 0; i < 10; i += 1) all.push(gated.gate.run('api', 'onDemand', undefined, gated.request('o', 1)));
      await jest.advanceTimersByTimeAsync(333);
    }
    await jest.advanceTimersByTimeAsync(10_000);
    await Promise.all(all);
    expect(gated.starts).toHaveLength(80);
    expect(mostInAnyWindow(gated.starts, limits.windowMs)).toBe(20);
  });

  it('leaves a share of every window to on-demand work', async () => {
    const gated = createGated();
    const periodic = Array.from({ length: 40 }, () =>
      gated.gate.run('api', 'periodic', undefined, gated.request('p', 1)),
    );
    await jest.advanceTimersByTimeAsync(500);
    expect(gated.order.filter((name) => name === 'p')).toHaveLength(15);
    const onDemand = gated.gate.run('api', 'onDemand', undefined, gated.request('o', 1));
    await jest.advanceTimersByTimeAsync(2);
    await onDemand;
    expect(gated.order.at(-1)).toBe('o');
    await jest.advanceTimersByTimeAsync(5000);
    await Promise.all(periodic);
  });

  it('lets on-demand work pass periodic work that waits', async () => {
    const gated = createGated();
    const periodic = Array.from({ length: 6 }, (_, i) =>
      gated.gate.run('api', 'periodic', undefined, gated.request(`p${i}`, 100)),
    );
    await jest.advanceTimersByTimeAsync(10);
    const onDemand = gated.gate.run('api', 'onDemand', undefined, gated.request('o', 1));
    await jest.advanceTimersByTimeAsync(5);
    await onDemand;
    expect(gated.order).toEqual(['p0', 'p1', 'o']);
    await jest.advanceTimersByTimeAsync(1000);
    await Promise.all(periodic);
  });

  it('starts nothing during a pause, and a shorter pause does not end a longer one', async () => {
    const gated = createGated();
    await gated.gate.pause('api', 5000);
    await gated.gate.pause('api', 1000);
    const waiting = gated.gate.run('api', 'onDemand', undefined, gated.request('o', 1));
    await jest.advanceTimersByTimeAsync(4999);
    expect(gated.starts).toEqual([]);
    await jest.advanceTimersByTimeAsync(10);
    await waiting;
    expect(gated.starts).toHaveLength(1);
  });

  it('lets a longer pause take over from a shorter one', async () => {
    const gated = createGated();
    await gated.gate.pause('api', 1000);
    await gated.gate.pause('api', 3000);
    const waiting = gated.gate.run('api', 'periodic', undefined, gated.request('p', 1));
    await jest.advanceTimersByTimeAsync(2999);
    expect(gated.starts).toEqual([]);
    await jest.advanceTimersByTimeAsync(10);
    await waiting;
  });

  it('lets go of a caller that is stopped while waiting', async () => {
    const gated = createGated();
    await gated.gate.pause('api', 10_000);
    const controller = new AbortController();
    const waiting = gated.gate.run('api', 'periodic', controller.signal, gated.request('p', 1));
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' });
    await expect(gated.gate.run('api', 'onDemand', controller.signal, gated.request('o', 1))).rejects.toBeInstanceOf(
      ServiceError,
    );
    expect(gated.starts).toEqual([]);
    gated.gate.close();
  });

  it('hands an error of the request on and frees its slot', async () => {
    const gated = createGated();
    const failing = (): Promise<never> => Promise.reject(new ServiceError({ kind: 'refused', message: 'No.' }));
    for (let i = 0; i < 5; i += 1) {
      await expect(gated.gate.run('api', 'periodic', undefined, failing)).rejects.toMatchObject({ kind: 'refused' });
    }
  });

  it('does not limit a connection without limits', async () => {
    const gated = createGated();
    await expect(gated.gate.run('other', 'periodic', undefined, () => Promise.resolve(1))).resolves.toBe(1);
  });
});
