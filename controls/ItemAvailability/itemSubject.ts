import * as item from '../../dataverse/generated/bciItem';
import { chooseRecord } from '../shared/chooseRecord';
import { lookupSubject, mayChoose } from '../shared/lookupSubject';
import { mayRead } from '../shared/privileges';
import type { Subject } from '../shared/readState';
import { boundProperty } from './manifestNames';
import type { ControlContext } from './manifestTypes';

/** What the form asks for: the item in the bound lookup, or the state that stands in its place. */
export function itemSubject({ parameters, mode, utils }: ControlContext): Subject {
  return lookupSubject(parameters[boundProperty], mode, mayRead(utils, item.logicalName));
}

/** Whether this user may put an item into the bound lookup. */
export function mayChooseItem({ parameters, mode, utils }: ControlContext): boolean {
  return mayChoose(parameters[boundProperty], mode, mayRead(utils, item.logicalName));
}

/** Lets the user pick an item; `null` when the dialog was closed without a choice. */
export function chooseItem({ parameters, utils }: ControlContext): Promise<ComponentFramework.LookupValue | null> {
  return chooseRecord(utils, item.logicalName, parameters[boundProperty].getViewId());
}
