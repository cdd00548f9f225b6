import type { Location } from '../../model/setup';
import type { SetupRow } from '../catalogTypes';
import { inventoryGroupOf } from '../entities/itemSets';
import type { EntitySet } from '../entitySet';
import { itemSource } from '../itemSource';
import { listSource } from '../listSource';
import { decimal, member, text } from '../properties';
import type { ItemRow } from '../rows';
import { query } from './query';

/** Locations. Source: page 36957. */
export function locations(): EntitySet<SetupRow<Location>> {
  return query<SetupRow<Location>>({
    setName: 'locations',
    entityName: 'location',
    properties: [
      text('locationCode', ({ record }) => record.code),
      text('locationName', ({ record }) => record.displayName),
      text('adjustmentBinCode', () => ''),
    ],
    source: listSource(
      (company) => company.setup.locations.map((record) => ({ company, record })),
      ({ record }) => record.id,
    ),
  });
}

/** Costs of production, which the emulation has not. */
const NO_COSTS = [
  'singleLevelCapOvhdCost',
  'singleLevelCapacityCost',
  'singleLevelMaterialCost',
  'singleLevelMfgOvhdCost',
  'singleLevelSubcontrdCost',
  'singleLvlMatNonInvtCost',
  'rolledUpCapOverheadCost',
  'rolledUpCapacityCost',
  'rolledUpMatNonInvtCost',
  'rolledUpMaterialCost',
  'rolledUpMfgOvhdCost',
  'rolledUpSubcontractedCost',
  'scrapPrc',
];

/** Items. Source: query 36953. */
export function items(): EntitySet<ItemRow> {
  return query<ItemRow>({
    setName: 'items',
    entityName: 'item',
    properties: [
      text('itemNo', ({ record }) => record.item.number),
      text('itemDescription', ({ record }) => record.item.displayName),
      text('baseUnitofMeasure', ({ record }) => record.item.unitOfMeasureCode),
      decimal('unitCost', ({ record }) => record.item.unitCost),
      text('inventoryPostingGroup', ({ record }) => inventoryGroupOf(record)),
      text('routingNo', () => ''),
      text('productionBomNo', () => ''),
      member('replenishmentSystem', () => 'Purchase'),
      ...NO_COSTS.map((name) => decimal<ItemRow>(name, () => 0)),
      text('itemCategoryCode', ({ record }) => record.item.itemCategoryCode),
      text('itemCategoryDescription', ({ record }) => record.item.itemCategoryCode),
    ],
    source: itemSource('itemNo'),
  });
}
