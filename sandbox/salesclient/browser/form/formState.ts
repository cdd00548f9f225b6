export type NotificationLevel = 'ERROR' | 'WARNING' | 'INFO';

export interface FormNotification {
  readonly id: string;
  readonly level: NotificationLevel;
  readonly text: string;
}

/** What scripts changed about a control; undefined means as the form says. */
export interface ControlState {
  readonly disabled?: boolean;
  readonly visible?: boolean;
  readonly label?: string;
  readonly notification?: { readonly id: string; readonly text: string };
}

/** A script that failed, in words for the one who looks for the reason. */
export interface ScriptFailure {
  /** What was to run, e.g. `onload of bci_/forms/quote.js: BusinessCentral.Quote.onLoad`. */
  readonly script: string;
  readonly message: string;
}

/** How the last saving ended. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly id: string }
  /** By a handler of OnSave. */
  | { readonly kind: 'prevented' }
  /** Display names of the columns to fill in first. */
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string };

/** What happened to an open form besides its values. */
export class FormState {
  private readonly controls = new Map<string, ControlState>();
  private readonly tabs = new Map<string, boolean>();
  private readonly listeners = new Set<() => void>();
  private shown: readonly FormNotification[] = [];
  private failed: readonly ScriptFailure[] = [];
  private outcome: SaveOutcome | undefined;

  get notifications(): readonly FormNotification[] {
    return this.shown;
  }

  get failures(): readonly ScriptFailure[] {
    return this.failed;
  }

  /** Undefined until the form has been saved for the first time. */
  get saveOutcome(): SaveOutcome | undefined {
    return this.outcome;
  }

  setSaveOutcome(outcome: SaveOutcome): void {
    this.outcome = outcome;
    this.notify();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  control(name: string): ControlState {
    return this.controls.get(name) ?? {};
  }

  changeControl(name: string, change: ControlState): void {
    this.controls.set(name, { ...this.control(name), ...change });
    this.notify();
  }

  isTabVisible(name: string): boolean {
    return this.tabs.get(name) ?? true;
  }

  showTab(name: string, visible: boolean): void {
    this.tabs.set(name, visible);
    this.notify();
  }

  /** A notification with the same id takes the place of the one before. */
  setNotification(notification: FormNotification): void {
    this.shown = [notification, ...this.shown.filter(({ id }) => id !== notification.id)];
    this.notify();
  }

  /** @returns whether there was one */
  clearNotification(id: string): boolean {
    const others = this.shown.filter((notification) => notification.id !== id);
    const found = others.length < this.shown.length;
    this.shown = others;
    this.notify();
    return found;
  }

  addFailure(failure: ScriptFailure): void {
    this.failed = [...this.failed, failure];
    this.notify();
  }

  clearFailures(): void {
    this.failed = [];
    this.notify();
  }

  private notify(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
