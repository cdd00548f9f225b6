/** A row that does not hold what its table promises: another version of the solution, or something in between. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError';

  /**
   * @param table logical name of the table
   * @param column logical name of the column; '' when the whole row is not one
   */
  constructor(
    readonly table: string,
    readonly column: string,
  ) {
    super(column === '' ? `${table} is not a row.` : `${table}.${column} does not hold what the table promises.`);
  }
}
