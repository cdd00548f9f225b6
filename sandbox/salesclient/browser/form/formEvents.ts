/** A function that the form calls, as its FormXml says. */
export interface EventHandler {
  readonly event: FormEvent;
  /** Column of an onchange handler; empty for the other events. */
  readonly column: string;
  readonly functionName: string;
  readonly library: string;
  readonly passesContext: boolean;
  /** Further arguments, separated by commas, as a maker typed them. */
  readonly parameters: string;
}

export type FormEvent = 'onload' | 'onsave' | 'onchange';

/** The scripts of a form. */
export interface FormScripts {
  /** Names of web resources in the order in which they are loaded. */
  readonly libraries: readonly string[];
  readonly handlers: readonly EventHandler[];
  /** Events that this client does not raise. */
  readonly unsupportedEvents: readonly string[];
}

const events: readonly FormEvent[] = ['onload', 'onsave', 'onchange'];

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}

function handlersOf(element: Element, event: FormEvent): readonly EventHandler[] {
  // Handlers of the platform itself stand under InternalHandlers.
  const lists = Array.from(element.children).filter((child) => child.localName === 'Handlers');
  return lists
    .flatMap((list) => Array.from(list.children))
    .filter((handler) => handler.localName === 'Handler' && attribute(handler, 'enabled') !== 'false')
    .map((handler) => ({
      event,
      column: event === 'onchange' ? attribute(element, 'attribute') : '',
      functionName: attribute(handler, 'functionName'),
      library: attribute(handler, 'libraryName'),
      passesContext: attribute(handler, 'passExecutionContext') === 'true',
      parameters: attribute(handler, 'parameters'),
    }));
}

/** Libraries and event handlers of a form, in the order of the document. */
export function formScriptsOf(form: Element): FormScripts {
  const elements = Array.from(form.getElementsByTagName('event'));
  const eventOf = (element: Element): FormEvent | undefined =>
    events.find((event) => event === attribute(element, 'name').toLowerCase());
  return {
    libraries: Array.from(form.getElementsByTagName('Library')).map((library) => attribute(library, 'name')),
    handlers: elements.flatMap((element) => {
      const event = eventOf(element);
      return event === undefined ? [] : handlersOf(element, event);
    }),
    unsupportedEvents: elements
      .filter((element) => eventOf(element) === undefined && element.getElementsByTagName('Handler').length > 0)
      .map((element) => attribute(element, 'name')),
  };
}
