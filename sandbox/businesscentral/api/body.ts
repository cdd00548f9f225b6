import { isCalendarDate } from '../ledger/dates';
import { isGuid } from '../model/identifiers';
import { ApiError, badRequest, readOnlyProperty } from './apiError';
import { decodeMember } from './enums';
import type { ApiProperty, WireType } from './properties';

/** The largest length in characters, or the members of an enum. */
interface PropertyRule {
  readonly length?: number;
  readonly members?: readonly string[];
}

/** The properties that may be written. */
export type Writable = Readonly<Partial<Record<string, PropertyRule>>>;

/** The checked properties of a request body. */
export interface BodyValues {
  has(name: string): boolean;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  /** The bodies of records to be created along with this one (deep insert). */
  children(name: string): readonly unknown[];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks a body against what an entity knows and takes. Throws ApiError. */
export function readBody<Row>(
  body: unknown,
  entityName: string,
  properties: readonly ApiProperty<Row>[],
  writable: Writable,
  childNames: readonly string[],
): BodyValues {
  if (!isRecord(body)) {
    throw badRequest('Invalid Request Body');
  }
  const values = new Map<string, unknown>();
  const children = new Map<string, readonly unknown[]>();
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@')) {
      continue;
    }
    if (childNames.includes(name) && Array.isArray(value)) {
      children.set(name, value);
      continue;
    }
    const property = properties.find((candidate) => candidate.name === name);
    if (property === undefined) {
      throw badRequest(
        `The property '${name}' does not exist on type 'Microsoft.NAV.${entityName}'. Make sure to only use property names that are defined by the type.`,
      );
    }
    const rule = writable[name];
    if (rule === undefined) {
      throw readOnlyProperty(name);
    }
    values.set(name, checkValue(value, property.type, rule));
  }
  return {
    has: (name) => values.has(name),
    text: (name) => asType(values.get(name), 'string'),
    number: (name) => asType(values.get(name), 'number'),
    flag: (name) => asType(values.get(name), 'boolean'),
    children: (name) => children.get(name) ?? [],
  };
}

function asType(value: unknown, type: 'string'): string | undefined;
function asType(value: unknown, type: 'number'): number | undefined;
function asType(value: unknown, type: 'boolean'): boolean | undefined;
function asType(value: unknown, type: string): unknown {
  return typeof value === type ? value : undefined;
}

function checkValue(value: unknown, type: WireType, rule: PropertyRule): unknown {
  const fits = {
    Guid: typeof value === 'string' && isGuid(value),
    String: typeof value === 'string',
    Enum: typeof value === 'string',
    Decimal: typeof value === 'number' && Number.isFinite(value),
    Int32: Number.isInteger(value),
    Int64: Number.isInteger(value),
    Boolean: typeof value === 'boolean',
    Date: typeof value === 'string' && isCalendarDate(value),
    DateTimeOffset: typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  }[type];
  if (!fits) {
    throw badRequest(`Cannot convert the literal '${String(value)}' to the expected type 'Edm.${type}'.`);
  }
  if (typeof value !== 'string') {
    return value;
  }
  if (rule.members !== undefined) {
    const member = decodeMember(value);
    if (!rule.members.includes(member)) {
      throw new ApiError(
        400,
        'Unknown',
        `'${value}' is not an option. The existing options are: ${rule.members.join(',')}`,
      );
    }
    return member;
  }
  if (rule.length !== undefined && value.length > rule.length) {
    throw new ApiError(
      400,
      'Application_StringExceededLength',
      `The length of the string is ${value.length}, but it must be less than or equal to ${rule.length} characters. Value: ${value}`,
    );
  }
  return type === 'Guid' ? value.toLowerCase() : value;
}
