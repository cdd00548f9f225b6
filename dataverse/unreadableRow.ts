/** A row that does not hold what its table promises: another version of the solution, or something in between. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError';
  /** "bci_item bci_name" */
  readonly place: string;

  /**
   * @param table logical name of the table
   * @param column logical name of the column; '' when the whole row is not one
   */
  constructor(table: string, column: string) {
    const place = `${table} ${column}`.trim();
    super(`${place} does not hold what the table promises.`);
    this.place = place;
  }
}
