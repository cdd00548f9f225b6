import type { ResourceSegment } from '../../odata/syntax';
import { ApiError } from './apiError';

/** The GUID in the parentheses of a segment. Throws ApiError. */
export function keyOf(segment: ResourceSegment): string {
  const key = segment.arguments;
  const value =
    key?.kind === 'named' && key.values.length === 1
      ? key.values[0]?.value
      : key?.kind === 'single'
        ? key.value
        : undefined;
  if (value?.kind !== 'literal' || (value.type !== 'Guid' && value.type !== 'String')) {
    throw new ApiError(
      400,
      'Application_InvalidGUID',
      'Invalid format of GUID string. The correct format of the GUID string is: CDEF7890-ABCD-0123-1234-567890ABCDEF where 0-9, A-F symbolizes hexadecimal digits.',
    );
  }
  return value.value.toLowerCase();
}
