import { tableDefinition } from '../dataverse/metadata';
import { asRow, get, rowsOf, send, WebApiError } from '../dataverse/webApi';

/** As the platform's own Web API client rejects: a number for the code, the raw answer as text. */
class PlatformError extends Error {
  readonly errorCode: number;
  readonly raw: string;

  constructor(error: WebApiError) {
    super(error.message);
    const code = error.code === '' ? NaN : Number(error.code);
    this.errorCode = Number.isFinite(code) ? code : error.status;
    this.raw = JSON.stringify({
      _errorCode: this.errorCode,
      _httpStatusCode: error.status,
      ...(error.retryAfter === undefined ? {} : { _retryAfter: error.retryAfter }),
      _body: error.body,
    });
  }
}

async function platform<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof WebApiError ? new PlatformError(error) : error;
  }
}

/** `context.webAPI` over the local Dataverse, with the rights of the signed-in user. */
export function controlWebApi(language: number): ComponentFramework.WebApi {
  const setName = async (table: string): Promise<string> => (await tableDefinition(table, language)).setName;
  const reference = (entityType: string, id: string): ComponentFramework.LookupValue => ({ entityType, id, name: '' });
  return {
    createRecord: (table, data) =>
      platform(async () => reference(table, (await send('POST', await setName(table), data)).createdId ?? '')),
    updateRecord: (table, id, data) =>
      platform(async () => {
        await send('PATCH', `${await setName(table)}(${id})`, data);
        return reference(table, id);
      }),
    deleteRecord: (table, id) =>
      platform(async () => {
        await send('DELETE', `${await setName(table)}(${id})`);
        return reference(table, id);
      }),
    retrieveRecord: (table, id, options = '') =>
      platform(async () => ({ ...asRow(await get(`${await setName(table)}(${id})${options}`)) })),
    retrieveMultipleRecords: (table, options = '', maxPageSize = 5000) =>
      platform(async () => {
        const prefer = `odata.include-annotations="*",odata.maxpagesize=${maxPageSize}`;
        const body = asRow(await get(`${await setName(table)}${options}`, prefer));
        const next = body['@odata.nextLink'];
        const entities = rowsOf(body).map((row) => ({ ...row }));
        return { entities, nextLink: typeof next === 'string' ? next : '' };
      }),
  };
}
