import { connectionRow } from './customerRows';

type Row = Readonly<Record<string, unknown>>;

export const ITEM_ID = '33333333-3333-4333-8333-333333333333';
export const MAIN_ID = '44444444-4444-4444-8444-444444444444';

/** A location's figures as an expanded collection brings them; '' is the blank location. */
export function availabilityRow(code: string, inventory: number, changes: Row = {}): Row {
  return {
    bci_itemavailabilityid: `${code}-row`,
    bci_name: code === '' ? '–' : `${code} warehouse`,
    bci_locationcode: code === '' ? null : code,
    _bci_locationid_value: code === 'MAIN' ? MAIN_ID : null,
    bci_isintransit: false,
    bci_inventory: inventory,
    bci_schedule: null,
    ...changes,
  };
}

/** What the Web API answers for one item, as of 23 November 2026. */
export function itemRow(changes: Row = {}): Row {
  return {
    '@odata.etag': 'W/"1"',
    bci_itemid: ITEM_ID,
    bci_number: '1900-S',
    bci_name: 'PARIS Guest Chair, black',
    bci_type: 727000000,
    bci_baseunit: 'PCS',
    bci_blocked: false,
    bci_inventory: 138.5,
    bci_availability: 727000000,
    bci_unavailablereason: null,
    bci_asof: '2026-11-23T10:42:00Z',
    bci_stale: false,
    statecode: 0,
    bci_ConnectionId: connectionRow({
      bci_itemsverifiedon: '2026-11-23T10:45:00Z',
      bci_DefaultLocationId: { bci_locationid: MAIN_ID, bci_code: 'MAIN' },
    }),
    bci_item_itemavailability: [
      availabilityRow('MAIN', 130, {
        bci_schedule: '[{"date":"2026-12-04","kind":"purchaseOrder","quantity":"120","document":"106012"}]',
      }),
      availabilityRow('', 8.5),
    ],
    ...changes,
  };
}
