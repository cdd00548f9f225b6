import type { Property, PropertyType, Value } from '../../odata/evaluation';
import { fromHundredths } from '../ledger/amounts';
import { encodeMember } from './enums';

export type WireType =
  'Guid' | 'String' | 'Decimal' | 'Int32' | 'Int64' | 'Boolean' | 'Date' | 'DateTimeOffset' | 'Enum';

/** One property of an entity as the API shows it. */
export interface ApiProperty<Row> {
  readonly name: string;
  readonly type: WireType;
  readonly read: (row: Row) => Value;
  /** Bound to a page variable: cannot be filtered or sorted by. */
  readonly calculated?: boolean;
  /** Only for `$filter`; reads as null. */
  readonly filterOnly?: boolean;
}

type Read<Row, T> = (row: Row) => T;

export function guid<Row>(name: string, read: Read<Row, string>): ApiProperty<Row> {
  return { name, type: 'Guid', read };
}

export function text<Row>(name: string, read: Read<Row, string>): ApiProperty<Row> {
  return { name, type: 'String', read };
}

/** A text that the page computes; no filter, no order. */
export function calculatedText<Row>(name: string, read: Read<Row, string>): ApiProperty<Row> {
  return { name, type: 'String', read, calculated: true };
}

/** An amount kept in hundredths. */
export function amount<Row>(name: string, read: Read<Row, number>): ApiProperty<Row> {
  return { name, type: 'Decimal', read: (row) => fromHundredths(read(row)) };
}

export function decimal<Row>(name: string, read: Read<Row, number>): ApiProperty<Row> {
  return { name, type: 'Decimal', read };
}

export function whole<Row>(name: string, read: Read<Row, number>): ApiProperty<Row> {
  return { name, type: 'Int32', read };
}

export function flag<Row>(name: string, read: Read<Row, boolean>): ApiProperty<Row> {
  return { name, type: 'Boolean', read };
}

export function date<Row>(name: string, read: Read<Row, string>): ApiProperty<Row> {
  return { name, type: 'Date', read };
}

export function instant<Row>(name: string, read: Read<Row, string>): ApiProperty<Row> {
  return { name, type: 'DateTimeOffset', read };
}

/** An enum member, given by its name in Business Central. */
export function member<Row>(name: string, read: Read<Row, string>): ApiProperty<Row> {
  return { name, type: 'Enum', read: (row) => encodeMember(read(row)) };
}

export function calculated<Row>(property: ApiProperty<Row>): ApiProperty<Row> {
  return { ...property, calculated: true };
}

const EVALUATED: Readonly<Record<WireType, PropertyType>> = {
  Guid: 'Guid',
  String: 'String',
  Decimal: 'Decimal',
  Int32: 'Integer',
  Int64: 'Integer',
  Boolean: 'Boolean',
  Date: 'Date',
  DateTimeOffset: 'DateTimeOffset',
  Enum: 'Enum',
};

/** The property as the expression evaluator sees it. */
export function asEvaluated<Row>(property: ApiProperty<Row>): Property<Row> {
  return { type: EVALUATED[property.type], read: property.read };
}
