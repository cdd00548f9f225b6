import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ClientProvider, type Client } from '../../../sandbox/salesclient/browser/app/ClientContext';
import { dialogsBy } from '../../../sandbox/salesclient/browser/app/dialogs';
import { sessionOf } from '../../../sandbox/salesclient/browser/app/session';
import type { ColumnDefinition, TableDefinition } from '../../../sandbox/salesclient/browser/dataverse/metadata';
import type { Changes } from '../../../sandbox/salesclient/browser/dataverse/record';
import { Field } from '../../../sandbox/salesclient/browser/form/Field';
import { FormModel } from '../../../sandbox/salesclient/browser/form/formModel';
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
  attributeType: 'String',
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
  privileges: new Map(),
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
  const account = (id: string | undefined, shown = ['name']): FormModel => new FormModel(table, id, {}, shown);

  it('is missing when it was emptied', () => {
    const model = new FormModel(table, 'id', { name: 'Adatum' }, ['name']);
    model.set('name', null);
    expect(model.missing()).toEqual(['Account Name']);
  });

  it('is missing from a new record until it is filled in', () => {
    const model = account(undefined);
    expect(model.missing()).toEqual(['Account Name']);
    model.set('name', 'Adatum');
    expect(model.missing()).toEqual([]);
  });

  it('is not asked for when it is stored, or not on the form', () => {
    expect(account('id').missing()).toEqual([]);
    expect(account(undefined, []).missing()).toEqual([]);
  });
});
