import * as customer from '../../dataverse/generated/bciCustomer';
import * as refreshRequest from '../../dataverse/generated/bciRefreshRequest';

const CREATE = 1;
const READ = 2;
const BASIC = 0;

/** A hint for what to offer; the Web API decides. */
export function mayReadCustomers(utility: ComponentFramework.Utility): boolean {
  return utility.hasEntityPrivilege(customer.logicalName, READ, BASIC);
}

/** A hint for what to offer; the Web API decides. */
export function mayAskForRefresh(utility: ComponentFramework.Utility): boolean {
  return utility.hasEntityPrivilege(refreshRequest.logicalName, CREATE, BASIC);
}
