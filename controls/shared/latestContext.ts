/** The newest context: the platform hands over another one with every updateView, and the old one shows old values. */
export class LatestContext<TInputs> {
  private latest: ComponentFramework.Context<TInputs> | null = null;

  set(context: ComponentFramework.Context<TInputs>): void {
    this.latest = context;
  }

  /** @throws {Error} before init */
  get(): ComponentFramework.Context<TInputs> {
    if (this.latest === null) throw new Error('The control is used before init.');
    return this.latest;
  }
}
