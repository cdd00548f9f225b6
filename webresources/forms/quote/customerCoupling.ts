import { customerId as couplingColumn } from '../../../dataverse/generated/quote';
import { accountQuery, coupledCustomer, isAccount, isSameRecord, type Reference } from './coupledCustomer';

const customerColumn = 'customerid';

/** What getFormType answers for a form that creates or updates; read-only and disabled forms are others. */
const editableFormTypes: readonly number[] = [1, 2];

/** The customer that each open form had when it was last looked at: OnChange can be fired without a change. */
const followed = new WeakMap<Xrm.FormContext, Reference | undefined>();

/** The quote's bci_customerid follows the account in its customer column. Does nothing where the form lacks one. */
export function followCustomer(form: Xrm.FormContext): void {
  const customer = lookup(form, customerColumn);
  if (customer === null || lookup(form, couplingColumn) === null || !isEditable(form)) return;
  followed.set(form, valueOf(customer));
  // OnLoad runs again after the first save of a new record; a handler that is added twice is called twice.
  customer.removeOnChange(onCustomerChange);
  customer.addOnChange(onCustomerChange);
  fill(form);
}

/** The old customer's figures do not belong to the new customer, whatever can be read of that one. */
function onCustomerChange(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  const customer = valueOf(lookup(form, customerColumn));
  if (isSameRecord(customer, followed.get(form))) return;
  followed.set(form, customer);
  const coupling = lookup(form, couplingColumn);
  if (valueOf(coupling) !== undefined) coupling?.setValue(null);
  fill(form);
}

/**
 * Takes the coupling from the account while the quote has none. Who may not read it, or cannot at the moment, has a quote
 * without one: it is filled in when the quote is opened the next time.
 */
function fill(form: Xrm.FormContext): void {
  const customer = valueOf(lookup(form, customerColumn));
  if (!isAccount(customer) || valueOf(lookup(form, couplingColumn)) !== undefined) return;
  Xrm.WebApi.retrieveRecord(customer.entityType, customer.id.replace(/[{}]/g, ''), accountQuery).then(
    (row: unknown) => take(form, customer, coupledCustomer(row)),
    () => undefined,
  );
}

/** An answer counts only for the customer it was asked for, and never against a choice that the seller made meanwhile. */
function take(form: Xrm.FormContext, asked: Reference, found: Reference | undefined): void {
  const coupling = lookup(form, couplingColumn);
  if (found === undefined || valueOf(coupling) !== undefined) return;
  if (!isSameRecord(valueOf(lookup(form, customerColumn)), asked)) return;
  coupling?.setValue([{ ...found }]);
}

function isEditable(form: Xrm.FormContext): boolean {
  return editableFormTypes.includes(form.ui.getFormType());
}

function lookup(form: Xrm.FormContext, column: string): Xrm.Attributes.LookupAttribute | null {
  return form.getAttribute<Xrm.Attributes.LookupAttribute>(column);
}

function valueOf(attribute: Xrm.Attributes.LookupAttribute | null): Reference | undefined {
  return attribute?.getValue()?.[0];
}
