import { logicalName } from '../../dataverse/generated/bciItem';
import { boundLookup, type BoundLookup } from '../shared/boundLookup';
import { boundProperty } from './manifestNames';
import type { ControlContext } from './manifestTypes';

/** The lookup through which the form names the item. */
export function itemLookup(context: ControlContext): BoundLookup {
  return boundLookup(context.parameters[boundProperty], logicalName, context);
}
