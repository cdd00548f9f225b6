import type { CustomerReader } from '../../dataverse/customerOverview';
import { customerOverviewQuery, readCustomerOverview } from '../../dataverse/customerOverviewRow';
import * as customer from '../../dataverse/generated/bciCustomer';

/** @param webApi gives the Web API of the newest context: the platform hands over another one with every updateView */
export function webApiCustomerReader(webApi: () => ComponentFramework.WebApi): CustomerReader {
  return {
    read: async (id) => {
      const answer: unknown = await webApi().retrieveRecord(customer.logicalName, id, customerOverviewQuery);
      return readCustomerOverview(id, answer);
    },
  };
}
