import { readExpression, readValue } from './expressionParser';
import { DEFAULT_SYNTAX_LIMITS } from './syntax';
import type { Expression, SyntaxLimits } from './syntax';
import { Scanner } from './tokens';

/** Reads the value of `$filter`. Throws ODataSyntaxError. */
export function parseFilter(text: string, limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS): Expression {
  const scanner = new Scanner(text, limits);
  const expression = readExpression(scanner);
  scanner.space();
  scanner.expectEnd('an operator or the end of the expression');
  return expression;
}

/** Reads the value of a parameter alias: a literal, a collection, an expression or a JSON object. Throws ODataSyntaxError. */
export function parseParameterValue(text: string, limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS): Expression {
  const scanner = new Scanner(text, limits);
  const value = readValue(scanner);
  scanner.space();
  scanner.expectEnd('the end of the value');
  return value;
}
