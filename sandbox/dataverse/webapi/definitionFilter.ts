import { badQuery } from '../records/dataverseError';
import { isGuid } from '../records/identifiers';
import { dataverseDialect } from './dialect';
import { RowScope } from './rowScope';
import { compileFilter } from '../../odata/evaluate';
import type { ApiContext } from './context';
import type { Definition, Json } from '../metadata/definitions/definition';
import type { Scope, Value } from '../../odata/evaluation';
import type { QueryOptions } from '../../odata/syntax';

const namespace = 'Microsoft.Dynamics.CRM.';

/** The definitions that `$filter` keeps. */
export function matching(
  context: ApiContext,
  found: readonly Definition[],
  options: QueryOptions,
): readonly Definition[] {
  if (options.filter === undefined) return found;
  const anyTable = [...context.session.catalog.tables.values()][0];
  if (anyTable === undefined) return found;
  const dialect = dataverseDialect(context.conditions, new RowScope(context.session, anyTable));
  return found.filter(compileFilter(options.filter, definitionScope(found), dialect, options.aliases));
}

/** Names of the definitions' own properties; the type of each is that of its first value. */
function definitionScope(all: readonly Definition[]): Scope<Definition> {
  return {
    property(path) {
      const read = (definition: Definition): Value => scalar(valueAt(definition, path));
      const exists = all.length === 0 || all.some((one) => valueAt(one, path) !== undefined);
      if (!exists)
        throw badQuery(
          `Could not find a property named '${path.join('/')}' on type '${namespace}${all[0]?.type ?? ''}'.`,
        );
      const sample = all.map(read).find((value) => value !== null);
      if (typeof sample === 'boolean') return { type: 'Boolean', read };
      if (typeof sample === 'number') return { type: 'Integer', read };
      return { type: typeof sample === 'string' && isGuid(sample) ? 'Guid' : 'String', read };
    },
  };
}

function valueAt(definition: Definition, [name = '', ...rest]: readonly string[]): Json | undefined {
  let value: Json | undefined = definition.properties[name];
  for (const part of rest) value = isObject(value) ? value[part] : undefined;
  return value;
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalar(value: Json | undefined): Value {
  return value === undefined || typeof value === 'object' ? null : value;
}
