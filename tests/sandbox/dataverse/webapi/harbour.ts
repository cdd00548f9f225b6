import { startDataverse } from '../../../../sandbox/dataverse/server';
import { column, key, lookup, packSolution, role, table, text, view, webResource } from '../solution/solutionBuilder';
import type { DataverseOptions, RunningDataverse } from '../../../../sandbox/dataverse/server';

export const noon = new Date('2026-03-02T12:00:00Z');
export const shipRole = '5b0f4f5e-0000-4000-8000-00000000a001';
export const shipsAtSea = '5b0f4f5e-0000-4000-8000-00000000b001';

/** An answer of the Web API. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; an empty object when it is none. */
  readonly json: Record<string, unknown>;
  /** The rows of a set; empty when the body has none. */
  readonly rows: readonly Record<string, unknown>[];
  /** Id in OData-EntityId. */
  readonly id: string;
  readonly code: string;
  readonly message: string;
}

/** A local Dataverse with a small solution: ports, and ships that lie in them. */
export interface Harbour extends RunningDataverse {
  readonly as: (user: string) => Caller;
  readonly admin: Caller;
}

export interface Caller {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly patch: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly put: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly delete: (path: string, headers?: Record<string, string>) => Promise<Answer>;
}

export const option = (value: number, label: string): string =>
  `<option value="${value}"><labels><label description="${label}" languagecode="1033" /><label description="${label} (de)" languagecode="1031" /></labels></option>`;

const flag =
  '<AppDefaultValue>-1</AppDefaultValue><optionset Name="tst_ship_tst_flag"><OptionSetType>picklist</OptionSetType>' +
  '<displaynames><displayname description="Flag" languagecode="1033" /></displaynames>' +
  `<options>${option(123450000, 'Danish')}${option(123450001, 'Other')}</options></optionset>`;

/** Packs the solution of the tests. */
export function harbourSolution(version = '1.0.0.0', moreColumns = ''): Promise<Uint8Array> {
  return packSolution({
    version,
    roots: ['1/tst_port', '1/tst_ship', '1/tst_cargo', '1/tst_log', `20/${shipRole}`, '61/tst_/hello.js'],
    entities:
      table('tst_Port', {
        ownership: 'OrgOwned',
        columns: text('tst_Code', 10),
        keys: key('tst_PortKey', 'tst_code'),
      }) +
      table('tst_Ship', {
        columns:
          text('tst_Imo', 20) +
          column('tst_Tonnage', 'decimal', '<MinValue>0</MinValue><MaxValue>1000</MaxValue><Accuracy>2</Accuracy>') +
          column('tst_Crew', 'int', '<MinValue>0</MinValue><MaxValue>100</MaxValue>') +
          column('tst_Built', 'datetime', '<Format>date</Format><Behavior>2</Behavior>') +
          column('tst_Sighted', 'datetime', '<Format>datetime</Format><Behavior>1</Behavior>') +
          column('tst_Flag', 'picklist', flag) +
          column('tst_PortId', 'lookup') +
          moreColumns,
        keys: key('tst_ShipKey', 'tst_portid', 'tst_imo'),
        views: view(shipsAtSea, 'tst_ship', ['tst_name', 'tst_tonnage']),
      }) +
      table('tst_Cargo', { columns: column('tst_ShipId', 'lookup') }) +
      table('tst_Log', { columns: column('tst_ShipId', 'lookup') }),
    relationships:
      lookup('tst_port_ship', 'tst_Ship', 'tst_PortId', 'tst_Port', 'Cascade') +
      lookup('tst_ship_cargo', 'tst_Cargo', 'tst_ShipId', 'tst_Ship', 'Restrict') +
      lookup('tst_ship_log', 'tst_Log', 'tst_ShipId', 'tst_Ship').replace(
        '<CascadeAssign>NoCascade',
        '<CascadeAssign>Cascade',
      ),
    roles: role(shipRole, 'Harbour Pilot', {
      prvReadtst_Ship: 'Basic',
      prvCreatetst_Ship: 'Basic',
      prvWritetst_Ship: 'Basic',
      prvAppendtst_Ship: 'Basic',
    }),
    webResources: webResource('5b0f4f5e-0000-4000-8000-00000000c001', 'tst_/hello.js'),
    parts: { 'WebResources/tst_/hello.js': 'var hello = 1;' },
  });
}

/** Starts the server with the solution imported. */
export async function startHarbour(options: Partial<DataverseOptions> = {}): Promise<Harbour> {
  const dataverse = await startDataverse({ port: 0, clock: () => noon, ...options });
  dataverse.importSolution(await harbourSolution());
  const as = (user: string): Caller => callerOf(dataverse.url, user);
  return { ...dataverse, as, admin: as('admin') };
}

export function callerOf(url: string, user: string): Caller {
  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${url}/api/data/v9.2/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${user}@cronus.example`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {};
    const json = isRecord(parsed) ? parsed : {};
    const rows = Array.isArray(json.value) ? json.value.filter(isRecord) : [];
    const error = isRecord(json.error) ? json.error : {};
    const id = /\(([0-9a-f-]{36})\)$/.exec(response.headers.get('odata-entityid') ?? '')?.[1] ?? '';
    const code = typeof error.code === 'string' ? error.code : '';
    const message = typeof error.message === 'string' ? error.message : '';
    return { status: response.status, headers: response.headers, text, json, rows, id, code, message };
  };
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The part of a link behind the service root. */
export function relative(link: unknown): string {
  return typeof link === 'string' ? link.replace(/^.*\/api\/data\/v9\.2\//, '') : '';
}
