import { ask, eventXml, provideScripts, quoteId, scriptedForm, stored } from './scriptedForm';

const adatum = { id: 'a1', name: 'Adatum', entityType: 'account' };
const contoso = { id: 'c2', name: 'Contoso', entityType: 'account' };

/** A form whose OnLoad handed over its form context. */
function opened(options: Parameters<typeof scriptedForm>[0] = {}) {
  let context: unknown;
  provideScripts({
    open: (given) => {
      context = ask(given, ['getFormContext']);
    },
  });
  const form = scriptedForm({ events: eventXml('onload', ['Test.open']), ...options });
  form.runtime.start();
  return { ...form, context };
}

describe('The scripts of a form', () => {
  it('run in the order of the form, the data afterwards', () => {
    const calls: string[] = [];
    provideScripts({
      first: (given) => {
        calls.push(`first ${String(ask(given, ['getDepth']))}`);
        ask(given, ['setSharedVariable', 'from', 'first']);
        ask(given, ['getFormContext'], 'data', ['addOnLoad', () => calls.push('data')]);
      },
      second: (given) => {
        calls.push(`second ${String(ask(given, ['getDepth']))} ${String(ask(given, ['getSharedVariable', 'from']))}`);
      },
    });
    scriptedForm({ events: eventXml('onload', ['Test.first', 'Test.second']) }).runtime.start();
    expect(calls).toEqual(['first 0', 'second 1 first', 'data']);
  });

  it('are given no execution context when the form says so', () => {
    const given: unknown[][] = [];
    provideScripts({ run: (...parameters) => given.push([...parameters]) });
    scriptedForm({ events: eventXml('onload', ['Test.run!']) }).runtime.start();
    expect(given).toEqual([[]]);
  });

  it('do not run when their handler is switched off', () => {
    const run = jest.fn();
    provideScripts({ run });
    const events = eventXml('onload', ['Test.run']).replace('enabled="true"', 'enabled="false"');
    scriptedForm({ events }).runtime.start();
    expect(run).not.toHaveBeenCalled();
  });

  it('that fail are named, and the others run', async () => {
    const after = jest.fn();
    provideScripts({
      broken: () => {
        throw new Error('It broke.');
      },
      rejected: () => Promise.reject(new Error('Too late.')),
      after,
    });
    const events = eventXml('onload', ['Test.broken', 'Test.missing', 'Test.rejected', 'Test.after']);
    const { runtime, state } = scriptedForm({ events });
    runtime.start();
    await Promise.resolve();
    expect(after).toHaveBeenCalledTimes(1);
    expect(state.failures).toEqual([
      { script: 'onload · pfx_/test.js · Test.broken', message: 'It broke.' },
      { script: 'onload · pfx_/test.js · Test.missing', message: "There is no function 'Test.missing'." },
      { script: 'onload · pfx_/test.js · Test.rejected', message: 'Too late.' },
    ]);
  });

  it('are told of an event that this client does not raise', () => {
    const { runtime, state } = scriptedForm({ events: eventXml('tabstatechange', ['Test.run']) });
    runtime.start();
    expect(state.failures.map(({ message }) => message)).toEqual([
      'The sandbox does not emulate the event tabstatechange.',
    ]);
  });
});

describe('The form context', () => {
  it('knows the record and the form', () => {
    const { context } = opened();
    expect(ask(context, 'data', 'entity', ['getId'])).toBe(`{${quoteId.toUpperCase()}}`);
    expect(ask(context, 'data', 'entity', ['getEntityName'])).toBe('quote');
    expect(ask(context, 'ui', ['getFormType'])).toBe(2);
    expect(ask(opened({ isNew: true }).context, 'ui', ['getFormType'])).toBe(1);
    expect(ask(opened({ isNew: true }).context, 'data', 'entity', ['getId'])).toBe('');
  });

  it('gives values as the platform does', () => {
    const { context } = opened();
    expect(ask(context, ['getAttribute', 'customerid'], ['getValue'])).toEqual([{ ...adatum, id: '{A1}' }]);
    expect(ask(context, ['getAttribute', 'expireson'], ['getValue'])).toEqual(new Date(2026, 11, 4));
    expect(ask(context, ['getAttribute', 'discount'], ['getValue'])).toBeNull();
  });

  it('has null for what the form does not have', () => {
    const { context } = opened();
    expect(ask(context, ['getAttribute', 'description'])).toBeNull();
    expect(ask(context, ['getControl', 'description'])).toBeNull();
  });

  it('throws for what is not emulated, and says so', () => {
    const { context } = opened();
    expect(() => ask(context, 'ui', 'process')).toThrow('The sandbox does not emulate formContext.ui.process.');
    expect(() => ask(context, ['getAttribute', 'name'], 'getMaxLength')).toThrow(
      "The sandbox does not emulate getAttribute('name').getMaxLength.",
    );
  });

  it('shows notifications until they are taken back, one for each id', () => {
    const { context, state } = opened();
    ask(context, 'ui', ['setFormNotification', 'One', 'INFO', 'a']);
    ask(context, 'ui', ['setFormNotification', 'Two', 'ERROR', 'a']);
    expect(state.notifications).toEqual([{ id: 'a', level: 'ERROR', text: 'Two' }]);
    expect(ask(context, 'ui', ['clearFormNotification', 'a'])).toBe(true);
    expect(ask(context, 'ui', ['clearFormNotification', 'a'])).toBe(false);
    expect(state.notifications).toEqual([]);
  });

  it('changes how a control is shown', () => {
    const { context, state } = opened();
    const control = ask(context, ['getControl', 'name']);
    ask(control, ['setDisabled', true]);
    ask(control, ['setVisible', false]);
    expect(state.control('name')).toEqual({ disabled: true, visible: false });
    expect(ask(control, ['getAttribute'], ['getName'])).toBe('name');
  });

  it('calls the handlers of a subgrid after each load, with the form', () => {
    const { context, grids, state } = opened();
    const loads: unknown[] = [];
    const handler = (given: unknown): void => void loads.push(ask(given, ['getFormContext']) === context);
    ask(context, ['getControl', 'lines'], ['addOnLoad', handler]);
    grids.control('lines')?.loaded();
    grids.control('lines')?.loaded();
    ask(context, ['getControl', 'lines'], ['removeOnLoad', handler]);
    grids.control('lines')?.loaded();
    expect(loads).toEqual([true, true]);
    expect(state.failures).toEqual([]);
  });

  it('refreshes a subgrid', () => {
    const { context, grids } = opened();
    const refresh = jest.fn();
    grids.control('lines')?.attach({ refresh, rows: () => [], selectedIds: () => [], totalRecordCount: () => 0 });
    ask(context, ['getControl', 'lines'], ['refresh']);
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});

describe('OnChange', () => {
  function watched(column: string) {
    const form = opened();
    const seen: unknown[] = [];
    const handler = (given: unknown): void => void seen.push(ask(given, ['getEventSource'], ['getValue']));
    const attribute = ask(form.context, ['getAttribute', column]);
    ask(attribute, ['addOnChange', handler]);
    return { ...form, seen, handler, attribute };
  }

  it('is raised by what the user chooses, once the value is another', () => {
    const { runtime, seen } = watched('customerid');
    runtime.enter('customerid', { lookup: adatum });
    expect(seen).toEqual([]);
    runtime.enter('customerid', { lookup: contoso });
    expect(seen).toEqual([[{ ...contoso, id: '{C2}' }]]);
  });

  it('is raised for a typed text when its field is left', () => {
    const { runtime, model, seen } = watched('name');
    runtime.enter('name', 'La');
    runtime.enter('name', 'Lam');
    expect(model.value('name')).toBe('Lam');
    expect(seen).toEqual([]);
    runtime.commit();
    runtime.commit();
    expect(seen).toEqual(['Lam']);
  });

  it('is not raised by a script that sets the value, only when it asks for it', () => {
    const { attribute, model, seen } = watched('customerid');
    ask(attribute, ['setValue', [{ ...contoso, id: '{C2}' }]]);
    expect(model.value('customerid')).toEqual({ lookup: contoso });
    expect(seen).toEqual([]);
    ask(attribute, ['fireOnChange']);
    expect(seen).toHaveLength(1);
  });

  it('calls a handler as often as it was added, until it is removed', () => {
    const { attribute, handler, seen } = watched('customerid');
    ask(attribute, ['addOnChange', handler]);
    ask(attribute, ['fireOnChange']);
    expect(seen).toHaveLength(2);
    ask(attribute, ['removeOnChange', handler]);
    ask(attribute, ['fireOnChange']);
    expect(seen).toHaveLength(2);
  });

  it('can be registered by the form', () => {
    const changed = jest.fn();
    provideScripts({ changed });
    const { runtime } = scriptedForm({ events: eventXml('onchange', ['Test.changed'], 'customerid') });
    runtime.start();
    runtime.enter('customerid', { lookup: contoso });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('A value that a script sets', () => {
  it('makes the record dirty, and clean again when it is the stored one', () => {
    const { context } = opened();
    const attribute = ask(context, ['getAttribute', 'name']);
    ask(attribute, ['setValue', 'Tables']);
    expect(ask(attribute, ['getIsDirty'])).toBe(true);
    expect(ask(context, 'data', 'entity', ['getIsDirty'])).toBe(true);
    ask(attribute, ['setValue', stored.name]);
    expect(ask(context, 'data', ['getIsDirty'])).toBe(false);
  });

  it('takes a day for a day', () => {
    const { context, model } = opened();
    ask(context, ['getAttribute', 'expireson'], ['setValue', new Date(2027, 0, 9)]);
    expect(model.value('expireson')).toBe('2027-01-09');
  });

  it.each([
    ['name', 7, 'takes a string'],
    ['discount', '7', 'takes a number'],
    ['expireson', '2026-01-01', 'takes a Date'],
    ['customerid', adatum, 'takes a list'],
    ['customerid', [{ ...adatum, entityType: 'bci_customer' }], 'does not take a record of bci_customer'],
  ])('is refused when %s cannot be %p', (column, value, message) => {
    const { context, model } = opened();
    expect(() => ask(context, ['getAttribute', column], ['setValue', value])).toThrow(message);
    expect(model.changes.size).toBe(0);
  });
});
