/** What to pack with Microsoft's own tool. */
export interface PackRequest {
  /** A complete SolutionPackager XML layout. */
  readonly folder: string;
  /** The unmanaged zip; the managed one gets `_managed` before its extension. */
  readonly zipFile: string;
}

/** A way to Microsoft's SolutionPackager. */
export interface SolutionPackaging {
  /** How it is reached, for messages. */
  readonly name: string;
  /**
   * Packs both package types.
   * @returns the lines that the tool printed
   * @throws PackagingUnavailable when the tool is not on this machine
   * @throws PackagingFailed when the tool refuses the solution
   */
  pack(request: PackRequest): Promise<readonly string[]>;
}

/** Neither the Power Platform CLI nor its wrapper can be started. */
export class PackagingUnavailable extends Error {
  override readonly name = 'PackagingUnavailable';

  constructor(reason: string) {
    super(
      `The Power Platform CLI is not available: ${reason}. It is optional. Install it ` +
        '(https://learn.microsoft.com/power-platform/developer/cli/introduction) so that `pac` is found, ' +
        'or name it in PAC_PATH. `npm run build` packs the same solution without it.',
    );
  }
}

/** The Power Platform CLI ran and refused. */
export class PackagingFailed extends Error {
  override readonly name = 'PackagingFailed';

  constructor(
    reason: string,
    readonly output: readonly string[],
  ) {
    super([`The Power Platform CLI did not pack the solution: ${reason}`, ...output].join('\n'));
  }
}
