/** An answer that is not a success, worded as Business Central words it. Sources: errorCodes and errors of the API reference. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** The body of an error answer; the service adds the correlation id to every text. */
export function errorBody(code: string, message: string, correlationId: string): string {
  return JSON.stringify({ error: { code, message: `${message}  CorrelationId:  ${correlationId}.` } });
}

export function badRequest(message: string): ApiError {
  return new ApiError(400, 'BadRequest', message);
}

/** What AL's `Error(...)` becomes. */
export function dialogError(message: string): ApiError {
  return new ApiError(400, 'Application_DialogException', message);
}

export function segmentNotFound(segment: string): ApiError {
  return new ApiError(404, 'BadRequest_ResourceNotFound', `Resource not found for the segment '${segment}'.`);
}

export function recordNotFound(): ApiError {
  return new ApiError(404, 'BadRequest_NotFound', 'Bad Request - Error in query syntax');
}

export function methodNotAllowed(method: string, setName: string): ApiError {
  const message = `'${method}' requests for '${setName}' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services.`;
  return new ApiError(405, 'BadRequest_MethodNotAllowed', message);
}

export function unknownProperty(name: string, typeName: string): ApiError {
  return badRequest(`Could not find a property named '${name}' on type 'Microsoft.NAV.${typeName}'.`);
}

export function readOnlyProperty(name: string): ApiError {
  return new ApiError(400, 'BadRequest_InvalidOperation', `Control '${name}' is read-only`);
}

export function tokenMissing(): ApiError {
  const message =
    'Could not validate the client concurrency token required by the service. Please provide a valid token in the client request.';
  return new ApiError(400, 'BadRequest_InvalidToken', message);
}

export function entityChanged(): ApiError {
  return new ApiError(409, 'Request_EntityChanged', 'Another user has already changed the record.');
}

/** Something that Business Central has and this emulation has not. */
export function notEmulated(what: string): ApiError {
  return new ApiError(501, 'NotEmulated', `The local Business Central does not emulate ${what}.`);
}
