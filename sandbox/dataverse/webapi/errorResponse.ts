import { DataverseError } from '../records/dataverseError';
import { ODataBatchError } from '../../odata/batch';
import { ODataSemanticError } from '../../odata/evaluation';
import { ODataSyntaxError } from '../../odata/syntax';
import type { ApiResponse } from './messages';

/** The answer to a refused or failed operation. Errors of the sandbox itself are answered 500 and name themselves. */
export function errorResponse(error: unknown): ApiResponse {
  const { status, code, message, headers } = wording(error);
  return { status, headers, body: errorBody(code, message) };
}

/** Dataverse's error body. */
export function errorBody(
  code: string,
  message: string,
): { readonly error: { readonly code: string; readonly message: string } } {
  return { error: { code, message } };
}

function wording(error: unknown): Pick<DataverseError, 'status' | 'code' | 'message' | 'headers'> {
  if (error instanceof DataverseError) return error;
  if (error instanceof ODataSyntaxError || error instanceof ODataSemanticError || error instanceof ODataBatchError) {
    return { status: 400, code: '0x80060888', message: error.message, headers: {} };
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'An unexpected error occurred.';
  return { status: 500, code: '0x80040216', message: reason, headers: {} };
}
