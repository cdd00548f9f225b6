import { onLoad } from '../../webresources/forms/quote';
import { FakeForm, type FormDescription } from './fakeForm';

/** Calls a script as the platform does: by its name and with what it has, whatever the script's types say. */
function call(script: unknown, ...parameters: readonly unknown[]): void {
  if (typeof script === 'function') Reflect.apply(script, undefined, parameters);
}

/** The form's OnLoad. */
export function load(form: FakeForm): void {
  call(onLoad, form.context());
}

/** A quote's form that has been opened. */
export function openQuote(description: FormDescription): FakeForm {
  const form = new FakeForm(description);
  load(form);
  return form;
}
