import { relative, shipsAtSea, startHarbour } from './harbour';
import type { Harbour } from './harbour';

let harbour: Harbour;
let port = '';
const annotated = { prefer: 'odata.include-annotations="*"' };

beforeAll(async () => {
  harbour = await startHarbour();
  port = (await harbour.admin.post('tst_ports', { tst_name: 'Skagen', tst_code: 'SKA' })).id;
  const ships = [
    {
      tst_name: 'Anna',
      tst_imo: '1',
      tst_tonnage: 10,
      tst_crew: 3,
      tst_flag: 123450000,
      tst_built: '2026-03-02',
      tst_sighted: '2026-03-02T11:00:00Z',
    },
    {
      tst_name: 'berta',
      tst_imo: '2',
      tst_tonnage: 20.5,
      tst_crew: 5,
      tst_flag: 123450001,
      tst_built: '2026-02-20',
      tst_sighted: '2026-02-27T00:30:00Z',
    },
    { tst_name: 'Carl_1', tst_imo: '3', tst_tonnage: 30, tst_crew: 7, tst_built: '2020-01-01' },
    { tst_name: "O'Hara", tst_imo: '4', tst_crew: 9 },
  ];
  for (const ship of ships)
    await harbour.admin.post('tst_ships', { ...ship, 'tst_PortId@odata.bind': `/tst_ports(${port})` });
  await harbour.admin.post('tst_ships', { tst_name: 'Drifting' });
});
afterAll(() => harbour.close());

const names = async (query: string): Promise<unknown[]> => {
  const answer = await harbour.admin.get(`tst_ships?$select=tst_name&${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.rows.map((row) => row.tst_name);
};

describe('$filter', () => {
  it.each([
    ["tst_name eq 'ANNA'", ['Anna']],
    ["startswith(tst_name,'B')", ['berta']],
    ["contains(tst_name,'R')", ['berta', 'Carl_1', "O'Hara", 'Drifting']],
    ["endswith(tst_name,'a') and not startswith(tst_name,'a')", ['berta', "O'Hara"]],
    ["contains(tst_name,'l[_]1')", ['Carl_1']],
    ["tst_name eq 'O''Hara'", ["O'Hara"]],
    ['tst_tonnage gt 10 and tst_tonnage le 30', ['berta', 'Carl_1']],
    ['tst_tonnage eq null', ["O'Hara", 'Drifting']],
    ['tst_tonnage ne 10', ['berta', 'Carl_1', "O'Hara", 'Drifting']],
    ['tst_flag eq 123450000 or tst_crew ge 9', ['Anna', "O'Hara"]],
    ['tst_built ge 2026-02-20', ['Anna', 'berta']],
    ['tst_sighted lt 2026-03-01T00:00:00Z', ['berta']],
    ['_tst_portid_value eq null', ['Drifting']],
    ["tst_PortId/tst_code eq 'ska' and tst_crew lt 6", ['Anna', 'berta']],
    ["tst_PortId/createdby/fullname eq 'Ada Novak' and tst_crew gt 8", ["O'Hara"]],
    ["Microsoft.Dynamics.CRM.In(PropertyName='tst_imo',PropertyValues=['1','3'])", ['Anna', 'Carl_1']],
    ["Microsoft.Dynamics.CRM.NotIn(PropertyName='tst_imo',PropertyValues=['1','3','2'])", ["O'Hara", 'Drifting']],
    ["Microsoft.Dynamics.CRM.Between(PropertyName='tst_crew',PropertyValues=['4','7'])", ['berta', 'Carl_1']],
    ["Microsoft.Dynamics.CRM.Today(PropertyName='tst_sighted')", ['Anna']],
    ["Microsoft.Dynamics.CRM.LastXDays(PropertyName='tst_sighted',PropertyValue=5)", ['Anna', 'berta']],
    ["Microsoft.Dynamics.CRM.ThisMonth(PropertyName='tst_built')", ['Anna']],
    ["Microsoft.Dynamics.CRM.OlderThanXYears(PropertyName='tst_built',PropertyValue=1)", ['Carl_1']],
    ["Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid') and tst_crew eq 3", ['Anna']],
  ])('%s', async (filter, expected) => {
    expect(await names(`$filter=${encodeURIComponent(filter)}`)).toEqual(expected);
  });

  it('takes values from parameter aliases', async () => {
    const query =
      '$filter=Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)&@p1=\'tst_name\'&@p2=["O\'Hara","Anna"]';
    expect(await names(query)).toEqual(['Anna', "O'Hara"]);
  });

  it('looks into collections', async () => {
    const { rows } = await harbour.admin.get('tst_ports?$select=tst_name&$filter=tst_port_ship/any(s:s/tst_crew gt 8)');
    expect(rows).toMatchObject([{ tst_name: 'Skagen' }]);
    expect((await harbour.admin.get('tst_ports?$filter=tst_port_ship/any(s:s/tst_crew gt 9)')).rows).toEqual([]);
    expect((await harbour.admin.get('tst_ports?$filter=tst_port_ship/all(s:s/tst_crew gt 2)')).rows).toHaveLength(1);
  });
});

describe('order and paging', () => {
  it('sorts without regard to case, nulls first', async () => {
    expect(await names('$orderby=tst_name')).toEqual(['Anna', 'berta', 'Carl_1', 'Drifting', "O'Hara"]);
    expect(await names('$orderby=tst_tonnage desc,tst_name desc')).toEqual([
      'Carl_1',
      'berta',
      'Anna',
      "O'Hara",
      'Drifting',
    ]);
    expect(await names('$orderby=tst_PortId/tst_code,tst_crew desc&$top=2')).toEqual(['Drifting', "O'Hara"]);
  });

  const pagesOf = async (path: string, size: number): Promise<unknown[][]> => {
    const pages: unknown[][] = [];
    for (let next = path; next !== '' && pages.length < 10;) {
      const answer = await harbour.admin.get(next, { prefer: `odata.maxpagesize=${size}` });
      expect(answer.headers.get('preference-applied')).toBe(`odata.maxpagesize=${size}`);
      pages.push(answer.rows.map((row) => row.tst_name));
      next = relative(answer.json['@odata.nextLink']);
    }
    return pages;
  };

  it.each([
    ['tst_ships?$select=tst_name', [['Anna', 'berta'], ['Carl_1', "O'Hara"], ['Drifting']]],
    ['tst_ships?$select=tst_name&$orderby=tst_name desc', [["O'Hara", 'Drifting'], ['Carl_1', 'berta'], ['Anna']]],
    ['tst_ships?$select=tst_name&$orderby=tst_tonnage', [["O'Hara", 'Drifting'], ['Anna', 'berta'], ['Carl_1']]],
    [
      'tst_ships?$select=tst_name&$orderby=tst_PortId/tst_name,tst_name',
      [['Drifting', 'Anna'], ['berta', 'Carl_1'], ["O'Hara"]],
    ],
  ])('pages %s', async (path, expected) => {
    expect(await pagesOf(path, 2)).toEqual(expected);
  });

  it('pages in the order of an alternate key behind a fixed column', async () => {
    const path = `tst_ships?$select=tst_name&$filter=_tst_portid_value eq ${port}&$orderby=tst_imo`;
    expect(await pagesOf(path, 3)).toEqual([['Anna', 'berta', 'Carl_1'], ["O'Hara"]]);
    expect(await pagesOf(`${path} desc`, 3)).toEqual([["O'Hara", 'Carl_1', 'berta'], ['Anna']]);
  });

  it('neither repeats nor loses rows when others come and go between pages', async () => {
    const first = await harbour.admin.get('tst_ships?$select=tst_name&$orderby=tst_name', {
      prefer: 'odata.maxpagesize=2',
    });
    const added = await harbour.admin.post('tst_ships', { tst_name: 'Aaa' });
    const second = await harbour.admin.get(relative(first.json['@odata.nextLink']), { prefer: 'odata.maxpagesize=2' });
    expect(second.rows.map((row) => row.tst_name)).toEqual(['Carl_1', 'Drifting']);
    await harbour.admin.delete(`tst_ships(${added.id})`);
  });

  it('ignores $top when pages are asked for, and refuses a token it did not write', async () => {
    const paged = await harbour.admin.get('tst_ships?$top=1', { prefer: 'odata.maxpagesize=2' });
    expect(paged.rows).toHaveLength(2);
    expect((await harbour.admin.get('tst_ships?$skiptoken=x')).message).toContain('paging cookie');
  });

  it('counts', async () => {
    const { json } = await harbour.admin.get('tst_ships?$select=tst_name&$count=true&$top=1', annotated);
    expect(json['@odata.count']).toBe(5);
    expect(json['@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded']).toBe(false);
    expect((await harbour.admin.get('tst_ships/$count?$filter=tst_crew gt 4')).text).toBe('3');
  });
});

describe('$select, $expand and annotations', () => {
  it('always gives the primary id, and the currency with an amount', async () => {
    const account = await harbour.admin.post('accounts', { name: 'Money', revenue: 1234.5 });
    const { json } = await harbour.admin.get(`accounts(${account.id})?$select=revenue,statecode`, annotated);
    expect(json).toMatchObject({
      accountid: account.id,
      revenue: 1234.5,
      'revenue@OData.Community.Display.V1.FormattedValue': '£1,234.50',
      'statecode@OData.Community.Display.V1.FormattedValue': 'Active',
    });
    expect(json).toHaveProperty('_transactioncurrencyid_value');
    expect(json).not.toHaveProperty('name');
  });

  it('annotates lookups, choices, dates and numbers in the user’s settings', async () => {
    const { rows } = await harbour.admin.get("tst_ships?$filter=tst_imo eq '2'", annotated);
    expect(rows[0]).toMatchObject({
      'tst_flag@OData.Community.Display.V1.FormattedValue': 'Other',
      'tst_tonnage@OData.Community.Display.V1.FormattedValue': '20.50',
      'tst_built@OData.Community.Display.V1.FormattedValue': '20/02/2026',
      'tst_sighted@OData.Community.Display.V1.FormattedValue': '27/02/2026 00:30',
      '_tst_portid_value@OData.Community.Display.V1.FormattedValue': 'Skagen',
      '_tst_portid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'tst_port',
      '_tst_portid_value@Microsoft.Dynamics.CRM.associatednavigationproperty': 'tst_PortId',
    });
  });

  it('follows the language, time zone and patterns of another user', async () => {
    const { UserId } = (await harbour.admin.get('WhoAmI')).json;
    const path = `usersettingscollection(${String(UserId)})`;
    const german = {
      uilanguageid: 1031,
      timezonecode: 110,
      dateformatstring: 'dd.MM.yyyy',
      decimalsymbol: ',',
      numberseparator: '.',
    };
    expect((await harbour.admin.patch(path, german)).status).toBe(204);
    const { rows } = await harbour.admin.get("tst_ships?$filter=tst_imo eq '2'", annotated);
    expect(rows[0]).toMatchObject({
      'tst_flag@OData.Community.Display.V1.FormattedValue': 'Other (de)',
      'tst_tonnage@OData.Community.Display.V1.FormattedValue': '20,50',
      'tst_sighted@OData.Community.Display.V1.FormattedValue': '27.02.2026 01:30',
    });
    const view = `savedqueries(${shipsAtSea})?$select=name`;
    expect((await harbour.admin.get(view)).json).toMatchObject({ name: 'Schiffe auf See' });
    await harbour.admin.patch(path, {
      uilanguageid: 1033,
      timezonecode: 85,
      dateformatstring: 'dd/MM/yyyy',
      decimalsymbol: '.',
      numberseparator: ',',
    });
  });

  it('expands lookups, collections and both nested', async () => {
    const { rows } = await harbour.admin.get(
      'tst_ports?$select=tst_name&$expand=createdby($select=fullname),tst_port_ship($select=tst_name;$filter=tst_crew gt 4;$orderby=tst_crew desc;$top=2)',
    );
    expect(rows[0]).toMatchObject({
      createdby: { fullname: 'Ada Novak' },
      tst_port_ship: [{ tst_name: "O'Hara" }, { tst_name: 'Carl_1' }],
    });
    expect(String(rows[0]?.['tst_port_ship@odata.nextLink'])).toContain(`tst_ports(${port})/tst_port_ship`);
    const nested = await harbour.admin.get(
      "tst_ships?$select=tst_name&$filter=tst_imo eq '1'&$expand=tst_PortId($select=tst_code;$expand=tst_port_ship($select=tst_imo;$filter=tst_crew lt 4))",
    );
    expect(nested.rows[0]).toMatchObject({ tst_PortId: { tst_code: 'SKA', tst_port_ship: [{ tst_imo: '1' }] } });
    expect(
      (await harbour.admin.get("tst_ships?$filter=tst_name eq 'Drifting'&$expand=tst_PortId")).rows[0]?.tst_PortId,
    ).toBeNull();
    const references = await harbour.admin.get("tst_ships?$filter=tst_imo eq '1'&$expand=tst_PortId/$ref");
    expect(references.rows[0]?.tst_PortId).toEqual({ '@odata.id': `${harbour.url}/api/data/v9.2/tst_ports(${port})` });
  });
});

describe('$apply', () => {
  it('groups and aggregates', async () => {
    const total = await harbour.admin.get('tst_ships?$apply=aggregate(tst_tonnage with sum as total,$count as ships)');
    expect(total.rows).toEqual([{ total: 60.5, ships: 5 }]);
    const groups = await harbour.admin.get(
      'tst_ships?$apply=filter(tst_crew lt 8)/groupby((tst_flag),aggregate(tst_crew with average as crew))',
      annotated,
    );
    expect(groups.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          tst_flag: 123450000,
          crew: 3,
          'tst_flag@OData.Community.Display.V1.FormattedValue': 'Danish',
        }),
        expect.objectContaining({ crew: 7 }),
      ]),
    );
    const byPort = await harbour.admin.get(
      'tst_ships?$apply=groupby((tst_PortId/tst_code),aggregate(tst_crew with max as most))',
    );
    expect(byPort.rows).toContainEqual({ tst_port_tst_code: 'SKA', most: 9 });
  });
});

describe('what is refused', () => {
  it.each([
    ['tst_ships?$skip=1', 400, 'Skip Clause is not supported in CRM'],
    ['tst_ships?$search=x', 400, '$search'],
    ['tst_ships?$compute=1 as x', 400, '$compute'],
    [
      'tst_ships?$select=Tst_Name',
      400,
      "Could not find a property named 'Tst_Name' on type 'Microsoft.Dynamics.CRM.tst_ship'.",
    ],
    ['tst_ships?$select=tst_portidname', 400, "'tst_portidname'"],
    ['tst_ships?$filter=tst_portid eq null', 400, "'tst_portid'"],
    ['tst_ships?$filter=tst_crew eq %275%27', 400, 'Incompatible types'],
    ["tst_ships?$filter=tolower(tst_name) eq 'a'", 400, 'tolower'],
    ['tst_ships?$filter=tst_crew add 1 eq 2', 400, "'add'"],
    ['tst_ships?$filter=tst_crew in (1,2)', 400, "'in'"],
    ["tst_ships?$filter=tst_name eq 'O'Hara'", 400, 'position'],
    [
      "tst_ships?$filter=Microsoft.Dynamics.CRM.InFiscalYear(PropertyName='tst_built',PropertyValue=1)",
      501,
      'InFiscalYear',
    ],
    ["tst_ships?$filter=Microsoft.Dynamics.CRM.Under(PropertyName='tst_portid',PropertyValue='x')", 501, 'Under'],
    ['tst_ships?$expand=tst_portid', 400, "'tst_portid'"],
    [
      'tst_ports?$expand=tst_port_ship/$ref',
      400,
      'Expand with $ref is only supported on lookup type navigation property.',
    ],
    ['tst_ships?$expand=tst_PortId($top=1)', 400, 'Only $select and $filter clause'],
    ['tst_ships?$apply=groupby((tst_sighted))', 400, 'groupby with datetime'],
    ['tst_ships?$apply=aggregate($count as n)&$orderby=n', 400, 'SingleValueOpenPropertyAccess'],
    ['tst_ships/Microsoft.Dynamics.CRM.Nothing()', 501, 'Nothing'],
    ['RetrieveEntityChanges', 501, 'RetrieveEntityChanges'],
  ])('%s', async (path, status, words) => {
    const answer = await harbour.admin.get(path);
    expect([answer.status, answer.message.includes(words)]).toEqual([status, true]);
  });

  it('refuses change tracking by name', async () => {
    const answer = await harbour.admin.get('tst_ships', { prefer: 'odata.track-changes' });
    expect([answer.status, answer.message]).toEqual([501, expect.stringContaining('change tracking')]);
  });
});
