import { expect, test } from './sandboxTest';
import { day, stockOf } from './stock';

test.describe('The form of a quote', () => {
  test('keeps availability in step with the grid of products, without reading the items again', async ({
    client,
    page,
    sandbox,
  }) => {
    await client.openQuoteById(await sandbox.longQuote(3));
    await expect(client.lines).toHaveCount(3);
    const product = (await client.lines.first().getByRole('rowheader').textContent()) ?? '';
    const stock = await stockOf(sandbox, product);
    await expect(client.lines.first()).toContainText('Enough');
    const requests = client.itemRequests();
    const grid = page.getByRole('table', { name: 'Products' });

    await grid
      .getByRole('row', { name: product })
      .getByRole('button', { name: /^Edit Quantity/ })
      .click();
    await page.getByRole('textbox', { name: 'Quantity' }).fill('100000');
    await page.keyboard.press('Enter');
    const asked = 100_000 - Math.max(0, stock.promisable(day(300), 'MAIN'));
    await expect(client.lines.first()).toContainText(`Short by ${asked.toLocaleString('en-GB')}`);

    await grid
      .getByRole('row', { name: product })
      .getByRole('button', { name: /^Edit Quantity/ })
      .click();
    await page.getByRole('textbox', { name: 'Quantity' }).fill('1');
    await page.keyboard.press('Enter');
    await expect(client.lines.first()).toContainText('Enough');
    expect(requests).toHaveLength(0);
  });

  test('shows lines that are added and leaves out those that are deleted', async ({ client, page, sandbox }) => {
    await client.openQuoteById(await sandbox.longQuote(2));
    await expect(client.lines).toHaveCount(2);
    const requests = client.itemRequests();

    await page.getByRole('button', { name: 'Add product', exact: true }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('ROME Guest Chair');
    await page.getByRole('dialog').getByRole('button', { name: 'ROME Guest Chair, green' }).click();
    await expect(client.lines).toHaveCount(3);
    await expect(client.line('ROME Guest Chair, green')).toContainText('Enough');
    expect(requests).toHaveLength(1);

    const grid = page.getByRole('table', { name: 'Products' });
    await grid.getByRole('checkbox', { name: 'Select ROME Guest Chair, green' }).check();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
    await expect(client.lines).toHaveCount(2);
  });

  test('follows the customer with the Business Central customer, and leaves none where there is none', async ({
    client,
    page,
  }) => {
    await client.openQuote('Meeting room, to be discussed');
    const coupled = page.getByRole('link', { name: /^(School of Fine Art|Trey Research)$/ });
    const choose = async (account: string): Promise<void> => {
      await page.getByRole('tab', { name: 'Summary' }).click();
      await page.getByRole('button', { name: /^Choose Potential Customer.*Account/ }).click();
      await page.getByRole('dialog').getByRole('searchbox').fill(account);
      await page.getByRole('dialog').getByRole('button', { name: account }).click();
      await page.getByRole('tab', { name: 'Business Central' }).click();
    };
    await choose('Trey Research');
    await expect(client.control.getByText('What makes up the total')).toBeVisible();
    await expect(coupled).toHaveText('Trey Research');
    await choose('Lucerne Publishing');
    await expect(client.control.getByText('No Business Central customer chosen yet', { exact: true })).toBeVisible();
    await expect(coupled).toHaveCount(0);
  });
});
