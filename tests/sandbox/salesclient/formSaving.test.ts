import { ask, eventXml, provideScripts, quoteId, scriptedForm, stored } from './scriptedForm';

/** A form with handlers of OnSave and PostSave that write down what happens. */
function watched(options: Parameters<typeof scriptedForm>[0] = {}) {
  const calls: string[] = [];
  let context: unknown;
  let prevent = false;
  provideScripts({
    open: (given) => {
      context = ask(given, ['getFormContext']);
      ask(context, 'data', 'entity', [
        'addOnPostSave',
        (event: unknown) => calls.push(`post ${String(ask(event, ['getEventArgs'], ['getIsSaveSuccess']))}`),
      ]);
      ask(context, 'data', [
        'addOnLoad',
        (event: unknown) => calls.push(`data ${String(ask(event, ['getEventArgs'], ['getDataLoadState']))}`),
      ]);
    },
    save: (given) => {
      calls.push(`save ${String(ask(given, ['getEventArgs'], ['getSaveMode']))}`);
      if (prevent) ask(given, ['getEventArgs'], ['preventDefault']);
    },
  });
  const form = scriptedForm({
    events: eventXml('onload', ['Test.open']) + eventXml('onsave', ['Test.save']),
    save: () => {
      calls.push('request');
      return Promise.resolve(quoteId);
    },
    ...options,
  });
  form.runtime.start();
  return {
    ...form,
    calls,
    context,
    preventSaving: () => {
      prevent = true;
    },
  };
}

describe('Saving a form', () => {
  it('asks the scripts, sends what was changed, and tells them afterwards', async () => {
    const { runtime, calls, model } = watched({ read: () => Promise.resolve({ ...stored, name: 'Tables' }) });
    runtime.enter('name', 'Tables');
    await expect(runtime.save()).resolves.toEqual({ kind: 'saved', id: quoteId });
    expect(calls).toEqual(['data 1', 'save 1', 'request', 'post true', 'data 2']);
    expect(model.changes.size).toBe(0);
    expect(model.row.name).toBe('Tables');
  });

  it('sends the changed columns, and others by their submit mode', async () => {
    const { runtime, context, sent } = watched();
    runtime.enter('name', 'Tables');
    runtime.enter('discount', 7);
    ask(context, ['getAttribute', 'discount'], ['setSubmitMode', 'never']);
    ask(context, ['getAttribute', 'expireson'], ['setSubmitMode', 'always']);
    await runtime.save();
    expect(sent).toEqual([
      new Map([
        ['name', 'Tables'],
        ['expireson', '2026-12-04'],
      ]),
    ]);
  });

  it('sends nothing when nothing was changed', async () => {
    const { runtime, sent } = watched();
    await expect(runtime.save()).resolves.toEqual({ kind: 'saved', id: quoteId });
    expect(sent).toEqual([]);
  });

  it('does not happen when a script prevents it', async () => {
    const { runtime, calls, model, preventSaving } = watched();
    preventSaving();
    runtime.enter('name', 'Tables');
    await expect(runtime.save()).resolves.toEqual({ kind: 'prevented' });
    expect(calls).toEqual(['data 1', 'save 1']);
    expect(model.changes.size).toBe(1);
  });

  it('tells the scripts and keeps the changes when Dataverse refuses', async () => {
    const { runtime, calls, model } = watched({ save: () => Promise.reject(new Error('Not allowed.')) });
    runtime.enter('name', 'Tables');
    await expect(runtime.save()).resolves.toEqual({ kind: 'refused', message: 'Not allowed.' });
    expect(calls).toEqual(['data 1', 'save 1', 'post false']);
    expect(model.value('name')).toBe('Tables');
  });

  it('tells the scripts that it was saved although it cannot be read again', async () => {
    const { runtime, calls } = watched({ read: () => Promise.reject(new Error('Offline.')) });
    runtime.enter('name', 'Tables');
    await expect(runtime.save()).rejects.toThrow('Offline.');
    expect(calls).toEqual(['data 1', 'save 1', 'request', 'post true']);
  });

  it('keeps what is changed while it lasts', async () => {
    let answer: (id: string) => void = () => undefined;
    const { runtime, model } = watched({ save: () => new Promise((resolve) => (answer = resolve)) });
    runtime.enter('name', 'Tables');
    const saving = runtime.save();
    runtime.enter('discount', 7);
    answer(quoteId);
    await saving;
    expect([...model.changes]).toEqual([['discount', 7]]);
  });

  it('happens once when it is asked for twice', async () => {
    const { runtime, calls } = watched();
    runtime.enter('name', 'Tables');
    await Promise.all([runtime.save(), runtime.save()]);
    expect(calls.filter((call) => call === 'request')).toHaveLength(1);
  });

  it('tells a typed text before', async () => {
    const { runtime, context, sent } = watched();
    const follow = (): void => void ask(context, ['getAttribute', 'discount'], ['setValue', 3]);
    ask(context, ['getAttribute', 'name'], ['addOnChange', follow]);
    runtime.enter('name', 'Tables');
    await runtime.save();
    expect(sent[0]?.get('discount')).toBe(3);
  });

  it('can be asked for by a script', async () => {
    const { runtime, context, calls, state } = watched();
    runtime.enter('name', 'Tables');
    await ask(context, 'data', ['save']);
    expect(calls).toContain('request');
    expect(state.saveOutcome).toEqual({ kind: 'saved', id: quoteId });
  });
});

describe('A new record', () => {
  it('needs its required columns, without those that Dataverse fills', async () => {
    const { runtime, sent } = watched({ isNew: true });
    await expect(runtime.save()).resolves.toEqual({ kind: 'missing', names: ['name', 'customerid'] });
    expect(sent).toEqual([]);
  });

  it('is created with what was entered', async () => {
    const { runtime, sent } = watched({ isNew: true });
    runtime.enter('name', 'Tables');
    runtime.enter('customerid', { lookup: { id: 'a1', name: 'Adatum', entityType: 'account' } });
    await expect(runtime.save()).resolves.toEqual({ kind: 'saved', id: quoteId });
    expect([...(sent[0]?.keys() ?? [])]).toEqual(['name', 'customerid']);
  });

  it('needs what a script requires', async () => {
    const { runtime, context } = watched();
    ask(context, ['getAttribute', 'discount'], ['setRequiredLevel', 'required']);
    await expect(runtime.save()).resolves.toEqual({ kind: 'missing', names: ['discount'] });
  });
});

describe('Reading the record again', () => {
  it('takes what is stored now, keeps what is not saved, and tells the scripts', async () => {
    const { runtime, model, calls } = watched({ read: () => Promise.resolve({ ...stored, discount: 5 }) });
    runtime.enter('name', 'Tables');
    await runtime.refresh();
    expect(model.value('discount')).toBe(5);
    expect(model.value('name')).toBe('Tables');
    expect(calls).toEqual(['data 1', 'data 3']);
  });
});
