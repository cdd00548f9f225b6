import fc from 'fast-check';

import { OrderedKeys } from '../../../../sandbox/dataverse/records/orderedKeys';

const sorted = (keys: Iterable<string>): string[] => [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1));

it('holds what a sorted set holds, whatever is added and removed', () => {
  const changes = fc.array(fc.tuple(fc.boolean(), fc.string({ maxLength: 3 })), { maxLength: 200 });
  fc.assert(
    fc.property(changes, fc.string({ maxLength: 3 }), (steps, from) => {
      const keys = new OrderedKeys();
      const model = new Set<string>();
      for (const [add, key] of steps) {
        if (add) {
          keys.add(key);
          model.add(key);
        } else {
          keys.delete(key);
          model.delete(key);
        }
      }
      const all = sorted(model);
      expect(keys.size).toBe(all.length);
      expect([...keys.ascending()]).toEqual(all);
      expect([...keys.descending()]).toEqual([...all].reverse());
      expect([...keys.ascending(from)]).toEqual(all.filter((key) => key >= from));
      expect([...keys.descending(from)]).toEqual(all.filter((key) => key < from).reverse());
    }),
  );
});

it('stays in order when it grows beyond many chunks, forwards and shuffled', () => {
  const names = Array.from({ length: 6000 }, (_, number) => String((number * 7919) % 6007).padStart(5, '0'));
  for (const order of [names, sorted(names)]) {
    const keys = new OrderedKeys();
    for (const name of order) keys.add(name);
    expect([...keys.ascending()]).toEqual(sorted(names));
    for (const name of order.slice(0, 5900)) keys.delete(name);
    expect([...keys.ascending()]).toEqual(sorted(order.slice(5900)));
  }
});
