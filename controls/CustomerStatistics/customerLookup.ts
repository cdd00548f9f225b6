import { logicalName } from '../../dataverse/generated/bciCustomer';
import { boundLookup, type BoundLookup } from '../shared/boundLookup';
import { boundProperty } from './manifestNames';
import type { ControlContext } from './manifestTypes';

/** The lookup through which the form names the customer. */
export function customerLookup(context: ControlContext): BoundLookup {
  return boundLookup(context.parameters[boundProperty], logicalName, context);
}
