import { expect, test } from './sandboxTest';

test.describe('An account without a Business Central customer', () => {
  test('offers to choose one, shows its figures at once and keeps the choice when saved', async ({
    client,
    page,
    sandbox,
  }) => {
    const [free] = await sandbox.administrator.rows("accounts?$select=accountid&$filter=name eq 'Klubben'");
    await sandbox.administrator.send('PATCH', `accounts(${String(free?.accountid)})`, {
      'bci_CustomerId@odata.bind': null,
    });

    await client.openAccount('Fourth Coffee');
    await expect(client.control.getByText('No Business Central customer chosen yet', { exact: true })).toBeVisible();
    await client.control.getByRole('button', { name: 'Choose customer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('Klubben');
    await dialog.getByRole('button', { name: 'Klubben' }).click();
    await expect(client.control.getByText('What makes up the total')).toBeVisible();

    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Account · Saved')).toBeVisible();
    await client.openAccount('Fourth Coffee');
    await expect(client.control.getByText('What makes up the total')).toBeVisible();
  });

  test('says to save first while it is new', async ({ page, sandbox }) => {
    await page.goto(`${sandbox.clientUrl}/#/account/new`);
    await page.getByRole('tab', { name: 'Business Central' }).click();
    await expect(page.getByText('Save this record first', { exact: true })).toBeVisible();
  });

  test('cannot take a customer that another account has', async ({ client, page }) => {
    await client.openAccount('Lucerne Publishing');
    await client.control.getByRole('button', { name: 'Choose customer' }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('London Light');
    await page.getByRole('dialog').getByRole('button', { name: 'London Light Company' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText(/already exists/);
  });
});
