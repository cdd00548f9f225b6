import type { SalesLine } from '../../model/documents';
import { changeDocument, makeLine } from '../../posting/drafts';
import { itemOf, itemUnit } from '../../posting/itemPlaces';
import { dialogError } from '../apiError';
import type { BodyValues } from '../body';
import type { DocumentRow, LineRow } from '../rows';
import { documentRow, draftOf } from './draftDocument';
import { locationCodeOf, newLine } from './lineBody';

/** Adds a line to a document that is not posted. Throws ApiError, PostingError. */
export function createLine(row: DocumentRow, body: BodyValues): LineRow {
  const place = draftOf(row);
  const line = makeLine(row.company, place.document, place.account, newLine(row.company, body));
  changeDocument(row.company, place, { lines: [...place.document.lines, line] });
  return { ...documentRow(row.company, row.document.id), line };
}

/** Changes a line of a document that is not posted. Throws ApiError. */
export function updateLine(row: LineRow, body: BodyValues): LineRow {
  const place = draftOf(row);
  if (body.has('sequence') && body.number('sequence') !== row.line.sequence) {
    throw dialogError('The value for sequence cannot be modified. Delete and insert the line again.');
  }
  if (body.has('lineObjectNumber') && body.text('lineObjectNumber') !== row.line.number) {
    throw dialogError('The value for "lineObjectNumber" cannot be modified.');
  }
  const locationCode = locationCodeOf(row.company, body) ?? row.line.locationCode;
  const unit = unitOf(row, body);
  const line: SalesLine = {
    ...row.line,
    description: body.text('description') ?? row.line.description,
    description2: body.text('description2') ?? row.line.description2,
    quantity: body.number('quantity') ?? row.line.quantity,
    unitPrice: body.number('unitPrice') ?? (row.line.unitPrice * unit.quantityPerUnit) / row.line.quantityPerUnit,
    discountPercent: body.number('discountPercent') ?? row.line.discountPercent,
    shipmentDate: body.text('shipmentDate') ?? row.line.shipmentDate,
    locationCode,
    ...unit,
  };
  const moved = locationCode !== row.line.locationCode || unit.unitOfMeasureCode !== row.line.unitOfMeasureCode;
  if (moved && row.line.shippedQuantity > 0) {
    throw dialogError('Quantity Shipped must be equal to 0  in Sales Line.');
  }
  if (line.quantity < line.shippedQuantity) {
    throw dialogError('Quantity must not be less than Quantity Shipped.');
  }
  const lines = place.document.lines.map((one) => (one.id === line.id ? line : one));
  changeDocument(row.company, place, { lines });
  return { ...documentRow(row.company, row.document.id), line };
}

/** The unit that a body names, with what it holds. Throws PostingError. */
function unitOf(
  { company, line }: LineRow,
  body: BodyValues,
): Pick<SalesLine, 'unitOfMeasureCode' | 'quantityPerUnit'> {
  const code = body.text('unitOfMeasureCode') ?? line.unitOfMeasureCode;
  if (line.type !== 'Item' || code === line.unitOfMeasureCode) {
    return { unitOfMeasureCode: code, quantityPerUnit: line.quantityPerUnit };
  }
  const unit = itemUnit(itemOf(company, line.number).record.item, code);
  return { unitOfMeasureCode: unit.code, quantityPerUnit: unit.quantityPerUnit };
}

/** Deletes a line of a document that is not posted. Throws ApiError. */
export function removeLine(row: LineRow): void {
  const place = draftOf(row);
  if (row.line.shippedQuantity > row.line.invoicedQuantity) {
    throw dialogError('You cannot delete the order line because it is shipped and not invoiced.');
  }
  changeDocument(row.company, place, { lines: place.document.lines.filter(({ id }) => id !== row.line.id) });
}
