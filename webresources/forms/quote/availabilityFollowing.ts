const productsGrid = 'quotedetailsGrid';
const availabilityGrid = 'quoteAvailability';

/** Saving a line makes the platform load the grid and save the quote's totals: one reading answers all of it. */
const QUIET_MILLISECONDS = 200;

/** Forms whose availability is about to be read again. */
const waiting = new WeakSet<Xrm.FormContext>();

/** The availability of the lines is read again whenever the products grid has loaded or the quote has been saved. */
export function followProducts(form: Xrm.FormContext): void {
  if (grid(form, availabilityGrid) === null) return;
  // OnLoad runs again after the first save of a new record; a handler that is added twice is called twice.
  form.data.entity.removeOnPostSave(onPostSave);
  form.data.entity.addOnPostSave(onPostSave);
  const products = grid(form, productsGrid);
  products?.removeOnLoad(onProductsLoad);
  products?.addOnLoad(onProductsLoad);
}

function onProductsLoad(context?: Xrm.Events.EventContext): void {
  if (context !== undefined) refreshSoon(context.getFormContext());
}

function onPostSave(context: Xrm.Events.PostSaveEventContext): void {
  if (context.getEventArgs().getIsSaveSuccess()) refreshSoon(context.getFormContext());
}

function refreshSoon(form: Xrm.FormContext): void {
  if (waiting.has(form)) return;
  waiting.add(form);
  setTimeout(() => {
    waiting.delete(form);
    // A form that was closed meanwhile has no controls any more.
    grid(form, availabilityGrid)?.refresh();
  }, QUIET_MILLISECONDS);
}

function grid(form: Xrm.FormContext, name: string): Xrm.Controls.GridControl | null {
  return form.getControl<Xrm.Controls.GridControl>(name);
}
