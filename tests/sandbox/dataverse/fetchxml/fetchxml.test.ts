import { relative, shipsAtSea, startHarbour } from '../webapi/harbour';
import type { Answer, Harbour } from '../webapi/harbour';

let harbour: Harbour;
const annotated = { prefer: 'odata.include-annotations="*"' };

const fetchShips = (xml: string, headers?: Record<string, string>): Promise<Answer> =>
  harbour.admin.get(`tst_ships?fetchXml=${encodeURIComponent(xml)}`, headers);
const ships = (inner: string, attributes = ''): string =>
  `<fetch ${attributes}><entity name="tst_ship"><attribute name="tst_name"/>${inner}</entity></fetch>`;
const namesOf = (answer: Answer): unknown[] => {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.rows.map((row) => row.tst_name);
};
const condition = (attribute: string, operator: string, ...values: string[]): string =>
  values.length === 1
    ? `<condition attribute="${attribute}" operator="${operator}" value="${values[0] ?? ''}"/>`
    : `<condition attribute="${attribute}" operator="${operator}">${values.map((value) => `<value>${value}</value>`).join('')}</condition>`;
const filtered = async (...conditions: string[]): Promise<unknown[]> =>
  namesOf(await fetchShips(ships(`<order attribute="tst_name"/><filter>${conditions.join('')}</filter>`)));

beforeAll(async () => {
  harbour = await startHarbour();
  const north = await harbour.admin.post('tst_ports', { tst_name: 'North', tst_code: 'N' });
  const south = await harbour.admin.post('tst_ports', { tst_name: 'South', tst_code: 'S' });
  const add = (
    name: string,
    crew: number,
    port: string | undefined,
    more: Record<string, unknown> = {},
  ): Promise<Answer> =>
    harbour.admin.post('tst_ships', {
      tst_name: name,
      tst_crew: crew,
      ...(port === undefined ? {} : { 'tst_PortId@odata.bind': `/tst_ports(${port})` }),
      ...more,
    });
  await add('Anna', 3, north.id, { tst_built: '2026-03-01', tst_tonnage: 0.1, tst_flag: 123450000 });
  await add('Berta', 5, north.id, { tst_built: '2026-02-27', tst_tonnage: 0.2, tst_flag: 123450001 });
  await add('Carl', 7, south.id, { tst_built: '2025-12-31', tst_sighted: '2026-03-02T11:59:00Z' });
  await add('Dora', 9, undefined, { tst_sighted: '2026-03-01T23:59:59Z' });
});
afterAll(() => harbour.close());

describe('conditions', () => {
  it.each([
    [condition('tst_name', 'eq', 'anna'), ['Anna']],
    [condition('tst_name', 'ne', 'anna'), ['Berta', 'Carl', 'Dora']],
    [condition('tst_name', 'like', '%r%'), ['Berta', 'Carl', 'Dora']],
    [condition('tst_name', 'not-like', '_[ae]%'), ['Anna', 'Dora']],
    [condition('tst_name', 'begins-with', 'C'), ['Carl']],
    [condition('tst_name', 'in', 'Anna', 'Dora'), ['Anna', 'Dora']],
    [condition('tst_crew', 'between', '4', '8'), ['Berta', 'Carl']],
    [condition('tst_crew', 'ge', '7'), ['Carl', 'Dora']],
    [condition('tst_flag', 'not-in', '123450000', '123450001'), ['Carl', 'Dora']],
    ['<condition attribute="tst_portid" operator="null"/>', ['Dora']],
    ['<condition attribute="tst_portid" operator="not-null"/>', ['Anna', 'Berta', 'Carl']],
    ['<condition attribute="ownerid" operator="eq-userid"/>', ['Anna', 'Berta', 'Carl', 'Dora']],
    ['<condition attribute="tst_sighted" operator="today"/>', ['Carl']],
    ['<condition attribute="tst_sighted" operator="yesterday"/>', ['Dora']],
    ['<condition attribute="tst_built" operator="this-month"/>', ['Anna']],
    ['<condition attribute="tst_built" operator="last-year"/>', ['Carl']],
    ['<condition attribute="tst_built" operator="last-week"/>', ['Anna', 'Berta']],
    [condition('tst_built', 'last-x-days', '3'), ['Anna', 'Berta']],
    [condition('tst_built', 'older-than-x-days', '3'), ['Carl']],
    [condition('tst_built', 'on', '2026-02-27'), ['Berta']],
    [condition('tst_built', 'on-or-after', '2026-02-27'), ['Anna', 'Berta']],
  ])('%s', async (one, expected) => {
    expect(await filtered(one)).toEqual(expected);
  });

  it('nests filters', async () => {
    const inner = `<filter type="or">${condition('tst_crew', 'lt', '4')}${condition('tst_crew', 'gt', '8')}</filter>`;
    expect(await filtered(inner, condition('tst_name', 'ne', 'Dora'))).toEqual(['Anna']);
  });
});

describe('columns and links', () => {
  it('gives the chosen columns with their annotations and leaves out those without value', async () => {
    const { rows } = await fetchShips(
      ships(
        `<attribute name="tst_portid"/><attribute name="tst_sighted"/><attribute name="tst_crew" alias="men"/><filter>${condition('tst_name', 'eq', 'Anna')}</filter>`,
      ),
      annotated,
    );
    expect(rows[0]).toMatchObject({
      tst_name: 'Anna',
      men: 3,
      '_tst_portid_value@OData.Community.Display.V1.FormattedValue': 'North',
    });
    expect(rows[0]).not.toHaveProperty('tst_sighted');
    expect(rows[0]).toHaveProperty('tst_shipid');
  });

  it('joins inner and outer, with the link’s own filter and columns', async () => {
    const link = (type: string): string =>
      `<order attribute="tst_name"/><link-entity name="tst_port" from="tst_portid" to="tst_portid" link-type="${type}" alias="p"><attribute name="tst_code"/><filter>${condition('tst_code', 'eq', 'N')}</filter></link-entity>`;
    expect(namesOf(await fetchShips(ships(link('inner'))))).toEqual(['Anna', 'Berta']);
    const outer = await fetchShips(ships(link('outer')));
    expect(outer.rows.map((row) => [row.tst_name, row['p.tst_code']])).toEqual([
      ['Anna', 'N'],
      ['Berta', 'N'],
      ['Carl', undefined],
      ['Dora', undefined],
    ]);
    const outside = `<filter><condition entityname="p" attribute="tst_portid" operator="null"/></filter>`;
    expect(namesOf(await fetchShips(ships(`${link('outer')}${outside}`)))).toEqual(['Carl', 'Dora']);
  });

  it('joins from the many side, once per match, or only asks whether one exists', async () => {
    const ports = (link: string, attributes = ''): Promise<Answer> =>
      harbour.admin.get(
        `tst_ports?fetchXml=${encodeURIComponent(`<fetch ${attributes}><entity name="tst_port"><attribute name="tst_code"/><order attribute="tst_code"/>${link}</entity></fetch>`)}`,
      );
    const link = (type: string): string =>
      `<link-entity name="tst_ship" from="tst_portid" to="tst_portid" link-type="${type}"/>`;
    expect((await ports(link('inner'))).rows.map((row) => row.tst_code)).toEqual(['N', 'N', 'S']);
    expect((await ports(link('inner'), 'distinct="true"')).rows.map((row) => row.tst_code)).toEqual(['N', 'S']);
    expect((await ports(link('exists'))).rows.map((row) => row.tst_code)).toEqual(['N', 'S']);
  });

  it('orders by a linked column', async () => {
    const link =
      '<link-entity name="tst_port" from="tst_portid" to="tst_portid" alias="p"><order attribute="tst_code" descending="true"/></link-entity><order attribute="tst_crew" descending="true"/>';
    expect(namesOf(await fetchShips(ships(link)))).toEqual(['Carl', 'Berta', 'Anna']);
  });
});

describe('pages', () => {
  it('tells that there is more, and continues with page and cookie', async () => {
    const first = await fetchShips(
      ships('<order attribute="tst_name"/>', 'count="3" page="1" returntotalrecordcount="true"'),
      annotated,
    );
    expect(namesOf(first)).toEqual(['Anna', 'Berta', 'Carl']);
    expect(first.json).toMatchObject({
      '@Microsoft.Dynamics.CRM.morerecords': true,
      '@Microsoft.Dynamics.CRM.totalrecordcount': 4,
    });
    const cookie = String(first.json['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']);
    const inner = decodeURIComponent(decodeURIComponent(/pagingcookie="([^"]*)"/.exec(cookie)?.[1] ?? ''));
    expect(inner).toMatch(/^<cookie page="1"><tst_name last="Carl" first="Anna" \/><tst_shipid last="\{/);
    const escaped = inner.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
    const second = await fetchShips(
      ships('<order attribute="tst_name"/>', `count="3" page="2" paging-cookie="${escaped}"`),
      annotated,
    );
    expect(namesOf(second)).toEqual(['Dora']);
    expect(second.json).not.toHaveProperty(['@Microsoft.Dynamics.CRM.morerecords']);
    expect(namesOf(await fetchShips(ships('<order attribute="tst_name"/>', 'count="3" page="2"')))).toEqual(['Dora']);
    expect(namesOf(await fetchShips(ships('<order attribute="tst_name"/>', 'top="2"')))).toEqual(['Anna', 'Berta']);
  });
});

describe('aggregates', () => {
  const aggregate = (attributes: string, rest = ''): Promise<Answer> =>
    fetchShips(`<fetch aggregate="true"><entity name="tst_ship">${attributes}${rest}</entity></fetch>`, annotated);

  it('adds exactly, counts, and finds the ends', async () => {
    const { rows } = await aggregate(
      '<attribute name="tst_tonnage" alias="sum" aggregate="sum"/><attribute name="tst_crew" alias="average" aggregate="avg"/>' +
        '<attribute name="tst_shipid" alias="all" aggregate="count"/><attribute name="tst_tonnage" alias="weighed" aggregate="countcolumn"/>' +
        '<attribute name="tst_built" alias="first" aggregate="min"/><attribute name="tst_name" alias="last" aggregate="max"/>',
    );
    expect(rows[0]).toMatchObject({ sum: 0.3, average: 6, all: 4, weighed: 2, first: '2025-12-31', last: 'Dora' });
  });

  it('groups by lookups, linked columns and parts of dates', async () => {
    const byPort = await aggregate(
      '<attribute name="tst_portid" alias="port" groupby="true"/><attribute name="tst_shipid" alias="ships" aggregate="count"/><order alias="ships" descending="true"/>',
    );
    expect(byPort.rows.map((row) => [row['port@OData.Community.Display.V1.FormattedValue'], row.ships])).toEqual([
      ['North', 2],
      ['South', 1],
      [undefined, 1],
    ]);
    const byYear = await aggregate(
      `<attribute name="tst_built" alias="year" groupby="true" dategrouping="year"/><attribute name="tst_shipid" alias="ships" aggregate="count"/><order alias="year"/><filter>${condition('tst_crew', 'lt', '9')}</filter>`,
    );
    expect(byYear.rows).toMatchObject([
      { year: 2025, ships: 1 },
      { year: 2026, ships: 2 },
    ]);
  });
});

describe('stored queries', () => {
  it('runs a view that the solution brought', async () => {
    const { status, rows } = await harbour.admin.get(`tst_ships?savedQuery=${shipsAtSea}`);
    expect(status).toBe(200);
    expect(rows.map((row) => row.tst_name)).toEqual(['Anna', 'Berta', 'Carl', 'Dora']);
    expect(rows[0]).toMatchObject({ tst_tonnage: 0.1 });
  });

  it('pages a view by its links', async () => {
    const names: unknown[] = [];
    for (let next = `tst_ships?savedQuery=${shipsAtSea}`, page = 0; next !== '' && page < 5; page += 1) {
      const answer = await harbour.admin.get(next, { prefer: 'odata.maxpagesize=3' });
      names.push(answer.rows.map((row) => row.tst_name));
      next = relative(answer.json['@odata.nextLink']);
    }
    expect(names).toEqual([['Anna', 'Berta', 'Carl'], ['Dora']]);
    expect((await harbour.admin.get(`tst_ships?savedQuery=${shipsAtSea}&$skiptoken=x`)).status).toBe(400);
  });

  it('runs a user’s own query', async () => {
    const query = await harbour.admin.post('userqueries', {
      name: 'Big crews',
      returnedtypecode: 'tst_ship',
      querytype: 0,
      fetchxml: ships(`<filter>${condition('tst_crew', 'gt', '6')}</filter>`),
      layoutxml: '<grid/>',
    });
    expect(query.status).toBe(204);
    expect(namesOf(await harbour.admin.get(`tst_ships?userQuery=${query.id}`))).toEqual(['Carl', 'Dora']);
  });

  it('answers 404 for a view that is not there', async () => {
    expect((await harbour.admin.get('tst_ships?savedQuery=00000000-0000-0000-0000-000000000001')).status).toBe(404);
  });
});

describe('what is refused', () => {
  it.each([
    ['broken XML', '<fetch><entity', 400, 'Invalid XML'],
    ['another root', '<query/>', 400, "'query'"],
    ['an unknown table', ships('<link-entity name="tst_boat" from="a" to="tst_portid"/>'), 400, "name = 'tst_boat'"],
    ['an unknown column', ships('<attribute name="tst_colour"/>'), 400, "Name = 'tst_colour'"],
    ['another table than the address', '<fetch><entity name="account"/></fetch>', 400, 'does not match'],
    [
      'an unknown operator',
      ships('<filter><condition attribute="tst_crew" operator="odd" value="1"/></filter>'),
      501,
      "'odd'",
    ],
    [
      'hierarchies',
      ships('<filter><condition attribute="tst_crew" operator="under" value="1"/></filter>'),
      501,
      "'under'",
    ],
    [
      'fiscal periods',
      ships('<filter><condition attribute="tst_built" operator="this-fiscal-year"/></filter>'),
      501,
      'this-fiscal-year',
    ],
    [
      'a link type that is not covered',
      ships('<link-entity name="tst_port" from="tst_portid" to="tst_portid" link-type="any"/>'),
      501,
      "'any'",
    ],
    [
      'a value of the wrong type',
      ships('<filter><condition attribute="tst_crew" operator="eq" value="many"/></filter>'),
      400,
      "'many'",
    ],
    ['top with a page', ships('', 'top="1" page="2"'), 400, "'top'"],
    ['an unknown element', ships('<wish/>'), 400, "'wish'"],
  ])('%s', async (_what, xml, status, words) => {
    const answer = await fetchShips(xml);
    expect([answer.status, answer.message.includes(words)]).toEqual([status, true]);
  });
});
