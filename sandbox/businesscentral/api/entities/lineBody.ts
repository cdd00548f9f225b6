import type { Company } from '../../model/company';
import type { LineType } from '../../model/documents';
import { NULL_GUID } from '../../model/identifiers';
import type { NewLine } from '../../posting/drafts';
import { badRequest, dialogError } from '../apiError';
import { isRecord, readBody } from '../body';
import type { BodyValues, Writable } from '../body';
import { calculatedText, date, decimal, guid, member, text } from '../properties';
import type { LineRow } from '../rows';

/** What POST and PATCH take of a line. */
export const LINE_WRITABLE: Writable = {
  sequence: {},
  itemId: {},
  lineType: { members: ['Comment', 'Account', 'Item'] },
  lineObjectNumber: { length: 20 },
  description: { length: 100 },
  description2: { length: 50 },
  unitOfMeasureCode: { length: 10 },
  quantity: {},
  unitPrice: {},
  discountPercent: {},
  shipmentDate: {},
  locationId: {},
};

const CHILD_PROPERTIES = [
  decimal<LineRow>('sequence', ({ line }) => line.sequence),
  guid<LineRow>('itemId', () => NULL_GUID),
  member<LineRow>('lineType', ({ line }) => line.type),
  text<LineRow>('lineObjectNumber', ({ line }) => line.number),
  text<LineRow>('description', ({ line }) => line.description),
  text<LineRow>('description2', ({ line }) => line.description2),
  calculatedText<LineRow>('unitOfMeasureCode', ({ line }) => line.unitOfMeasureCode),
  decimal<LineRow>('quantity', ({ line }) => line.quantity),
  decimal<LineRow>('unitPrice', ({ line }) => line.unitPrice),
  decimal<LineRow>('discountPercent', ({ line }) => line.discountPercent),
  date<LineRow>('shipmentDate', ({ line }) => line.shipmentDate),
  guid<LineRow>('locationId', () => NULL_GUID),
];

/** Checks the body of a line that comes along with its document. Throws ApiError. */
export function readChildLine(child: unknown): BodyValues {
  if (!isRecord(child)) {
    throw badRequest('Invalid Request Body');
  }
  return readBody(child, 'salesLine', CHILD_PROPERTIES, LINE_WRITABLE, []);
}

/** The line that a body asks for. Throws ApiError. */
export function newLine(company: Company, body: BodyValues): NewLine {
  const itemId = body.text('itemId');
  const item = itemId === undefined ? undefined : itemOfId(company, itemId);
  if (itemId !== undefined && itemId !== NULL_GUID && item === undefined) {
    throw dialogError('Item does not exist.');
  }
  const number = body.text('lineObjectNumber') ?? item?.number;
  return {
    type: lineTypeOf(body) ?? (number === undefined ? 'Comment' : 'Item'),
    number,
    sequence: body.number('sequence'),
    description: body.text('description'),
    quantity: body.number('quantity'),
    unitPrice: body.number('unitPrice'),
    discountPercent: body.number('discountPercent'),
    shipmentDate: body.text('shipmentDate'),
    unitOfMeasureCode: body.text('unitOfMeasureCode'),
    locationCode: locationCodeOf(company, body),
  };
}

function itemOfId(company: Company, id: string) {
  const index = company.items.indexOfItem(id);
  return index === undefined ? undefined : company.items.at(index)?.item;
}

/** The code of the location that a body names by its id; undefined when it says nothing. Throws ApiError. */
export function locationCodeOf(company: Company, body: BodyValues): string | undefined {
  const id = body.text('locationId');
  if (id === undefined || id === NULL_GUID) {
    return id === undefined ? undefined : '';
  }
  const location = company.setup.locations.find((one) => one.id === id);
  if (location === undefined) {
    throw dialogError('The "locationId" does not match to a Location.');
  }
  return location.code;
}

function lineTypeOf(body: BodyValues): LineType | undefined {
  return (['Comment', 'Account', 'Item'] as const).find((type) => type === body.text('lineType'));
}
