import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { click, does, show } from './editableGridPage';
import { line, unitOf } from './quoteLines';

describe('The rows of the editable grid', () => {
  it('grow by a product, in a new last line', async () => {
    const lines = [1, 2, 3].map((number) => line(number));
    const { dataverse, queries } = await show({
      lines,
      pageSize: 3,
      chosen: { id: 'p9', name: 'Chair', entityType: 'product' },
    });
    dataverse.answer('products(p9)', unitOf('piece'));
    dataverse.answer('quotedetails', { value: [{ lineitemnumber: 3 }] });
    await click('button', 'Add product');
    await waitFor(() => expect(queries.at(-1)?.page).toBe(2));
    expect(dataverse.writes[0]).toEqual({
      method: 'POST',
      path: 'quotedetails',
      body: {
        'quoteid@odata.bind': '/quotes(q1)',
        isproductoverridden: false,
        'productid@odata.bind': '/products(p9)',
        'uomid@odata.bind': '/uoms(piece)',
        quantity: 1,
      },
    });
  });

  it('grow by a write-in product that has a name', async () => {
    const { dataverse, loads } = await show();
    dataverse.answer('quotedetails', { value: [] });
    await click('button', 'Add write-in product');
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
    const field = screen.getByRole('textbox', { name: 'Add write-in product' });
    await does(() => userEvent.type(field, 'Assembly{Enter}'));
    await waitFor(() => expect(loads).toHaveBeenCalledTimes(2));
    expect(dataverse.writes[0]?.body).toMatchObject({ isproductoverridden: true, productdescription: 'Assembly' });
  });

  it('are deleted when they are selected and the user agrees', async () => {
    const { dataverse, loads, control } = await show();
    expect(screen.getByRole('button', { name: 'Delete' })).toBeDisabled();
    await click('checkbox', 'Select P2');
    expect(control.getGrid().getSelectedRows()).toHaveLength(1);
    await click('button', 'Delete');
    await waitFor(() => expect(loads).toHaveBeenCalledTimes(2));
    expect(dataverse.writes).toEqual([
      { method: 'DELETE', path: `quotedetails(${String(line(2).quotedetailid)})`, body: undefined },
    ]);
    expect(screen.getByRole('checkbox', { name: 'Select P2' })).not.toBeChecked();
  });

  it('are sorted by a heading, the other way at the second time', async () => {
    const { queries } = await show();
    await click('button', 'Quantity');
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: /Quantity/ })).toHaveAttribute('aria-sort', 'ascending'),
    );
    await click('button', 'Quantity');
    await waitFor(() => expect(queries.at(-1)?.orders).toEqual([{ column: 'quantity', descending: true }]));
  });

  it('come in pages, with the number of them all', async () => {
    const lines = [1, 2, 3].map((number) => line(number));
    const { control } = await show({ lines, pageSize: 2 });
    expect(screen.getByText(/Page 1 · 3 rows/)).toBeVisible();
    await click('button', 'Next page');
    expect(await screen.findByRole('button', { name: 'Edit Product: P3' })).toBeVisible();
    expect(control.getGrid().getTotalRecordCount()).toBe(3);
    expect(control.getGrid().getRows()).toHaveLength(1);
  });

  it('are read again when a script says so', async () => {
    const { control, loads } = await show();
    await does(() => control.refresh());
    await waitFor(() => expect(loads).toHaveBeenCalledTimes(2));
  });
});

describe('A grid that cannot be edited', () => {
  it('shows the lines of a quote that is no draft', async () => {
    await show({ isParentOpen: false });
    expect(screen.getByText(/not a draft/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Edit|Add|Delete/ })).toBeNull();
    expect(screen.getByRole('cell', { name: 'P1' })).toBeVisible();
  });

  it('shows the lines to a user who may not write', async () => {
    await show({ privileges: [] });
    expect(screen.getByText('You do not have the right to change these rows.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Edit|Add|Delete/ })).toBeNull();
  });
});
