import type { z } from 'zod';
import {
  itemFields,
  itemLedgerEntryFields,
  locationFields,
  outstandingPurchaseLineFields,
  outstandingSalesLineFields,
  transferLineFields,
} from './itemSchemas';
import type { Source } from './sources';

/** Beside API v2.0 in the same environment. Source: Business Central, "Power BI apps: analytics APIs". */
const ANALYTICS = '../microsoft/analytics/v1.0/';
/** Items that are looked at together: all that is known of them is in memory at once. */
const ITEMS_TOGETHER = 400;

const query = { root: ANALYTICS, pageSize: 5000 };

/** Where items and their availability are read. */
export const itemSources = {
  items: { entitySet: 'items', schema: itemFields, pageSize: ITEMS_TOGETHER },
  locations: { entitySet: 'locations', schema: locationFields, pageSize: 5000 },
  itemLedgerEntries: { ...query, entitySet: 'itemLedgerEntries', schema: itemLedgerEntryFields },
  outstandingSalesLines: { ...query, entitySet: 'outstandingSalesLines', schema: outstandingSalesLineFields },
  outstandingPurchaseLines: { ...query, entitySet: 'outstandingPurchaseLines', schema: outstandingPurchaseLineFields },
  transferLines: { ...query, entitySet: 'transferLines', schema: transferLineFields },
} as const satisfies Readonly<Record<string, Source<z.ZodObject>>>;
