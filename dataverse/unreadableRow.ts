/** A row that does not hold what its table promises: another version of the solution, or something in between. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError';

  /**
   * The message names the place: "bci_item bci_name".
   * @param table logical name of the table
   * @param column logical name of the column; '' when the whole row is not one
   */
  constructor(table: string, column: string) {
    super(`${table} ${column}`.trim());
  }
}
