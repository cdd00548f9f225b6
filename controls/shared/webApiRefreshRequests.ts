import * as refreshRequest from '../../dataverse/generated/bciRefreshRequest';
import {
  readRefreshProgress,
  refreshProgressQuery,
  refreshRequestRow,
  type RefreshRequests,
} from '../../dataverse/refreshRequests';

/** @param webApi gives the Web API of the newest context */
export function webApiRefreshRequests(webApi: () => ComponentFramework.WebApi): RefreshRequests {
  return {
    create: async (subject, name) => {
      const created = await webApi().createRecord(refreshRequest.logicalName, refreshRequestRow(subject, name));
      return created.id;
    },
    progress: async (requestId) => {
      const answer: unknown = await webApi().retrieveRecord(
        refreshRequest.logicalName,
        requestId,
        refreshProgressQuery,
      );
      return readRefreshProgress(answer);
    },
  };
}
