import { followCustomer } from './quote/customerCoupling';
import { followProducts } from './quote/availabilityFollowing';

/**
 * OnLoad of a quote's form: the coupled Business Central customer follows the quote's customer, and the availability of
 * the lines follows the lines. A part that a customised form does not show is left out.
 */
export function onLoad(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  followCustomer(form);
  followProducts(form);
}
