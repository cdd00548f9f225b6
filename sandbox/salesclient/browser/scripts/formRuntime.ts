import { messageOf } from '../app/useLoaded';
import type { Changes, Entered } from '../dataverse/record';
import type { Row } from '../dataverse/webApi';
import type { EventHandler, FormScripts } from '../form/formEvents';
import type { SaveOutcome } from '../form/formState';
import { changeEvent } from './attribute';
import { emulated } from './emulated';
import { formApi, formEvents, type FormApi, type ScriptedForm } from './formContext';
import { FormEventQueue, type ExecutionContext } from './formEventQueue';
import { globalFunction } from './libraries';

/** Where the record of a form is kept. */
export interface RecordStore {
  /** @returns the record's id @throws when refused */
  save(changes: Changes): Promise<string>;
  read(): Promise<Row>;
}

/** Values of getSaveMode and getDataLoadState. */
const SAVE = 1;
const dataLoadState = { initial: 1, save: 2, refresh: 3 } as const;

type FormParts = Omit<ScriptedForm, 'events' | 'save' | 'refresh'> & { readonly globalContext: object };

/** Further arguments as the maker typed them: values of JavaScript, separated by commas. @throws when they are no such */
function parametersOf({ parameters }: EventHandler): readonly unknown[] {
  const values: unknown = JSON.parse(`[${parameters.replace(/'/g, '"')}]`);
  return Array.isArray(values) ? values : [];
}

/** The life of an open form: what the user and Dataverse do becomes events for its scripts. */
export class FormRuntime {
  private readonly api: FormApi;
  private readonly events: FormEventQueue;
  /** Texts that are being typed: their change is told when the field is left. */
  private readonly typed = new Set<string>();
  private saving: Promise<SaveOutcome> | undefined;

  constructor(
    private readonly parts: FormParts,
    private readonly scripts: FormScripts,
    private readonly store: RecordStore,
  ) {
    this.events = new FormEventQueue({
      formContext: () => this.api.context,
      globalContext: () => parts.globalContext,
      failed: (script, error) => parts.state.addFailure({ script, message: messageOf(error) }),
    });
    this.api = formApi({
      ...parts,
      events: this.events,
      save: async () => {
        const outcome = await this.save();
        if (outcome.kind !== 'saved') throw new Error(`The record was not saved: ${outcome.kind}.`);
      },
      refresh: () => this.refresh(),
    });
    for (const handler of scripts.handlers) this.register(handler);
  }

  /** The form is shown with its data. */
  start(): void {
    for (const event of this.scripts.unsupportedEvents)
      this.parts.state.addFailure({ script: event, message: `The sandbox does not emulate the event ${event}.` });
    this.events.raise(formEvents.load, {
      event: 'OnLoad',
      source: undefined,
      args: this.loadArguments(dataLoadState.initial),
    });
    this.dataLoaded(dataLoadState.initial);
  }

  /** A value that the user or a code component gives; a text is told when its field is left. */
  enter(column: string, value: Entered): void {
    if (!this.parts.model.set(column, value)) return;
    const kind = this.parts.model.table.columns.get(column)?.kind;
    if (kind === 'text' || kind === 'memo' || kind === 'date') this.typed.add(column);
    else this.raiseChange(column);
  }

  /** A field was left. */
  commit(): void {
    const columns = [...this.typed];
    this.typed.clear();
    for (const column of columns) this.raiseChange(column);
  }

  /** Saves what was changed; while that lasts there is no second saving. @throws when the saved record cannot be read */
  save(): Promise<SaveOutcome> {
    this.saving ??= this.saveOnce()
      .then((outcome) => {
        this.parts.state.setSaveOutcome(outcome);
        return outcome;
      })
      .finally(() => {
        this.saving = undefined;
      });
    return this.saving;
  }

  /** Reads the record again; what is not saved stays. */
  async refresh(): Promise<void> {
    this.parts.model.take(await this.store.read());
    this.dataLoaded(dataLoadState.refresh);
  }

  private async saveOnce(): Promise<SaveOutcome> {
    this.commit();
    const { model } = this.parts;
    if (this.isPrevented()) return { kind: 'prevented' };
    const names = model.missing();
    if (names.length > 0) return { kind: 'missing', names };
    const sent = model.submission();
    let id: string;
    try {
      id = sent.size === 0 && model.id !== undefined ? model.id : await this.store.save(sent);
    } catch (error) {
      this.postSave(model.id, error);
      return { kind: 'refused', message: messageOf(error) };
    }
    try {
      // A record that was created is shown by a form of its own.
      model.take(model.id === undefined ? model.row : await this.store.read(), sent);
    } finally {
      this.postSave(id, undefined);
    }
    this.dataLoaded(dataLoadState.save);
    return { kind: 'saved', id };
  }

  private isPrevented(): boolean {
    let prevented = false;
    const args = emulated('the arguments of OnSave', {
      getSaveMode: () => SAVE,
      preventDefault: () => {
        prevented = true;
      },
      isDefaultPrevented: () => prevented,
    });
    this.events.raise(formEvents.save, { event: 'OnSave', source: this.api.entity, args });
    return prevented;
  }

  private postSave(id: string | undefined, error: unknown): void {
    const { model, primaryName } = this.parts;
    const args = emulated('the arguments of PostSave', {
      getIsSaveSuccess: () => error === undefined,
      getSaveErrorInfo: () => (error === undefined ? null : { message: messageOf(error) }),
      getEntityReference: () => ({ id: id ?? '', entityType: model.table.name, name: primaryName() }),
    });
    this.events.raise(formEvents.postSave, { event: 'PostSave', source: this.api.entity, args });
  }

  private dataLoaded(state: number): void {
    this.events.raise(formEvents.dataLoad, {
      event: 'OnLoad of the data',
      source: undefined,
      args: this.loadArguments(state),
    });
  }

  private loadArguments(state: number): object {
    return emulated('the arguments of OnLoad', { getDataLoadState: () => state });
  }

  private raiseChange(column: string): void {
    this.events.raise(changeEvent(column), { event: 'OnChange', source: this.api.attribute(column) });
  }

  private register(handler: EventHandler): void {
    const { event, column, library, functionName } = handler;
    this.events.add(event === 'onchange' ? changeEvent(column) : event, {
      key: handler,
      name: `${event} · ${library} · ${functionName}`,
      call: (context: ExecutionContext) => {
        const given = handler.passesContext ? [context] : [];
        return globalFunction(functionName)(...given, ...parametersOf(handler));
      },
    });
  }
}
