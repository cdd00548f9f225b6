import * as customer from '../../dataverse/generated/bciCustomer';
import { boundProperty } from './manifestNames';
import type { ControlContext } from './manifestTypes';

/** Lets the user pick a customer in the platform's own dialog; `null` when the dialog was closed without a choice. */
export async function chooseCustomer(context: ControlContext): Promise<ComponentFramework.LookupValue | null> {
  const defaultViewId = context.parameters[boundProperty].getViewId();
  try {
    const chosen = await context.utils.lookupObjects({
      entityTypes: [customer.logicalName],
      defaultEntityType: customer.logicalName,
      allowMultiSelect: false,
      ...(defaultViewId === '' ? {} : { defaultViewId }),
    });
    return chosen[0] ?? null;
  } catch {
    // Some clients reject when the dialog is closed.
    return null;
  }
}
