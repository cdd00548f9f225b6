/**
 * A refusal as the Web API words it: an HTTP status and a body `{"error":{"code","message"}}`.
 * Codes and statuses: learn.microsoft.com, "Web service error codes" and "Compose HTTP requests and handle errors".
 */
export class DataverseError extends Error {
  override readonly name = 'DataverseError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** What is asked for exists in Dataverse, but this sandbox does not cover it. It says so instead of guessing. */
export function notCovered(what: string): DataverseError {
  return new DataverseError(501, '0x80040262', `The sandbox does not cover ${what}.`);
}

/** The request's query or address is wrong. */
export function badQuery(message: string): DataverseError {
  return new DataverseError(400, '0x80060888', message);
}

/** An argument has a value that the platform refuses. */
export function invalidArgument(message: string): DataverseError {
  return new DataverseError(400, '0x80040203', message);
}

/** The body does not fit the table's type. `set` is the entity set the client wrote to. */
export function badPayload(set: string, inner: string): DataverseError {
  const help = 'https://go.microsoft.com/fwlink/?linkid=2195293';
  return new DataverseError(
    400,
    '0x80048d19',
    `Error identified in Payload provided by the user for Entity :'${set}', For more information on this error ` +
      `please follow this help link ${help}  ---->  InnerException : ${inner}`,
  );
}

export function unknownProperty(name: string, table: string): DataverseError {
  return badQuery(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table}'.`);
}

export function unknownSegment(name: string): DataverseError {
  return new DataverseError(404, '0x8006088a', `Resource not found for the segment '${name}'.`);
}

export function rowNotFound(table: string, id: string): DataverseError {
  return new DataverseError(404, '0x80040217', `Entity '${table}' With Id = ${id} Does Not Exist`);
}

export function keyNotFound(table: string): DataverseError {
  return new DataverseError(
    404,
    '0x80060891',
    `A record with the specified key values does not exist in ${table} entity`,
  );
}

/** Two writers met at one new key, or `If-None-Match: *` met an existing row. */
export function duplicateRecord(): DataverseError {
  return new DataverseError(412, '0x80040237', 'A record with matching key values already exists.');
}

export function duplicateKey(columns: string, key: string): DataverseError {
  return new DataverseError(
    412,
    '0x80060892',
    `A record that has the attribute values ${columns} already exists. The entity key ${key} requires that this set ` +
      'of attributes contains unique values. Select unique values and try again.',
  );
}

export function versionMismatch(): DataverseError {
  return new DataverseError(
    412,
    '0x80060882',
    "The version of the existing record doesn't match the RowVersion property provided.",
  );
}

export function methodNotAllowed(method: string, resource: string): DataverseError {
  return new DataverseError(
    405,
    '0x80060888',
    `The requested resource does not support http method '${method}': ${resource}.`,
  );
}
