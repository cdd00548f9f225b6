import { calendarDate } from '../../domain/calendarDate';
import { quantity } from '../../domain/quantity';
import type { ItemOverview } from '../../dataverse/itemOverview';
import { itemOverviewQuery, readItemOverviews } from '../../dataverse/itemOverviewRow';
import { UnreadableRowError } from '../../dataverse/unreadableRow';
import { availabilityRow, ITEM_ID, itemRow, MAIN_ID } from './itemRows';

function overviewOf(row: unknown): ItemOverview {
  const [overview] = readItemOverviews({ entities: [row] });
  if (!overview) throw new Error('No row was read.');
  return overview;
}

describe('the query for items', () => {
  it('asks for all of them at once, with their company and their stock by location', () => {
    const query = itemOverviewQuery(['a', 'b']);
    expect(query).toContain("$filter=Microsoft.Dynamics.CRM.In(PropertyName='bci_itemid',PropertyValues=['a','b'])");
    expect(query).toContain(',bci_item_itemavailability($select=bci_name,bci_locationcode,_bci_locationid_value,');
    expect(query).toMatch(/bci_ConnectionId\(\$select=[a-z_,]+;\$expand=bci_DefaultLocationId\(\$select=bci_code\)\)/);
    expect(query.split('&').map((option) => option.split('=')[0])).toEqual(['?$select', '$expand', '$filter']);
  });

  it('stays within the length of an address for 200 items', () => {
    expect(itemOverviewQuery(Array.from({ length: 200 }, () => ITEM_ID)).length).toBeLessThan(10_000);
  });
});

describe('an item as rows bring it', () => {
  it('has its company, its default location and its stock by location', () => {
    expect(overviewOf(itemRow())).toEqual({
      id: ITEM_ID,
      item: { number: '1900-S', name: 'PARIS Guest Chair, black', type: 'inventory', baseUnit: 'PCS', blocked: false },
      availability: {
        kind: 'byLocation',
        locations: [
          { code: '', name: '', isInTransit: false, inventory: quantity('8.5'), schedule: [] },
          {
            code: 'MAIN',
            name: 'MAIN warehouse',
            isInTransit: false,
            inventory: quantity(130),
            schedule: [
              {
                date: calendarDate('2026-12-04'),
                kind: 'purchaseOrder',
                quantity: quantity(120),
                documentNumber: '106012',
              },
            ],
          },
        ],
      },
      locationCodes: new Map([[MAIN_ID, 'MAIN']]),
      marks: {
        asOf: '2026-11-23T10:42:00Z',
        asOfDate: null,
        stale: false,
        verifiedOn: '2026-11-23T10:45:00Z',
        verifiedFor: null,
        staleAfterMinutes: 60,
      },
      removed: false,
      company: {
        displayName: 'CRONUS International Ltd.',
        name: 'CRONUS International Ltd.',
        webClientUrl: 'https://businesscentral.dynamics.com/contoso.example/Production',
      },
      defaultLocationCode: 'MAIN',
    });
  });

  it.each([
    [
      'only a total',
      { bci_availability: 727000001, bci_unavailablereason: 'permissionDenied' },
      { kind: 'totalOnly', inventory: quantity('138.5'), reason: 'permissionDenied' },
    ],
    ['no stock', { bci_availability: 727000002 }, { kind: 'notStocked' }],
    [
      'nothing known',
      { bci_availability: 727000003, bci_unavailablereason: 'sourceMissing' },
      { kind: 'unknown', reason: 'sourceMissing' },
    ],
    [
      'a reason of a later version',
      { bci_availability: 727000003, bci_unavailablereason: 'somethingNew' },
      { kind: 'unknown', reason: 'readFailed' },
    ],
    ['nothing said', { bci_availability: null }, { kind: 'unknown', reason: 'readFailed' }],
    ['nothing anywhere', { bci_item_itemavailability: [] }, { kind: 'byLocation', locations: [] }],
  ])('may have %s', (_case, changes, availability) => {
    expect(overviewOf(itemRow(changes)).availability).toEqual(availability);
  });

  it('keeps a negative quantity and a location in transit', () => {
    const row = itemRow({
      bci_item_itemavailability: [availabilityRow('OWN LOG.', -2.00001, { bci_isintransit: true })],
    });
    expect(overviewOf(row).availability).toMatchObject({ locations: [{ isInTransit: true, inventory: -200_001 }] });
  });

  it('may have been deleted in Business Central, and the company may have no default location', () => {
    const row = itemRow({ statecode: 1, bci_ConnectionId: { bci_name: 'CRONUS' } });
    expect(overviewOf(row)).toMatchObject({
      removed: true,
      defaultLocationCode: null,
      company: { displayName: 'CRONUS', name: 'CRONUS', webClientUrl: null },
      marks: { verifiedOn: null, staleAfterMinutes: 60 },
    });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['without a number', { bci_number: null }],
    ['with a type of a later version', { bci_type: 727000009 }],
    ['without its company', { bci_ConnectionId: null }],
    ['without its rows by location', { bci_item_itemavailability: undefined }],
    ['with a total that is not known', { bci_availability: 727000001, bci_inventory: null }],
    [
      'with stock that is not known',
      { bci_item_itemavailability: [availabilityRow('MAIN', 0, { bci_inventory: null })] },
    ],
    ['with more decimals than there are', { bci_item_itemavailability: [availabilityRow('MAIN', 0.000001)] }],
    [
      'with a schedule that cannot be read',
      { bci_item_itemavailability: [availabilityRow('MAIN', 1, { bci_schedule: '[{}]' })] },
    ],
  ])('%s is refused', (_case, changes) => {
    expect(() => overviewOf(itemRow(changes))).toThrow(UnreadableRowError);
  });

  it('is refused when the answer holds no rows', () => {
    expect(() => readItemOverviews({ value: [] })).toThrow(UnreadableRowError);
    expect(() => readItemOverviews(null)).toThrow(UnreadableRowError);
    expect(readItemOverviews({ entities: [] })).toEqual([]);
  });
});
