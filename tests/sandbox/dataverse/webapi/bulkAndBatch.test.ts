import { startHarbour } from './harbour';
import type { Answer, Harbour } from './harbour';

let harbour: Harbour;
let port = '';
beforeAll(async () => {
  harbour = await startHarbour();
  port = (await harbour.admin.post('tst_ports', { tst_name: 'Esbjerg', tst_code: 'EBJ' })).id;
});
afterAll(() => harbour.close());

const type = 'Microsoft.Dynamics.CRM.tst_ship';
const bulk = (action: string, targets: readonly Record<string, unknown>[]): Promise<Answer> =>
  harbour.admin.post(`tst_ships/Microsoft.Dynamics.CRM.${action}`, { Targets: targets });
const keyed = (imo: string): string => `tst_ships(_tst_portid_value=${port},tst_imo='${imo}')`;
const shipNamed = async (name: string): Promise<Record<string, unknown> | undefined> =>
  (await harbour.admin.get(`tst_ships?$filter=tst_name eq '${name}'`)).rows[0];

describe('bulk operations', () => {
  it('creates and tells the ids', async () => {
    const { status, json } = await bulk('CreateMultiple', [
      { '@odata.type': type, tst_name: 'B1' },
      { '@odata.type': type, tst_name: 'B2' },
    ]);
    expect(status).toBe(200);
    expect(json.Ids).toHaveLength(2);
  });

  it('updates all rows or none', async () => {
    const one = await harbour.admin.post('tst_ships', { tst_name: 'U1' });
    const good = { '@odata.type': type, tst_shipid: one.id, tst_crew: 5 };
    expect((await bulk('UpdateMultiple', [good])).status).toBe(204);
    const bad = { '@odata.type': type, tst_shipid: '00000000-0000-0000-0000-000000000009', tst_crew: 6 };
    expect((await bulk('UpdateMultiple', [{ ...good, tst_crew: 7 }, bad])).status).toBe(404);
    expect((await harbour.admin.get(`tst_ships(${one.id})`)).json.tst_crew).toBe(5);
  });

  it('upserts by alternate key: creates first, updates then, one row each', async () => {
    const target = (imo: string, crew: number): Record<string, unknown> => ({
      '@odata.type': type,
      '@odata.id': keyed(imo),
      tst_name: `Up ${imo}`,
      tst_crew: crew,
    });
    expect((await bulk('UpsertMultiple', [target('100', 1), target('101', 1)])).status).toBe(204);
    expect((await bulk('UpsertMultiple', [target('100', 2), target('102', 2)])).status).toBe(204);
    const { rows } = await harbour.admin.get(
      `tst_ships?$filter=_tst_portid_value eq ${port}&$orderby=tst_imo&$select=tst_imo,tst_crew`,
    );
    expect(rows).toMatchObject([
      { tst_imo: '100', tst_crew: 2 },
      { tst_imo: '101', tst_crew: 1 },
      { tst_imo: '102', tst_crew: 2 },
    ]);
  });

  it('refuses the key in both places for a new row, and takes it for an existing one', async () => {
    const both = { '@odata.type': type, '@odata.id': keyed('200'), tst_imo: '200', tst_name: 'Both' };
    const created = await bulk('UpsertMultiple', [both]);
    expect([created.status, created.code]).toEqual([400, '0x80040216']);
    await bulk('UpsertMultiple', [{ '@odata.type': type, '@odata.id': keyed('200'), tst_name: 'Both' }]);
    expect((await bulk('UpsertMultiple', [both])).status).toBe(204);
  });

  it('undoes everything when one target is bad', async () => {
    const answer = await bulk('UpsertMultiple', [
      { '@odata.type': type, '@odata.id': keyed('300'), tst_name: 'Lost' },
      { '@odata.type': type, '@odata.id': keyed('301'), tst_name: 'x'.repeat(101) },
    ]);
    expect([answer.status, answer.code]).toEqual([400, '0x80044331']);
    expect(await shipNamed('Lost')).toBeUndefined();
  });

  it('needs the type of each target', async () => {
    expect((await bulk('CreateMultiple', [{ tst_name: 'x' }])).message).toContain('@odata.type');
    expect(
      (await bulk('CreateMultiple', [{ '@odata.type': 'Microsoft.Dynamics.CRM.account', tst_name: 'x' }])).status,
    ).toBe(400);
    expect((await bulk('CreateMultiple', [])).message).toContain('Targets');
  });
});

describe('alternate keys', () => {
  it('addresses, upserts and keeps rows unique', async () => {
    expect((await harbour.admin.patch(keyed('400'), { tst_name: 'Keyed' })).status).toBe(204);
    expect((await harbour.admin.get(`${keyed('400')}?$select=tst_name`)).json.tst_name).toBe('Keyed');
    expect((await harbour.admin.patch(keyed('400'), { tst_crew: 4 }, { 'if-match': '*' })).status).toBe(204);
    const twice = await harbour.admin.post('tst_ships', {
      tst_name: 'x',
      tst_imo: '400',
      'tst_PortId@odata.bind': `tst_ports(${port})`,
    });
    expect([twice.status, twice.code]).toEqual([412, '0x80060892']);
    expect((await harbour.admin.patch(keyed('401'), { tst_name: 'x' }, { 'if-match': '*' })).code).toBe('0x80060891');
    expect((await harbour.admin.delete(keyed('400'))).status).toBe(204);
  });

  it('does not tell rows apart by case', async () => {
    expect((await harbour.admin.get("tst_ports(tst_code='ebj')?$select=tst_name")).json.tst_name).toBe('Esbjerg');
    expect((await harbour.admin.post('tst_ports', { tst_name: 'x', tst_code: 'ebj' })).status).toBe(412);
  });

  it('lets rows without a complete key be', async () => {
    expect((await harbour.admin.post('tst_ships', { tst_name: 'x', tst_imo: '500' })).status).toBe(204);
    expect((await harbour.admin.post('tst_ships', { tst_name: 'y', tst_imo: '500' })).status).toBe(204);
  });
});

describe('$batch', () => {
  const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
  const send = (body: string, headers: Record<string, string> = {}): Promise<Answer> =>
    harbour.admin.post('$batch', crlf(body), { 'content-type': 'multipart/mixed; boundary="batch_1"', ...headers });
  const part = (request: string, id = ''): string =>
    `Content-Type: application/http\nContent-Transfer-Encoding: binary\n${id === '' ? '' : `Content-ID: ${id}\n`}\n${request}\n`;
  const json = 'Content-Type: application/json';
  const changeSet = (...parts: string[]): string =>
    `Content-Type: multipart/mixed; boundary=set_1\n\n${parts.map((one) => `--set_1\n${one}\n`).join('')}--set_1--\n`;
  const batch = (...parts: string[]): string => `${parts.map((one) => `--batch_1\n${one}\n`).join('')}--batch_1--\n`;

  it('answers each operation in order', async () => {
    const answer = await send(
      batch(
        part(`POST /api/data/v9.2/tst_ships HTTP/1.1\n${json}\n\n{"tst_name":"In batch"}`),
        part(`GET tst_ships?$filter=tst_name eq 'In batch'&$select=tst_name HTTP/1.1\n\n`),
        part(`GET ${harbour.url}/api/data/v9.2/WhoAmI HTTP/1.1\n\n`),
      ),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^multipart\/mixed; ?boundary=batchresponse_/);
    expect(answer.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 204', 'HTTP/1.1 200', 'HTTP/1.1 200']);
    expect(answer.text).toContain('"tst_name":"In batch"');
  });

  it('makes a change set one transaction with references between its operations', async () => {
    const answer = await send(
      batch(
        changeSet(
          part(`POST ${harbour.url}/api/data/v9.2/tst_ports HTTP/1.1\n${json}\n\n{"tst_name":"Ref port"}`, '1'),
          part(`POST tst_ships HTTP/1.1\n${json}\n\n{"tst_name":"Costs $1","tst_PortId@odata.bind":"$1"}`, '2'),
          part(`PATCH $2 HTTP/1.1\n${json}\n\n{"tst_crew":8}`, '3'),
          part(`PUT $2/tst_imo HTTP/1.1\n${json}\n\n{"value":"R1"}`, '4'),
        ),
      ),
    );
    expect(answer.status).toBe(200);
    expect(answer.text.match(/Content-ID: \d/g)).toEqual([
      'Content-ID: 1',
      'Content-ID: 2',
      'Content-ID: 3',
      'Content-ID: 4',
    ]);
    const ship = await harbour.admin.get("tst_ships?$filter=tst_imo eq 'R1'&$expand=tst_PortId($select=tst_name)");
    expect(ship.rows[0]).toMatchObject({ tst_name: 'Costs $1', tst_crew: 8, tst_PortId: { tst_name: 'Ref port' } });
  });

  it('undoes a change set that fails and gives the batch its status', async () => {
    const answer = await send(
      batch(
        changeSet(
          part(`POST tst_ships HTTP/1.1\n${json}\n\n{"tst_name":"Undone"}`, '1'),
          part(`POST tst_ships HTTP/1.1\n${json}\n\n{"tst_crew":1000}`, '2'),
        ),
        part(`POST tst_ships HTTP/1.1\n${json}\n\n{"tst_name":"Never"}`),
      ),
    );
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('0x8004432f');
    expect(await shipNamed('Undone')).toBeUndefined();
    expect(await shipNamed('Never')).toBeUndefined();
  });

  it('goes on after errors when the request prefers it', async () => {
    const answer = await send(
      batch(
        part(`POST tst_ships HTTP/1.1\n${json}\n\n{"tst_crew":1000}`),
        part(`POST tst_ships HTTP/1.1\n${json}\n\n{"tst_name":"Went on"}`),
      ),
      { prefer: 'odata.continue-on-error' },
    );
    expect(answer.status).toBe(200);
    expect(answer.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 204']);
    expect(await shipNamed('Went on')).toBeDefined();
  });

  it.each([
    [
      'a reference to nothing',
      () => batch(changeSet(part(`POST tst_ships HTTP/1.1\n${json}\n\n{"tst_PortId@odata.bind":"$7"}`, '1'))),
      "Content-ID Reference: '$7' does not exist in the batch context.",
    ],
    [
      'GET in a change set',
      () => batch(changeSet(part('GET tst_ships HTTP/1.1\n\n', '1'))),
      'GET requests are not allowed',
    ],
    [
      'an operation of a change set without Content-ID',
      () => batch(changeSet(part(`POST tst_ships HTTP/1.1\n${json}\n\n{}`))),
      'Content-ID',
    ],
    ['a batch in a batch', () => batch(part('POST $batch HTTP/1.1\n\n')), 'cannot contain other batch requests'],
    [
      'more than 1,000 operations',
      () => batch(...Array.from({ length: 1001 }, () => part('GET WhoAmI HTTP/1.1\n\n'))),
      'up to 1000',
    ],
    ['a body that is no batch', () => 'nonsense', 'boundary'],
  ])('refuses %s', async (_what, body, words) => {
    const answer = await send(body());
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
  });

  it('keeps the identity of the outer request', async () => {
    const answer = await send(batch(part('GET WhoAmI HTTP/1.1\nAuthorization: Bearer newcomer@cronus.example\n\n')));
    expect(answer.text).toContain(String((await harbour.admin.get('WhoAmI')).json.UserId));
  });
});
