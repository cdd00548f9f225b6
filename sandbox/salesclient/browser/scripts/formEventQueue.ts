import { emulated } from './emulated';

/** What a handler of an event is given. Source: learn.microsoft.com, "Execution context (Client API reference)". */
export interface ExecutionContext {
  getFormContext(): object;
  getEventSource(): unknown;
  getEventArgs(): object | null;
  getContext(): object;
  /** The position of the handler among those of the event, from 0. */
  getDepth(): number;
  getSharedVariable(key: string): unknown;
  setSharedVariable(key: string, value: unknown): void;
}

/** A function of a script; what it returns is looked at only to notice a rejected promise. */
export type ScriptFunction = (...parameters: readonly unknown[]) => unknown;

/** One function to be called when an event occurs. */
export interface Handler {
  /** Tells one handler from another: adding and removing go by it. */
  readonly key: unknown;
  /** Named in the message when it fails. */
  readonly name: string;
  call(context: ExecutionContext): unknown;
}

export interface Occurrence {
  readonly event: string;
  readonly source: unknown;
  readonly args?: object;
}

interface Surroundings {
  readonly formContext: () => object;
  readonly globalContext: () => object;
  readonly failed: (script: string, error: unknown) => void;
}

function isRejecting(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** The handlers of a form's events and how they are called: in their order, each though another one fails. */
export class FormEventQueue {
  private readonly handlers = new Map<string, readonly Handler[]>();

  constructor(private readonly surroundings: Surroundings) {}

  /** The same function added twice is called twice, as on the platform. */
  add(event: string, handler: Handler): void {
    this.handlers.set(event, [...this.of(event), handler]);
  }

  remove(event: string, key: unknown): void {
    this.handlers.set(
      event,
      this.of(event).filter((handler) => handler.key !== key),
    );
  }

  raise(name: string, occurrence: Occurrence): void {
    const variables = new Map<string, unknown>();
    this.of(name).forEach((handler, depth) => this.call(handler, this.contextOf(occurrence, depth, variables)));
  }

  private call(handler: Handler, context: ExecutionContext): void {
    try {
      const answer = handler.call(context);
      if (isRejecting(answer)) {
        answer.then(undefined, (error: unknown) => this.surroundings.failed(handler.name, error));
      }
    } catch (error) {
      this.surroundings.failed(handler.name, error);
    }
  }

  private contextOf(occurrence: Occurrence, depth: number, variables: Map<string, unknown>): ExecutionContext {
    const { formContext, globalContext } = this.surroundings;
    return emulated('executionContext', {
      getFormContext: formContext,
      getEventSource: () => {
        if (occurrence.source !== undefined) return occurrence.source;
        throw new Error(`The sandbox does not emulate executionContext.getEventSource of ${occurrence.event}.`);
      },
      getEventArgs: () => occurrence.args ?? null,
      getContext: globalContext,
      getDepth: () => depth,
      getSharedVariable: (key: string) => variables.get(key),
      setSharedVariable: (key: string, value: unknown) => void variables.set(key, value),
    });
  }

  private of(event: string): readonly Handler[] {
    return this.handlers.get(event) ?? [];
  }
}
