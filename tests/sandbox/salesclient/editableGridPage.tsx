import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ClientProvider, type Client } from '../../../sandbox/salesclient/browser/app/ClientContext';
import { sessionOf } from '../../../sandbox/salesclient/browser/app/session';
import type { LookupValue } from '../../../sandbox/salesclient/browser/dataverse/values';
import type { ViewQuery } from '../../../sandbox/salesclient/browser/dataverse/viewFetch';
import type { Row } from '../../../sandbox/salesclient/browser/dataverse/webApi';
import { EditableGrid } from '../../../sandbox/salesclient/browser/grid/EditableGrid';
import { GridControl } from '../../../sandbox/salesclient/browser/grid/gridControl';
import type { SubgridSource } from '../../../sandbox/salesclient/browser/grid/subgridSource';
import { stringsOf } from '../../../sandbox/salesclient/browser/strings/strings';
import { localDataverse, type LocalDataverse } from './localDataverse';
import { line, pageOf, quoteDetail, table, view, viewColumns } from './quoteLines';

export interface Options {
  readonly lines?: readonly Row[];
  readonly privileges?: readonly string[];
  readonly isParentOpen?: boolean;
  readonly chosen?: LookupValue | null;
  readonly pageSize?: number;
}

export interface Shown {
  readonly dataverse: LocalDataverse;
  readonly queries: readonly ViewQuery[];
  readonly loads: jest.Mock;
  readonly control: GridControl;
  readonly lookups: readonly string[];
}

const allRights = ['prvcreatequote', 'prvwritequote', 'prvdeletequote'];

/** A signed-in user with these privileges; every question is answered with yes. */
export function testClient(
  privileges: readonly string[] = allRights,
  choose: (table: string) => LookupValue | null = () => null,
): Client {
  return {
    session: sessionOf(''),
    user: { id: '', name: '', roles: [], privileges: new Map(privileges.map((name) => [name, 3])) },
    strings: stringsOf(1033),
    dialogs: {
      alert: () => Promise.resolve(),
      confirm: () => Promise.resolve(true),
      lookup: (name) => Promise.resolve(choose(name)),
    },
    go: () => undefined,
  };
}

/** These lines as those of the quote q1. */
export function sourceOf(
  lines: readonly Row[],
  more: { readonly isParentOpen?: boolean; readonly noted?: (query: ViewQuery) => void } = {},
): SubgridSource {
  return {
    table: quoteDetail,
    view,
    columns: viewColumns,
    parent: { table: table('quote', []), id: 'q1', name: 'Desks' },
    parentColumn: 'quoteid',
    isParentOpen: more.isParentOpen ?? true,
    read: (query) => {
      more.noted?.(query);
      return Promise.resolve(pageOf(lines, query.pageSize, query.page));
    },
  };
}

/** Shows lines of a quote in the editable grid. */
export async function show(options: Options = {}): Promise<Shown> {
  const { lines = [line(1), line(2)], privileges = allRights, isParentOpen = true, pageSize = 10 } = options;
  const dataverse = localDataverse();
  const queries: ViewQuery[] = [];
  const lookups: string[] = [];
  const client = testClient(privileges, (name) => {
    lookups.push(name);
    return options.chosen ?? null;
  });
  const source = sourceOf(lines, { isParentOpen, noted: (query) => queries.push(query) });
  const control = new GridControl({ name: 'lines', table: 'quotedetail', relationship: 'quote_details' });
  const loads = jest.fn();
  control.addOnLoad(loads);
  render(
    <ClientProvider value={client}>
      <EditableGrid source={source} control={control} label="Products" pageSize={pageSize} />
    </ClientProvider>,
  );
  await screen.findByRole('button', { name: 'Refresh' });
  return { dataverse, queries, loads, control, lookups };
}

/** A user's doing, with all that follows from it. */
export async function does(work: () => unknown): Promise<void> {
  await act(async () => {
    await work();
  });
}

export async function click(role: 'button' | 'checkbox', name: string): Promise<void> {
  await does(() => userEvent.click(screen.getByRole(role, { name })));
}

/** Opens the cell and types into it; braces name keys. */
export async function type(name: string, text: string): Promise<HTMLElement> {
  await click('button', name);
  const editor = screen.getByRole('textbox');
  await does(async () => {
    await userEvent.clear(editor);
    await userEvent.type(editor, text);
  });
  return editor;
}
