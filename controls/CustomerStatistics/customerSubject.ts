import * as customer from '../../dataverse/generated/bciCustomer';
import { lookupSubject, mayChoose } from '../shared/lookupSubject';
import { mayRead } from '../shared/privileges';
import type { Subject } from '../shared/readState';
import { boundProperty } from './manifestNames';
import type { ControlContext } from './manifestTypes';

/** What the form asks for: the customer in the bound lookup, or the state that stands in its place. */
export function customerSubject({ parameters, mode, utils }: ControlContext): Subject {
  return lookupSubject(parameters[boundProperty], mode, mayRead(utils, customer.logicalName));
}

/** Whether this user may put a customer into the bound lookup. */
export function mayChooseCustomer({ parameters, mode, utils }: ControlContext): boolean {
  return mayChoose(parameters[boundProperty], mode, mayRead(utils, customer.logicalName));
}
