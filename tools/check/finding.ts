/** One fault in the solution. */
export interface Finding {
  /** Stable name of the kind of fault. */
  readonly code: string;
  /** The source file below solution/, or the entry of the zip. */
  readonly file: string;
  /** Line in that file, from 1; 0 when the whole file is meant. */
  readonly line: number;
  /** What is wrong. */
  readonly what: string;
  /** What comes of it. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Where a finding is: a file, and the element in it when there is one. */
export interface Place {
  readonly file: string;
  readonly element?: { readonly line: number } | undefined;
}

/** Makes findings of one kind: the same code and consequence, told apart by place, fault and remedy. */
export function kindOfFinding(code: string, why: string): (place: Place, what: string, remedy: string) => Finding {
  return (place, what, remedy) => ({ code, file: place.file, line: place.element?.line ?? 0, what, why, remedy });
}

/** A finding as lines of text. */
export function describeFinding(finding: Finding): string {
  const place = finding.line > 0 ? `${finding.file}:${finding.line}` : finding.file;
  return [`${finding.code}  ${place}`, `  ${finding.what}`, `  Why: ${finding.why}`, `  Do: ${finding.remedy}`].join(
    '\n',
  );
}
