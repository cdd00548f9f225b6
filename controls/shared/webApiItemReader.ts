import type { ItemReader } from '../../dataverse/itemOverview';
import { itemOverviewQuery, readItemOverviews } from '../../dataverse/itemOverviewRow';
import * as item from '../../dataverse/generated/bciItem';

/** @param webApi gives the Web API of the newest context: the platform hands over another one with every updateView */
export function webApiItemReader(webApi: () => ComponentFramework.WebApi): ItemReader {
  return {
    read: async (ids) => {
      const answer: unknown = await webApi().retrieveMultipleRecords(item.logicalName, itemOverviewQuery(ids));
      return readItemOverviews(answer);
    },
  };
}
