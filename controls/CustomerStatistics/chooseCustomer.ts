import * as customer from '../../dataverse/generated/bciCustomer';
import { chooseRecord } from '../shared/chooseRecord';
import { boundProperty } from './manifestNames';
import type { ControlContext } from './manifestTypes';

/** Lets the user pick a customer; `null` when the dialog was closed without a choice. */
export function chooseCustomer({ parameters, utils }: ControlContext): Promise<ComponentFramework.LookupValue | null> {
  return chooseRecord(utils, customer.logicalName, parameters[boundProperty].getViewId());
}
