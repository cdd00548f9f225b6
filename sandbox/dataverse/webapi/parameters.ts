import { badPayload, badQuery } from '../records/dataverseError';
import { isRecord } from './rowInput';
import { readJson } from './writeJson';
import type { ApiRequest } from './messages';
import type { Expression, ResourceSegment } from '../../odata/syntax';

/** The parameters of a function (in its parentheses, aliases resolved) or of an action (in the body). */
export function parameterValues(request: ApiRequest, segment: ResourceSegment): ReadonlyMap<string, unknown> {
  if (request.method === 'GET') return functionParameters(request, segment);
  if (request.body === undefined || request.body.trim() === '') return new Map();
  const body = readJson(request.body, { entitySetName: segment.name });
  if (!isRecord(body)) throw badPayload(segment.name, 'Microsoft.OData.ODataException: The body is not a JSON object.');
  return new Map(Object.entries(body));
}

function functionParameters(request: ApiRequest, segment: ResourceSegment): ReadonlyMap<string, unknown> {
  const given = segment.arguments;
  if (given === undefined || given.kind === 'empty') return new Map();
  if (given.kind === 'single') throw badQuery(`The parameters of ${segment.name} must be named.`);
  return new Map(given.values.map(({ name, value }) => [name, plain(value, request.options.aliases)]));
}

function plain(expression: Expression, aliases: ReadonlyMap<string, Expression>): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.type === 'Integer' || expression.type === 'Decimal'
        ? Number(expression.value)
        : expression.value;
    case 'collection':
      return expression.items.map((item) => plain(item, aliases));
    case 'json':
      return expression.value;
    case 'alias': {
      const value = aliases.get(expression.name);
      if (value === undefined || value.kind === 'alias') {
        throw badQuery(`The parameter alias ${expression.name} has no value.`);
      }
      return plain(value, aliases);
    }
    default:
      throw badQuery('A parameter must be a value.');
  }
}
