/** Numbers of a generated company's items, their documents and their ledger entries; each tells its item. */
export class ItemNumbers {
  private readonly entriesPerItem: number;

  constructor(locations: number) {
    this.entriesPerItem = 4 * (locations + 1);
  }

  /** In the order of the indexes, because all have the same number of digits. */
  item(index: number): string {
    return `I${String(index + 1).padStart(7, '0')}`;
  }

  indexOfItem(itemNumber: string): number | undefined {
    return /^I\d{7}$/.test(itemNumber) ? Number(itemNumber.slice(1)) - 1 : undefined;
  }

  /** One item per document. `series` is PO, PR, SR or TO. */
  document(series: string, index: number, ordinal: number): string {
    return `${series}${index + 1}-${ordinal + 1}`;
  }

  indexOfDocument(documentNumber: string): number | undefined {
    const found = /^(?:PO|PR|SR|TO)(\d+)-\d+$/.exec(documentNumber);
    return found === null ? undefined : Number(found[1]) - 1;
  }

  /** The number of an item's first entry. */
  firstEntry(index: number): number {
    return index * this.entriesPerItem + 1;
  }

  indexOfEntry(entryNumber: number): number {
    return Math.floor((entryNumber - 1) / this.entriesPerItem);
  }
}
