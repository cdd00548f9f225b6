import type { Client } from '../../../sandbox/salesclient/browser/app/ClientContext';
import { dialogsBy } from '../../../sandbox/salesclient/browser/app/dialogs';
import { sessionOf } from '../../../sandbox/salesclient/browser/app/session';
import type {
  ColumnDefinition,
  ColumnKind,
  TableDefinition,
} from '../../../sandbox/salesclient/browser/dataverse/metadata';
import type { Changes } from '../../../sandbox/salesclient/browser/dataverse/record';
import type { Row } from '../../../sandbox/salesclient/browser/dataverse/webApi';
import { formScriptsOf } from '../../../sandbox/salesclient/browser/form/formEvents';
import { FormModel } from '../../../sandbox/salesclient/browser/form/formModel';
import { FormState } from '../../../sandbox/salesclient/browser/form/formState';
import { FormGrids } from '../../../sandbox/salesclient/browser/grid/FormGrids';
import { FormRuntime } from '../../../sandbox/salesclient/browser/scripts/formRuntime';
import { globalContext } from '../../../sandbox/salesclient/browser/scripts/xrm';
import { stringsOf } from '../../../sandbox/salesclient/browser/strings/strings';

export const client: Client = {
  session: sessionOf(''),
  user: { id: 'ab12', name: 'Ann', roles: [{ id: 'r1', name: 'Salesperson' }], privileges: new Map() },
  strings: stringsOf(1033),
  dialogs: dialogsBy(() => undefined),
  go: () => undefined,
};

function column(name: string, kind: ColumnKind, more: Partial<ColumnDefinition> = {}): [string, ColumnDefinition] {
  return [
    name,
    { name, kind, attributeType: '', displayName: name, required: false, canUpdate: true, targets: [], ...more },
  ];
}

/** A quote with a column of each kind that the tests use. */
export const quote: TableDefinition = {
  name: 'quote',
  setName: 'quotes',
  primaryId: 'quoteid',
  primaryName: 'name',
  displayName: 'Quote',
  pluralName: 'Quotes',
  columns: new Map([
    column('name', 'text', { required: true }),
    column('customerid', 'lookup', {
      attributeType: 'Customer',
      required: true,
      targets: [
        { table: 'account', navigationProperty: 'customerid_account' },
        { table: 'contact', navigationProperty: 'customerid_contact' },
      ],
    }),
    column('expireson', 'date', { date: { withoutTime: true, behavior: 'DateOnly' } }),
    column('discount', 'number'),
    column('ownerid', 'lookup', { required: true, targets: [{ table: 'systemuser', navigationProperty: 'ownerid' }] }),
  ]),
  privileges: new Map(),
};

export const quoteId = '0a000000-0000-0000-0000-000000000001';

export const stored: Row = {
  name: 'Lamps',
  expireson: '2026-12-04',
  _customerid_value: 'a1',
  '_customerid_value@OData.Community.Display.V1.FormattedValue': 'Adatum',
  '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
};

export interface ScriptedFormOptions {
  /** Children of `<events>` in the form's XML. */
  readonly events?: string;
  readonly isNew?: boolean;
  readonly save?: (changes: Changes) => Promise<string>;
  readonly read?: () => Promise<Row>;
}

/** An open form of a quote with a subgrid `lines`, and what happened to it. */
export function scriptedForm(options: ScriptedFormOptions = {}) {
  const xml = `<form><formLibraries/><events>${options.events ?? ''}</events></form>`;
  const form = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  const id = options.isNew === true ? undefined : quoteId;
  const model = new FormModel(quote, id, options.isNew === true ? {} : stored, [...quote.columns.keys()]);
  const state = new FormState();
  const grids = new FormGrids([{ name: 'lines', table: 'quotedetail', relationship: 'quote_details' }]);
  const sent: Changes[] = [];
  const save = (changes: Changes): Promise<string> => {
    sent.push(changes);
    return options.save ? options.save(changes) : Promise.resolve(quoteId);
  };
  const read = options.read ?? (() => Promise.resolve(stored));
  const parts = {
    model,
    state,
    grids,
    formType: options.isNew === true ? 1 : 2,
    controls: [{ name: 'name', column: 'name', label: 'Name', disabled: false, type: 'standard' }],
    tabs: [{ name: 'summary', label: 'Summary' }],
    primaryName: () => 'Lamps',
    globalContext: globalContext(client),
  };
  return { model, state, grids, sent, runtime: new FormRuntime(parts, formScriptsOf(form), { save, read }) };
}

/** `<event>` with handlers; each is `function name` or `function name!` when it is not given the execution context. */
export function eventXml(name: string, functions: readonly string[], attribute = ''): string {
  const handlers = functions.map(
    (text) =>
      `<Handler functionName="${text.replace('!', '')}" libraryName="pfx_/test.js" enabled="true" parameters="" passExecutionContext="${String(!text.endsWith('!'))}" />`,
  );
  return `<event name="${name}" attribute="${attribute}" application="false" active="true"><Handlers>${handlers.join('')}</Handlers></event>`;
}

/** Follows members and calls of an API object as a script does: `ask(context, 'data', 'entity', ['getId'])`. */
export function ask(start: unknown, ...steps: readonly (string | readonly [string, ...unknown[]])[]): unknown {
  return steps.reduce<unknown>((found, step) => {
    if (typeof step === 'string') return Reflect.get(Object(found), step);
    const [name, ...parameters] = step;
    const method: unknown = Reflect.get(Object(found), name);
    if (typeof method !== 'function') throw new Error(`There is no method ${name}.`);
    return Reflect.apply(method, found, parameters);
  }, start);
}

/** Makes functions known under `Test.<name>`, where the handlers of a test's form find them. */
export function provideScripts(
  scripts: Readonly<Record<string, (...parameters: readonly unknown[]) => unknown>>,
): void {
  Object.assign(window, { Test: scripts });
}
