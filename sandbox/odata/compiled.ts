import { ODataSemanticError } from './evaluation';
import type { ExpressionType, Value } from './evaluation';

/** A part of an expression made ready to be computed; `variables` are the rows of the lambdas around it, outermost first. */
export interface CompiledNode<Row> {
  readonly type: ExpressionType;
  readonly evaluate: (row: Row, variables: readonly unknown[]) => Value;
}

export function unsupported(subject: string, position: number): ODataSemanticError {
  return new ODataSemanticError('unsupported', subject, position, `Not supported: ${subject} (position ${position}).`);
}

/** Throws ODataSemanticError when a condition is not Boolean. */
export function requireBoolean(type: ExpressionType, position: number): void {
  if (type !== 'Boolean' && type !== 'Null') {
    const message = `A condition must be Boolean, not ${type} (position ${position}).`;
    throw new ODataSemanticError('typeMismatch', type, position, message);
  }
}

export function unknownProperty(path: readonly string[], position: number): never {
  const name = path.join('/');
  throw new ODataSemanticError('unknownProperty', name, position, `Unknown property ${name} (position ${position}).`);
}
