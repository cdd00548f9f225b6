import { itemOverviewQuery, readItemOverviews } from '../../../dataverse/itemOverviewRow';
import { scheduleText } from '../../../dataverse/scheduleText';
import { quantity } from '../../../domain/quantity';
import { setDefaultLocation } from '../../../sandbox/demo/products';
import { textOf, WebApiClient, type Row } from '../../../sandbox/demo/webApiClient';
import { change } from '../../domain/stockBuilders';
import { demoDataverse, type DemoDataverse } from './demoDataverse';

const schedule = [
  change('salesOrder', 50, '2026-11-24', '101029'),
  change('purchaseOrder', 120, '2026-12-04', '106001'),
];

describe('the query of controls, asked over the Web API', () => {
  let demo: DemoDataverse;
  let ids: readonly string[];

  const item = (number: string) => ({ number, displayName: number, unitPrice: 1, baseUnitOfMeasureCode: 'PCS' });
  const ask = (user: string): Promise<readonly Row[]> =>
    new WebApiClient(demo.dataverse.url, user).rows(`bci_items${itemOverviewQuery(ids)}`);

  beforeAll(async () => {
    demo = await demoDataverse([item('1896-S'), item('1908-S')], []);
    const { administrator } = demo;
    await setDefaultLocation(administrator, 'MAIN');
    const rows = await administrator.rows('bci_items?$select=bci_itemid&$orderby=bci_number');
    ids = rows.map((row) => textOf(row, 'bci_itemid'));
    const [main] = await administrator.rows("bci_locations?$select=bci_locationid&$filter=bci_code eq 'MAIN'");
    await administrator.updateAll(
      'bci_item',
      ids.map((bci_itemid) => ({
        bci_itemid,
        bci_type: 727000000,
        bci_availability: 727000000,
        bci_inventory: 130.00001,
      })),
    );
    await administrator.send('POST', 'bci_itemavailabilities', {
      bci_name: 'Main Warehouse',
      bci_locationcode: 'MAIN',
      bci_locationsystemid: '00000000-0000-4000-8000-000000000000',
      bci_inventory: 130.00001,
      bci_schedule: scheduleText(schedule),
      'bci_ItemId@odata.bind': `/bci_items(${ids[1] ?? ''})`,
      'bci_LocationId@odata.bind': `/bci_locations(${textOf(main ?? {}, 'bci_locationid')})`,
    });
  });

  afterAll(() => demo.dataverse.close());

  it('brings every item with its company, its default location and its stock by location', async () => {
    const entities = await ask('availability@cronus.example');
    const [desk, chair] = [...readItemOverviews({ entities })].sort((a, b) => (a.item.number < b.item.number ? -1 : 1));
    expect(desk).toMatchObject({ id: ids[0], defaultLocationCode: 'MAIN', availability: { locations: [] } });
    expect(chair?.availability).toEqual({
      kind: 'byLocation',
      locations: [
        { code: 'MAIN', name: 'Main Warehouse', isInTransit: false, inventory: quantity('130.00001'), schedule },
      ],
    });
    expect([...(chair?.locationCodes.values() ?? [])]).toEqual(['MAIN']);
  });

  it.each(['seller@cronus.example', 'newcomer@cronus.example'])('is refused to %s', async (user) => {
    await expect(ask(user)).rejects.toMatchObject({ status: 403 });
  });
});
