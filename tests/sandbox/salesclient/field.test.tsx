import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ClientProvider, type Client } from '../../../sandbox/salesclient/browser/app/ClientContext';
import { dialogsBy } from '../../../sandbox/salesclient/browser/app/dialogs';
import { sessionOf } from '../../../sandbox/salesclient/browser/app/session';
import type { ColumnDefinition, TableDefinition } from '../../../sandbox/salesclient/browser/dataverse/metadata';
import { missingColumns, type Changes } from '../../../sandbox/salesclient/browser/dataverse/record';
import { Field } from '../../../sandbox/salesclient/browser/form/Field';
import { stringsOf } from '../../../sandbox/salesclient/browser/strings/strings';

const client: Client = {
  session: sessionOf(''),
  user: { id: '', name: '', roles: [], privileges: new Map() },
  strings: stringsOf(1033),
  dialogs: dialogsBy(() => undefined),
  go: () => undefined,
};

const name: ColumnDefinition = {
  name: 'name',
  kind: 'text',
  displayName: 'Account Name',
  required: true,
  canUpdate: true,
  targets: [],
};

const table: TableDefinition = {
  name: 'account',
  setName: 'accounts',
  primaryId: 'accountid',
  primaryName: 'name',
  displayName: 'Account',
  pluralName: 'Accounts',
  columns: new Map([[name.name, name]]),
};

/** The field of a stored account, keeping what is entered as the form does. */
function Form(): React.ReactElement {
  const [changes, setChanges] = React.useState<Changes>(new Map());
  return (
    <ClientProvider value={client}>
      <Field
        cellId="1"
        column={name}
        label="Account Name"
        row={{ name: 'Adatum' }}
        changes={changes}
        disabled={false}
        onChange={(value) => setChanges(new Map([['name', value]]))}
      />
    </ClientProvider>
  );
}

describe('A text on the form', () => {
  it('can be emptied', async () => {
    render(<Form />);
    const input = screen.getByRole('textbox', { name: /Account Name/ });
    expect(input).toHaveValue('Adatum');
    await userEvent.clear(input);
    expect(input).toHaveValue('');
  });
});

describe('A required column', () => {
  const none: Changes = new Map();

  it('is missing when it was emptied', () => {
    expect(missingColumns(table, 'id', new Map([['name', null]]), ['name'])).toEqual(['Account Name']);
  });

  it('is missing from a new record until it is filled in', () => {
    expect(missingColumns(table, undefined, none, ['name'])).toEqual(['Account Name']);
    expect(missingColumns(table, undefined, new Map([['name', 'Adatum']]), ['name'])).toEqual([]);
  });

  it('is not asked for when it is stored, or not on the form', () => {
    expect(missingColumns(table, 'id', none, ['name'])).toEqual([]);
    expect(missingColumns(table, undefined, none, [])).toEqual([]);
  });
});
