import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ClientProvider } from '../../../sandbox/salesclient/browser/app/ClientContext';
import type { Row } from '../../../sandbox/salesclient/browser/dataverse/webApi';
import type { LoadedForm } from '../../../sandbox/salesclient/browser/form/formLoading';
import { parseFormXml } from '../../../sandbox/salesclient/browser/form/formXml';
import { RecordForm } from '../../../sandbox/salesclient/browser/form/RecordForm';
import { ask, client, eventXml, provideScripts, quote, quoteId, stored } from './scriptedForm';

function cell(id: string, column: string): string {
  return `<row><cell id="${id}"><labels><label description="${column} label" languagecode="1033"/></labels>
    <control id="${column}" datafieldname="${column}"/></cell></row>`;
}

/** The form of a quote with its name and the day on which it expires. */
function loadedForm(scripts: readonly string[], row: Row): LoadedForm {
  const xml = `<form><tabs><tab id="t" name="summary"><columns><column><sections><section id="s"><rows>
    ${cell('c1', 'name')}${cell('c2', 'expireson')}
    </rows></section></sections></column></columns></tab></tabs><events>${eventXml('onload', scripts)}</events></form>`;
  const chosen = { id: 'f', name: 'Quote', xml };
  return { table: quote, forms: [chosen], chosen, form: parseFormXml(xml, 1033), row, failures: [] };
}

function open(script: (form: unknown) => void = () => undefined, row: Row = stored): void {
  provideScripts({ open: (given) => script(ask(given, ['getFormContext'])) });
  render(
    <ClientProvider value={client}>
      <RecordForm
        loaded={loadedForm(['Test.open'], row)}
        address={{ table: 'quote', id: quoteId, formId: undefined }}
      />
    </ClientProvider>,
  );
}

describe('A form with scripts', () => {
  it('shows what a script says and does', () => {
    open((form) => {
      ask(form, 'ui', ['setFormNotification', 'Mind the date.', 'WARNING', 'date']);
      ask(form, ['getControl', 'expireson'], ['setVisible', false]);
      ask(form, ['getAttribute', 'name'], ['setValue', 'Tables']);
    });
    expect(screen.getByRole('alert')).toHaveTextContent('Mind the date.');
    expect(screen.queryByLabelText('expireson label')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('Tables');
    expect(screen.getByText('Quote · Unsaved changes')).toBeInTheDocument();
  });

  it('stays usable when a script fails, and names it', async () => {
    open(() => {
      throw new Error('It broke.');
    });
    expect(screen.getByRole('alert')).toHaveTextContent('onload · pfx_/test.js · Test.open: It broke.');
    await userEvent.type(screen.getByRole('textbox'), '!');
    expect(screen.getByRole('textbox')).toHaveValue('Lamps!');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('locks a field for a script', () => {
    open((form) => ask(form, ['getControl', 'name'], ['setDisabled', true]));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('tells a script of a typed text when the field is left', async () => {
    const seen: unknown[] = [];
    open((form) => {
      const handler = (given: unknown): void => void seen.push(ask(given, ['getEventSource'], ['getValue']));
      ask(form, ['getAttribute', 'name'], ['addOnChange', handler]);
    });
    await userEvent.type(screen.getByRole('textbox'), ' 2');
    expect(seen).toEqual([]);
    await userEvent.tab();
    expect(seen).toEqual(['Lamps 2']);
  });
});

describe('A form', () => {
  it('shows and takes a day', () => {
    open();
    const input = screen.getByLabelText('expireson label');
    expect(input).toHaveValue('2026-12-04');
    fireEvent.change(input, { target: { value: '2027-01-09' } });
    expect(input).toHaveValue('2027-01-09');
  });

  it('of an inactive record cannot be changed', () => {
    open(undefined, { ...stored, statecode: 1 });
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('saves what was changed and reads the record again', async () => {
    const requests: [string, string | undefined][] = [];
    const answer = (body: string): object => ({ ok: true, headers: new Map(), text: () => Promise.resolve(body) });
    Object.assign(globalThis, {
      fetch: (_: string, { method, body }: { method: string; body?: string }) => {
        requests.push([method, body]);
        return Promise.resolve(answer(method === 'GET' ? JSON.stringify({ ...stored, name: 'Lamps 2' }) : ''));
      },
    });
    open();
    await userEvent.type(screen.getByRole('textbox'), ' 2');
    await act(() => userEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(screen.getByText('Quote · Saved')).toBeInTheDocument();
    expect(requests).toEqual([
      ['PATCH', '{"name":"Lamps 2"}'],
      ['GET', undefined],
    ]);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Lamps 2');
  });
});
