import { expect, test } from './sandboxTest';

test.describe('The form of an account', () => {
  test('is not saved without its name, and says so', async ({ client, page }) => {
    await client.openAccount('Fourth Coffee');
    await page.getByRole('tab', { name: 'Summary' }).click();
    await page.getByLabel('Account Name').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText('Fill in first: Account Name');
    await expect(page.getByLabel('Account Name')).toHaveValue('');
  });

  test('says that it could not be saved when Dataverse refuses', async ({ client, page }) => {
    await client.openAccount('Fourth Coffee');
    await page.getByRole('tab', { name: 'Summary' }).click();
    await page.getByLabel('Account Number').fill('1'.repeat(100));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText('This could not be saved.');
    await expect(page.getByRole('alert')).toContainText('accountnumber');
  });

  for (const id of ['00000000-0000-0000-0000-000000000001', 'xyz', '%E0%A4%A']) {
    test(`says that there is no record ${id}`, async ({ page, sandbox }) => {
      await page.goto(`${sandbox.clientUrl}/#/account/record/${id}`);
      await expect(page.getByRole('alert')).toContainText('There is no such record');
    });
  }

  test('gives the focus back when the choice of a customer is cancelled', async ({ client, page }) => {
    await client.openAccount('Lucerne Publishing');
    const choose = client.control.getByRole('button', { name: 'Choose customer' });
    await choose.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(choose).toBeFocused();
  });

  test('shows each tab of the browser what its own user may see', async ({ client, page, context, sandbox }) => {
    await client.openAccount('London Light Company', { user: 'newcomer@cronus.example' });
    await expect(client.control.getByText('You may not see Business Central figures', { exact: true })).toBeVisible();
    const other = await context.newPage();
    await other.goto(`${sandbox.clientUrl}/?user=admin%40cronus.example#/bci_syncrun`);
    await expect(other.getByRole('heading', { name: 'Synchronization Runs' })).toBeVisible();
    await page.evaluate((hash) => (window.location.hash = hash), '#/bci_syncrun');
    await expect(page.getByRole('alert')).toContainText('prvReadbci_SyncRun');
  });

  for (const language of [1033, 1031, 1030, 1036] as const) {
    test(`fits a screen of 320 pixels with long words: ${language}`, async ({ client, page, sandbox }) => {
      const [account] = await sandbox.administrator.rows("accounts?$select=accountid&$filter=name eq 'Beef House'");
      const [customer] = await sandbox.administrator.rows(
        "bci_customers?$select=bci_customerid&$filter=bci_name eq 'Beef House'",
      );
      const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(2);
      await sandbox.administrator.send('PATCH', `accounts(${String(account?.accountid)})`, { name: long });
      await sandbox.administrator.send('PATCH', `bci_customers(${String(customer?.bci_customerid)})`, {
        bci_name: long,
        bci_paymentterms: long,
      });
      try {
        await page.setViewportSize({ width: 320, height: 700 });
        await client.openAccount(long, { language });
        await expect(client.control.getByText(long).last()).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      } finally {
        await sandbox.administrator.send('PATCH', `accounts(${String(account?.accountid)})`, { name: 'Beef House' });
        await sandbox.administrator.send('PATCH', `bci_customers(${String(customer?.bci_customerid)})`, {
          bci_name: 'Beef House',
        });
      }
    });
  }

  for (const language of [1033, 1031, 1030, 1036] as const) {
    test(`of a product and of a quote fit a screen of 320 pixels: ${language}`, async ({ client, page }) => {
      await page.setViewportSize({ width: 320, height: 700 });
      await client.openProduct('LONDON Swivel Chair, blue', { language });
      await client.availability.getByRole('button', { expanded: false }).click();
      await expect(client.availability.getByText(/106001/).last()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

      await client.openQuote('Head office, third floor', { language });
      await client.availability.getByRole('button', { expanded: false }).nth(1).click();
      await expect(client.availability.getByText(/106001/)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  }
});
