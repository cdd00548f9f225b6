import { inventoryOf } from '../../ledger/itemEntries';
import { fromBaseQuantity } from '../../ledger/quantities';
import type { Company } from '../../model/company';
import { NULL_GUID, stableId } from '../../model/identifiers';
import type { Catalog, CatalogReference } from '../catalogTypes';
import { EntitySet } from '../entitySet';
import { itemSource, rowsOfItems } from '../itemSource';
import { amount, calculated, date, decimal, flag, guid, instant, member, text, whole } from '../properties';
import type { ApiProperty } from '../properties';
import type { RequestContext } from '../requestContext';
import type { ItemEntryRow, ItemRow } from '../rows';
import { createItem, ITEM_WRITABLE, removeItem, updateItem } from './itemWrites';
import { absentNavigations } from './notEmulatedMembers';
import { idOfCode, recordOf } from './setupReferences';

const ITEM_PROPERTIES: readonly ApiProperty<ItemRow>[] = [
  guid('id', ({ record }) => record.item.id),
  text('number', ({ record }) => record.item.number),
  text('displayName', ({ record }) => record.item.displayName),
  text('displayName2', () => ''),
  member('type', ({ record }) => record.item.type),
  guid('itemCategoryId', ({ company, record }) => idOfMaster(company, 'item category', record.item.itemCategoryCode)),
  text('itemCategoryCode', ({ record }) => record.item.itemCategoryCode),
  flag('blocked', ({ record }) => record.item.blocked),
  text('gtin', () => ''),
  calculated(decimal('inventory', ({ record }) => fromBaseQuantity(inventoryOf(record.stock.entries)))),
  decimal('unitPrice', ({ record }) => record.item.unitPrice),
  flag('priceIncludesTax', () => false),
  decimal('unitCost', ({ record }) => record.item.unitCost),
  guid('taxGroupId', () => NULL_GUID),
  text('taxGroupCode', () => ''),
  guid('baseUnitOfMeasureId', ({ company, record }) =>
    idOfCode(company.setup.unitsOfMeasure, record.item.unitOfMeasureCode),
  ),
  text('baseUnitOfMeasureCode', ({ record }) => record.item.unitOfMeasureCode),
  guid('generalProductPostingGroupId', ({ company }) => idOfMaster(company, 'product posting group', 'RETAIL')),
  text('generalProductPostingGroupCode', () => 'RETAIL'),
  guid('inventoryPostingGroupId', ({ company, record }) =>
    idOfMaster(company, 'inventory posting group', inventoryGroupOf(record)),
  ),
  text('inventoryPostingGroupCode', ({ record }) => inventoryGroupOf(record)),
  instant('lastModifiedDateTime', ({ record }) => record.item.modifiedAt),
];

/** Only items with stock have an inventory posting group. */
export function inventoryGroupOf({ item }: ItemRow['record']): string {
  return item.type === 'Inventory' ? 'RESALE' : '';
}

function idOfMaster({ setup }: Company, kind: string, code: string): string {
  return code === '' ? NULL_GUID : stableId(setup.id, kind, code);
}

/** Items and their ledger entries. */
export function itemSets(catalog: CatalogReference): Pick<Catalog, 'items' | 'itemLedgerEntries'> {
  return { items: itemSet(catalog), itemLedgerEntries: itemLedgerEntrySet() };
}

function itemSet(catalog: CatalogReference): EntitySet<ItemRow> {
  return new EntitySet<ItemRow>({
    setName: 'items',
    entityName: 'item',
    properties: ITEM_PROPERTIES,
    source: itemSource('number'),
    idOf: ({ record }) => record.item.id,
    versionOf: ({ record }) => record.item.version,
    navigations: () => [
      {
        name: 'baseUnitOfMeasure',
        open: ({ company, record }: ItemRow, context: RequestContext) =>
          catalog().unitsOfMeasure.bindOne(
            context,
            recordOf(company, company.setup.unitsOfMeasure, record.item.unitOfMeasureCode),
          ),
      },
      {
        name: 'itemVariants',
        open: ({ company, record: { item } }: ItemRow, context: RequestContext) =>
          catalog().itemVariants.bindMany(context, () =>
            company.setup.itemVariants
              .filter(({ itemNumber }) => itemNumber === item.number)
              .map((record) => ({ company, record })),
          ),
      },
      ...absentNavigations('items', [
        'itemCategory',
        'inventoryPostingGroup',
        'generalProductPostingGroup',
        'picture',
        'defaultDimensions',
        'documentAttachments',
      ]),
    ],
    writable: ITEM_WRITABLE,
    create: ({ company }, body) => createItem(company, body),
    update: (_context, row, body) => updateItem(row, body),
    remove: (_context, row) => removeItem(row),
  });
}

function itemLedgerEntrySet(): EntitySet<ItemEntryRow> {
  const idOf = ({ company, entry }: ItemEntryRow) => company.itemEntryIds.format(entry.number);
  return new EntitySet<ItemEntryRow>({
    setName: 'itemLedgerEntries',
    entityName: 'itemLedgerEntry',
    properties: [
      guid('id', idOf),
      whole('entryNumber', ({ entry }) => entry.number),
      text('itemNumber', ({ record }) => record.item.number),
      date('postingDate', ({ entry }) => entry.postingDate),
      member('entryType', ({ entry }) => entry.type),
      text('sourceNumber', ({ entry }) => entry.sourceNumber),
      member('sourceType', ({ entry }) => entry.sourceType),
      text('documentNumber', ({ entry }) => entry.documentNumber),
      member('documentType', ({ entry }) => entry.documentType),
      text('description', () => ''),
      decimal('quantity', ({ entry }) => fromBaseQuantity(entry.quantity)),
      amount('salesAmountActual', ({ entry }) => entry.salesAmount),
      amount('costAmountActual', ({ entry }) => entry.costAmount),
      instant('lastModifiedDateTime', ({ entry }) => `${entry.postingDate}T12:00:00Z`),
    ],
    source: rowsOfItems('itemNumber', entryRows, findEntry),
    idOf,
    versionOf: ({ entry }) => `${entry.remainingQuantity} ${entry.invoicedQuantity}`,
  });
}

/** The entries of an item, oldest first. */
export function entryRows(company: Company, record: ItemRow['record']): readonly ItemEntryRow[] {
  return record.stock.entries.map((entry) => ({ company, record, entry }));
}

function findEntry(company: Company, id: string): ItemEntryRow | undefined {
  const number = company.itemEntryIds.parse(id)?.account ?? -1;
  const index = company.items.indexOfEntry(number);
  const record = index === undefined ? undefined : company.items.at(index);
  const entry = record?.stock.entries.find((candidate) => candidate.number === number);
  return record === undefined || entry === undefined ? undefined : { company, record, entry };
}
