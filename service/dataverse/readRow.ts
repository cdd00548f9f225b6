import { RowReader } from '../../dataverse/rowReader';
import { UnreadableRowError } from '../../dataverse/unreadableRow';
import { ServiceError } from '../http/serviceError';

/**
 * Reads a row that Dataverse sent.
 * @param table logical name of its table
 * @throws {ServiceError} `protocol` when a column holds what its type does not allow
 */
export function readRow<T>(table: string, row: unknown, read: (reader: RowReader) => T): T {
  try {
    return read(new RowReader(table, row));
  } catch (error) {
    if (!(error instanceof UnreadableRowError)) throw error;
    const message =
      `${error.message} does not hold what the table promises. ` +
      'Import the version of the solution that belongs to this service.';
    throw new ServiceError({ kind: 'protocol', code: 'unreadableRow', message });
  }
}
