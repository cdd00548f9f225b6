import { z } from 'zod';
import type { ItemType } from '../../domain/itemAvailability';
import { dayOrNull, decimal, enumName, guid } from './wireTypes';

/**
 * What is read of items and of what moves them; the properties of a schema are the `$select` of its request.
 * Sources: API v2.0, items and locations; api/microsoft/analytics/v1.0, the queries 36968, 36975, 36973 and 36977.
 */

const itemTypes: Readonly<Record<string, ItemType>> = {
  Inventory: 'inventory',
  Service: 'service',
  'Non-Inventory': 'nonInventory',
};

/** An extension may add types: whether one of them has stock cannot be told. */
const itemType = enumName.transform((name, context): ItemType => {
  const known = itemTypes[name];
  if (known !== undefined) return known;
  context.addIssue({ code: 'custom', message: 'expected Inventory, Service or Non-Inventory' });
  return z.NEVER;
});

/** The queries hold nothing but these two. */
const documentType = enumName.pipe(z.enum(['Order', 'Return Order'], 'expected Order or Return Order'));

const outstanding = decimal.refine((text) => !text.startsWith('-'), 'expected a quantity that is not below zero');

export const itemFields = z.object({
  id: guid,
  number: z.string().min(1),
  displayName: z.string(),
  type: itemType,
  baseUnitOfMeasureCode: z.string(),
  blocked: z.boolean(),
  inventory: decimal,
});

export const locationFields = z.object({ id: guid, code: z.string().min(1), displayName: z.string() });

export const itemLedgerEntryFields = z.object({
  itemNo: z.string(),
  locationCode: z.string(),
  remainingQuantity: decimal,
});

export const outstandingSalesLineFields = z.object({
  itemNo: z.string(),
  locationCode: z.string(),
  documentType,
  documentNo: z.string(),
  shipmentDate: dayOrNull,
  outstandingQtyBase: outstanding,
});

export const outstandingPurchaseLineFields = z.object({
  itemNo: z.string(),
  locationCode: z.string(),
  documentType,
  documentNo: z.string(),
  expectedReceiptDate: dayOrNull,
  outstandingQtyBase: outstanding,
});

export const transferLineFields = z.object({
  itemNo: z.string(),
  documentNo: z.string(),
  transferFromLocationCode: z.string(),
  transferToLocationCode: z.string(),
  inTransitLocationCode: z.string(),
  shipmentDate: dayOrNull,
  receiptDate: dayOrNull,
  outstandingQtyBase: outstanding,
  qtyInTransitBase: outstanding,
});
