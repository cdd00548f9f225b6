import { RecordStore } from '../../../../sandbox/dataverse/records/store';

const newStore = (): RecordStore => new RecordStore((table) => `${table}id`);

it('undoes everything when a transaction throws, the indexes too', () => {
  const store = newStore();
  store.put('ship', '1', { shipid: '1', port: { table: 'port', id: 'a' } });
  expect([...store.idsWith('ship', 'port', 'a')]).toEqual(['1']);
  expect(() =>
    store.transaction(() => {
      store.put('ship', '1', { port: { table: 'port', id: 'b' } });
      store.put('ship', '2', { shipid: '2', port: { table: 'port', id: 'a' } });
      store.remove('ship', '1');
      throw new Error('no');
    }),
  ).toThrow('no');
  expect([...store.idsWith('ship', 'port', 'a')]).toEqual(['1']);
  expect([...store.idsWith('ship', 'port', 'b')]).toEqual([]);
  expect(store.size('ship')).toBe(1);
});

it('undoes only the inner transaction when that one fails', () => {
  const store = newStore();
  store.transaction(() => {
    store.put('ship', '1', { name: 'outer' });
    expect(() =>
      store.transaction(() => {
        store.put('ship', '1', { name: 'inner' });
        throw new Error('inner');
      }),
    ).toThrow('inner');
  });
  expect(store.row('ship', '1')).toMatchObject({ name: 'outer' });
});

it('joins a pair once and parts it', () => {
  const store = newStore();
  store.join('userroles', { userid: 'u', roleid: 'r' });
  store.join('userroles', { userid: 'u', roleid: 'r' });
  expect(store.joined('userroles', 'userid', 'u', 'roleid')).toEqual(['r']);
  store.unjoin('userroles', { userid: 'u', roleid: 'r' });
  expect(store.joined('userroles', 'userid', 'u', 'roleid')).toEqual([]);
});

it('drops a column and a table', () => {
  const store = newStore();
  store.put('ship', '1', { name: 'x', colour: 'red' });
  store.dropColumn('ship', 'colour');
  expect(store.row('ship', '1')).not.toHaveProperty('colour');
  store.dropTable('ship');
  expect([...store.rows('ship')]).toEqual([]);
});
