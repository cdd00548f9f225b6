import * as refreshRequest from '../../dataverse/generated/bciRefreshRequest';

const CREATE = 1;
const READ = 2;
const BASIC = 0;

/** A hint for what to offer; the Web API decides. @param table logical name */
export function mayRead(utility: ComponentFramework.Utility, table: string): boolean {
  return utility.hasEntityPrivilege(table, READ, BASIC);
}

/** A hint for what to offer; the Web API decides. */
export function mayAskForRefresh(utility: ComponentFramework.Utility): boolean {
  return utility.hasEntityPrivilege(refreshRequest.logicalName, CREATE, BASIC);
}
