import type { Company } from '../../model/company';
import { findDocument } from '../../posting/places';
import { dialogError } from '../apiError';
import type { DocumentRow } from '../rows';

/** The document of this id as it is now. Throws RangeError when there is none. */
export function documentRow(company: Company, id: string): DocumentRow {
  const place = findDocument(company, id);
  if (place === undefined) {
    throw new RangeError(`There is no sales document ${id}.`);
  }
  return { company, account: place.account, document: place.document };
}

/** Where a document is that may still be changed. Throws ApiError when it is gone or posted. */
export function draftOf(row: DocumentRow) {
  const place = findDocument(row.company, row.document.id);
  if (place === undefined) {
    throw dialogError('No document with the specified ID exists.');
  }
  if (place.document.ledgerEntryNumber !== undefined) {
    throw dialogError('The invoice has been posted and can no longer be modified.');
  }
  return place;
}
