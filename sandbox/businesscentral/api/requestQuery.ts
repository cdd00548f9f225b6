import { parseQueryOptions } from '../../odata/queryParser';
import type { QueryOptions } from '../../odata/syntax';
import { badRequest, notEmulated } from './apiError';

const KNOWN_OPTIONS: readonly string[] = ['$schemaversion'];

/** The query options of a request, those refused that Business Central or its emulation does not have. Throws ApiError. */
export function readQuery(text: string): QueryOptions {
  const options = parseQueryOptions(new URLSearchParams(text));
  for (const name of options.custom.keys()) {
    if (name.startsWith('$') && !KNOWN_OPTIONS.includes(name)) {
      throw badRequest(`The query parameter '${name}' is not supported.`);
    }
  }
  if (options.apply !== undefined) {
    throw notEmulated('$apply');
  }
  if (options.search !== undefined) {
    throw notEmulated('$search');
  }
  return options;
}
