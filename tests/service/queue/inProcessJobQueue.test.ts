import { InProcessJobQueue } from '../../../service/queue/inProcessJobQueue';
import { Poison, RetryLater, type Handlers } from '../../../service/queue/jobQueue';

interface TestJobs {
  readonly read: { readonly name: string };
}

/** A job that ends when the test says so. */
class Gate {
  private open: () => void = () => undefined;
  readonly passed = new Promise<void>((resolve) => {
    this.open = resolve;
  });

  release(): void {
    this.open();
  }
}

const SLOTS = { onDemand: 2, periodic: 1 };

function note(ran: string[], name: string): Promise<void> {
  ran.push(name);
  return Promise.resolve();
}

async function settled(queue: InProcessJobQueue<TestJobs>): Promise<void> {
  for (;;) {
    const { waiting, active, delayed } = await queue.counts();
    if (waiting + active + delayed === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function started(read: Handlers<TestJobs>['read']): Promise<InProcessJobQueue<TestJobs>> {
  const queue = new InProcessJobQueue<TestJobs>();
  await queue.work({ read }, SLOTS);
  return queue;
}

describe('merging', () => {
  it('40 jobs of one key that wait are one', async () => {
    const queue = new InProcessJobQueue<TestJobs>();
    const ran: string[] = [];
    const added = [];
    for (let count = 0; count < 40; count += 1) {
      added.push(await queue.add('read', { name: 'a' }, { lane: 'onDemand', key: 'a' }));
    }
    await queue.work({ read: ({ name }) => note(ran, name) }, SLOTS);
    await settled(queue);
    expect(ran).toEqual(['a']);
    expect(added.filter(({ merged }) => merged)).toHaveLength(39);
    expect(new Set(added.map(({ id }) => id)).size).toBe(1);
  });

  it('40 more while it runs are exactly one more, after the last ask, never two at once', async () => {
    const gate = new Gate();
    let [runs, atOnce, most] = [0, 0, 0];
    const queue = await started(async () => {
      runs += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      if (runs === 1) await gate.passed;
      atOnce -= 1;
    });
    await queue.add('read', { name: 'a' }, { lane: 'onDemand', key: 'a' });
    for (let count = 0; count < 40; count += 1) await queue.add('read', { name: 'a' }, { lane: 'onDemand', key: 'a' });
    gate.release();
    await settled(queue);
    expect([runs, most]).toEqual([2, 1]);
  });

  it('other keys, and jobs without one, are not merged', async () => {
    const ran: string[] = [];
    const queue = await started(({ name }) => note(ran, name));
    await queue.add('read', { name: 'a' }, { key: 'a' });
    await queue.add('read', { name: 'b' }, { key: 'b' });
    await queue.add('read', { name: 'c' });
    await queue.add('read', { name: 'c' });
    await settled(queue);
    expect(ran.sort()).toEqual(['a', 'b', 'c', 'c']);
  });
});

describe('lanes', () => {
  it('what a person waits for does not wait for periodic work', async () => {
    const gate = new Gate();
    const ran: string[] = [];
    const queue = await started(async ({ name }) => {
      if (name === 'long') await gate.passed;
      ran.push(name);
    });
    await queue.add('read', { name: 'long' });
    await queue.add('read', { name: 'waiting' });
    await queue.add('read', { name: 'urgent' }, { lane: 'onDemand' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ran).toEqual(['urgent']);
    gate.release();
    await settled(queue);
    expect(ran).toEqual(['urgent', 'long', 'waiting']);
  });
});

describe('failures', () => {
  it('are tried again, with growing pauses, and then listed', async () => {
    const attempts: number[] = [];
    const queue = await started(async (_, { attempt }) => {
      attempts.push(attempt);
      await Promise.reject(new Error('no luck'));
    });
    const { id } = await queue.add('read', { name: 'a' }, { attempts: 3, backoffMs: 1 });
    await settled(queue);
    expect(attempts).toEqual([1, 2, 3]);
    expect(await queue.dead(10)).toEqual([{ id, type: 'read', data: { name: 'a' }, reason: 'no luck', attempts: 3 }]);
  });

  it('that are hopeless are not tried again', async () => {
    let runs = 0;
    const queue = await started(() => {
      runs += 1;
      return Promise.reject(new Poison('hopeless'));
    });
    await queue.add('read', { name: 'a' });
    await settled(queue);
    expect([runs, (await queue.counts()).dead]).toEqual([1, 1]);
  });

  it('of a limit use up no try', async () => {
    const attempts: number[] = [];
    const queue = await started(async (_, { attempt }) => {
      attempts.push(attempt);
      if (attempts.length < 4) await Promise.reject(new RetryLater(1));
    });
    await queue.add('read', { name: 'a' }, { attempts: 1 });
    await settled(queue);
    expect(attempts).toEqual([1, 1, 1, 1]);
    expect((await queue.counts()).dead).toBe(0);
  });

  it('a new ask on demand ends the pause before the next try', async () => {
    let runs = 0;
    const queue = await started(async () => {
      runs += 1;
      if (runs === 1) await Promise.reject(new Error('once'));
    });
    const options = { lane: 'onDemand', key: 'a', backoffMs: 3_600_000 } as const;
    await queue.add('read', { name: 'a' }, options);
    while ((await queue.counts()).delayed === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await queue.add('read', { name: 'a' }, options)).toMatchObject({ merged: true });
    await settled(queue);
    expect(runs).toBe(2);
  });

  it('a dead job can be put back to work', async () => {
    let runs = 0;
    const queue = await started(async () => {
      runs += 1;
      if (runs === 1) await Promise.reject(new Poison('not yet'));
    });
    const { id } = await queue.add('read', { name: 'a' }, { key: 'a' });
    await settled(queue);
    await queue.redrive(id);
    await settled(queue);
    expect([runs, (await queue.counts()).dead]).toEqual([2, 0]);
  });
});

describe('delays and schedules', () => {
  it('asks that come during the delay are collected', async () => {
    let runs = 0;
    const queue = await started(() => {
      runs += 1;
      return Promise.resolve();
    });
    for (let count = 0; count < 5; count += 1) {
      await queue.add('read', { name: 'a' }, { lane: 'onDemand', key: 'a', delayMs: 20 });
    }
    expect((await queue.counts()).delayed).toBe(1);
    await settled(queue);
    expect(runs).toBe(1);
  });

  it('a schedule runs again and again until it is cancelled', async () => {
    let runs = 0;
    const queue = await started(() => {
      runs += 1;
      return Promise.resolve();
    });
    await queue.every('s', 2, 'read', { name: 'a' });
    while (runs < 3) await new Promise((resolve) => setTimeout(resolve, 1));
    await queue.cancelEvery('s');
    await settled(queue);
    const before = runs;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(runs).toBe(before);
    await queue.close(0);
  });
});

describe('closing', () => {
  it('waits for what runs and drops what waits', async () => {
    const gate = new Gate();
    const ran: string[] = [];
    const queue = await started(async ({ name }) => {
      await gate.passed;
      ran.push(name);
    });
    await queue.add('read', { name: 'running' });
    await queue.add('read', { name: 'waiting' });
    const closed = queue.close(10_000);
    gate.release();
    expect(await closed).toBe(true);
    expect(ran).toEqual(['running']);
  });

  it('aborts what does not end within the grace time', async () => {
    const gate = new Gate();
    let aborted = false;
    const queue = await started(async (_, { signal }) => {
      signal.addEventListener('abort', () => (aborted = true));
      await gate.passed;
    });
    await queue.add('read', { name: 'a' });
    expect(await queue.close(5)).toBe(false);
    expect(aborted).toBe(true);
    gate.release();
  });
});
