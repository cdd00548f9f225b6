import * as customer from '../../dataverse/generated/bciCustomer';
import * as refreshRequest from '../../dataverse/generated/bciRefreshRequest';
import { readRefreshProgress, refreshProgressQuery, type RefreshRequests } from '../../dataverse/refreshRequests';

/** @param webApi gives the Web API of the newest context */
export function webApiRefreshRequests(webApi: () => ComponentFramework.WebApi): RefreshRequests {
  return {
    create: async (customerId, name) => {
      const created = await webApi().createRecord(refreshRequest.logicalName, {
        [refreshRequest.name]: name.slice(0, refreshRequest.nameMaxLength),
        [refreshRequest.customerIdBind]: `/${customer.entitySetName}(${customerId})`,
      });
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
