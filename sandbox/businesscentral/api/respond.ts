import { ODataSemanticError } from '../../odata/evaluation';
import { ODataSyntaxError } from '../../odata/syntax';
import { ExchangeRateError } from '../model/exchange';
import { PostingError } from '../posting/postingError';
import { ApiError, badRequest, dialogError, errorBody, notEmulated } from './apiError';
import type { ApiResponse } from './request';

/** The answer that an error is, with the correlation id in its text; undefined when it is a fault of the program. */
export function errorResponse(error: unknown, correlationId: string): ApiResponse | undefined {
  const known = asApiError(error);
  if (known === undefined) {
    return undefined;
  }
  return {
    status: known.status,
    headers: { 'content-type': 'application/json; odata.metadata=minimal', 'odata-version': '4.0', ...known.headers },
    body: errorBody(known.code, known.message, correlationId),
  };
}

function asApiError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) {
    return error;
  }
  if (error instanceof ODataSyntaxError) {
    return badRequest(`Syntax error at position ${error.position} in '${error.text}'. Expected ${error.expected}.`);
  }
  if (error instanceof ODataSemanticError) {
    return fromSemanticError(error);
  }
  if (error instanceof PostingError) {
    return dialogError(error.message);
  }
  if (error instanceof ExchangeRateError) {
    return new ApiError(400, 'Internal_DataNotFoundFilter', error.message);
  }
  return undefined;
}

function fromSemanticError({ reason, subject, message }: ODataSemanticError): ApiError {
  switch (reason) {
    case 'unknownProperty':
      return badRequest(`Could not find a property named '${subject}'.`);
    case 'unknownFunction':
      return badRequest(`An unknown function with name '${subject}' was found.`);
    case 'typeMismatch':
      return badRequest(`A binary operator with incompatible types was detected. ${message}`);
    case 'unsupported':
      return notEmulated(subject);
  }
}
