import { componentTypeName } from '../metadata/componentTypes';

/** Which part of a solution a refusal is about. */
export interface RefusedComponent {
  /** Solution component type, e.g. 60 for a form; undefined for the package as a whole. */
  readonly type: number | undefined;
  /** Name or id as the file gives it. */
  readonly name: string;
}

/** Dataverse's codes for refused imports (learn.microsoft.com, "Web service error codes"; CrmErrors in the SDK). */
export const importErrors = {
  invalidFile: -2147188736,
  savedQuery: -2147188731,
  column: -2147188730,
  form: -2147188729,
  siteMap: -2147188719,
  notWellFormed: -2147188717,
  role: -2147188713,
  wrongPublisher: -2147188708,
  missingDependencies: -2147188707,
  generic: -2147188706,
  rootNotInTarget: -2147188705,
  invalidXml: -2147188692,
  optionSets: -2147188688,
  ribbon: -2147188687,
  solution: -2147188685,
  missingGlobalOptionSet: -2147188679,
  notDeclaredAsRoot: -2147188678,
  unmanagedIsInstalled: -2147188672,
  managedIsInstalled: -2147188671,
  systemSolution: -2147188666,
  invalidPrivilege: -2147188648,
  fileTooLarge: -2147220619,
  unprocessedFiles: -2147016651,
  /** NotSupported: the sandbox's own words for a component that it does not cover. */
  notCovered: -2147220894,
} as const;

export type ImportErrorName = keyof typeof importErrors;

/** A solution that is not imported or removed, with the reason and the component. Nothing was changed. */
export class SolutionRefused extends Error {
  override readonly name = 'SolutionRefused';
  readonly errorCode: number;
  /** The same code as the Web API writes it, e.g. `0x80048033`. */
  readonly code: string;

  constructor(
    error: ImportErrorName,
    message: string,
    readonly component?: RefusedComponent,
  ) {
    super(message);
    this.errorCode = importErrors[error];
    this.code = `0x${(this.errorCode >>> 0).toString(16)}`;
  }
}

/** A refusal because the sandbox, unlike Dataverse, has no such component. */
export function notCovered(type: number | undefined, name: string, what = componentTypeName(type ?? 0)): SolutionRefused {
  return new SolutionRefused('notCovered', `The sandbox does not cover this ${what}: ${name}.`, { type, name });
}
