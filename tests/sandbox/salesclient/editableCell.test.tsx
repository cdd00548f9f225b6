import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { click, does, show, type } from './editableGridPage';
import { formatted, line, requested, unitOf } from './quoteLines';

const firstId = String(line(1).quotedetailid);
const quantityOfFirst = 'Edit Quantity: 10.00000';

describe('A cell of the editable grid', () => {
  it('is saved with Enter, and the rows are read again', async () => {
    const { dataverse, loads } = await show();
    expect(loads).toHaveBeenCalledTimes(1);
    await type(quantityOfFirst, '12.5{Enter}');
    await waitFor(() => expect(loads).toHaveBeenCalledTimes(2));
    expect(dataverse.writes).toEqual([{ method: 'PATCH', path: `quotedetails(${firstId})`, body: { quantity: 12.5 } }]);
    expect(screen.getByRole('button', { name: quantityOfFirst })).toHaveFocus();
  });

  it('is saved when the user leaves it', async () => {
    const { dataverse, loads } = await show();
    await type(quantityOfFirst, '7');
    await does(() => userEvent.tab());
    await waitFor(() => expect(loads).toHaveBeenCalledTimes(2));
    expect(dataverse.writes).toHaveLength(1);
  });

  it('stays as it was with Escape, and when nothing was changed', async () => {
    const { dataverse, loads } = await show();
    await type(quantityOfFirst, '99{Escape}');
    await click('button', quantityOfFirst);
    await does(() => userEvent.keyboard('{Enter}'));
    expect(dataverse.writes).toEqual([]);
    expect(loads).toHaveBeenCalledTimes(1);
  });

  it('says what Dataverse said when it refused, and keeps what was typed', async () => {
    const { dataverse } = await show();
    dataverse.refuse('Principal user is missing prvWriteQuote privilege.');
    const editor = await type(quantityOfFirst, '5{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Principal user is missing prvWriteQuote privilege.');
    expect(editor).toHaveValue('5');
    expect(editor).toHaveAccessibleDescription('Principal user is missing prvWriteQuote privilege.');
  });

  it('takes no text for a number', async () => {
    const { dataverse } = await show();
    await type(quantityOfFirst, 'many{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Quantity: This is not a number.');
    expect(dataverse.writes).toEqual([]);
  });

  it('holds a day in the user’s time zone', async () => {
    const lines = [
      line(1, { requestdeliveryby: '2026-07-01T23:00:00Z', [`requestdeliveryby${formatted}`]: '02/07/2026' }),
    ];
    await show({ lines });
    await click('button', 'Edit Requested: 02/07/2026');
    expect(screen.getByLabelText(requested.displayName)).toHaveValue('2026-07-02');
  });

  it('offers a choice for a lookup and can be emptied', async () => {
    const lines = [line(1, { _pfx_locationid_value: 'main', [`_pfx_locationid_value${formatted}`]: 'MAIN' })];
    const { dataverse, loads, lookups } = await show({
      lines,
      chosen: { id: 'east', name: 'EAST', entityType: 'pfx_location' },
    });
    await click('button', 'Edit Ship from: MAIN');
    await waitFor(() => expect(loads).toHaveBeenCalledTimes(2));
    await click('button', 'Remove Ship from: MAIN');
    await waitFor(() => expect(loads).toHaveBeenCalledTimes(3));
    expect(lookups).toEqual(['pfx_location']);
    expect(dataverse.writes.map(({ body }) => body)).toEqual([
      { 'pfx_locationid@odata.bind': '/pfx_locations(east)' },
      { 'pfx_locationid@odata.bind': null },
    ]);
  });

  it('brings the default unit with another product', async () => {
    const { dataverse, loads } = await show({ chosen: { id: 'p9', name: 'Chair', entityType: 'product' } });
    dataverse.answer('products(p9)', unitOf('box'));
    await click('button', 'Edit Product: P1');
    await waitFor(() => expect(loads).toHaveBeenCalledTimes(2));
    expect(dataverse.writes[0]?.body).toEqual({
      'productid@odata.bind': '/products(p9)',
      'uomid@odata.bind': '/uoms(box)',
    });
  });

  it('has no product to choose in a write-in line, and no text in that of a product', async () => {
    const lines = [line(1), { quotedetailid: 'w', isproductoverridden: true, productdescription: 'Assembly' }];
    await show({ lines });
    const ofProduct = within(screen.getByRole('row', { name: /P1/ }));
    const ofWriteIn = within(screen.getByRole('row', { name: /Assembly/ }));
    expect(ofProduct.queryByRole('button', { name: /Write-in/ })).toBeNull();
    expect(ofWriteIn.getByRole('button', { name: 'Edit Write-in: Assembly' })).toBeVisible();
    expect(ofWriteIn.queryByRole('button', { name: /Product|Unit/ })).toBeNull();
  });
});
