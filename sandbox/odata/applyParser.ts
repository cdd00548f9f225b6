import { readExpression } from './expressionParser';
import { DEFAULT_SYNTAX_LIMITS } from './syntax';
import type { Aggregate, AggregateMethod, ApplyStep, SyntaxLimits } from './syntax';
import { Scanner } from './tokens';

const METHODS: readonly AggregateMethod[] = ['sum', 'min', 'max', 'average', 'countdistinct'];

/**
 * Reads the value of `$apply`: `filter(…)`, `groupby((a,b/c),aggregate(…))`, `aggregate(x with sum as y,$count as n)`,
 * joined by `/`. Throws ODataSyntaxError. Source: OData Extension for Data Aggregation 4.0.
 */
export function parseApply(text: string, limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS): readonly ApplyStep[] {
  const scanner = new Scanner(text, limits);
  const steps = readSteps(scanner);
  scanner.expectEnd("'/' or the end of the transformations");
  return steps;
}

function readSteps(scanner: Scanner): readonly ApplyStep[] {
  return scanner.nested(() => {
    const steps: ApplyStep[] = [];
    do {
      scanner.space();
      steps.push(readStep(scanner));
      scanner.space();
    } while (scanner.take('/'));
    return steps;
  });
}

function readStep(scanner: Scanner): ApplyStep {
  const position = scanner.position;
  const name = scanner.identifier('filter, groupby or aggregate');
  if (!['filter', 'groupby', 'aggregate'].includes(name)) {
    scanner.fail('filter, groupby or aggregate', position);
  }
  scanner.expect('(');
  if (name === 'filter') {
    const predicate = readExpression(scanner);
    closing(scanner);
    return { kind: 'filter', predicate, position };
  }
  return name === 'groupby' ? readGroupBy(scanner, position) : readAggregates(scanner, position);
}

function readGroupBy(scanner: Scanner, position: number): ApplyStep {
  scanner.space();
  scanner.expect('(');
  const properties: string[][] = [];
  do {
    scanner.space();
    const path = [scanner.identifier('a property to group by')];
    while (scanner.take('/')) {
      path.push(scanner.identifier('a property to group by'));
    }
    properties.push(path);
    scanner.space();
  } while (scanner.take(','));
  scanner.expect(')');
  scanner.space();
  const then = scanner.take(',') ? readSteps(scanner) : [];
  closing(scanner);
  return { kind: 'groupby', properties, then, position };
}

function readAggregates(scanner: Scanner, position: number): ApplyStep {
  const aggregates: Aggregate[] = [];
  do {
    scanner.space();
    aggregates.push(readAggregate(scanner));
    scanner.space();
  } while (scanner.take(','));
  closing(scanner);
  return { kind: 'aggregate', aggregates, position };
}

function readAggregate(scanner: Scanner): Aggregate {
  const position = scanner.position;
  if (scanner.match(/\$count(?=[ \t])/y) !== undefined) {
    return { method: 'count', expression: undefined, as: readAs(scanner), position };
  }
  const expression = readExpression(scanner);
  if (scanner.word(['with']) === undefined) {
    scanner.fail("'with' and a method");
  }
  const methodPosition = scanner.position;
  const word = scanner.identifier(METHODS.join(', '));
  const method = METHODS.find((name) => name === word) ?? scanner.fail(METHODS.join(', '), methodPosition);
  return { method, expression, as: readAs(scanner), position };
}

function readAs(scanner: Scanner): string {
  if (scanner.word(['as']) === undefined) {
    scanner.fail("'as' and a name");
  }
  return scanner.identifier('a name for the result');
}

function closing(scanner: Scanner): void {
  scanner.space();
  scanner.expect(')');
}
