import { expect, test, type ClientOptions } from './sandboxTest';

const looks: readonly ClientOptions[] = [
  { theme: 'light' },
  { theme: 'dark' },
  { theme: 'highContrast' },
  { theme: 'light', direction: 'rtl' },
  { theme: 'light', width: 'phone' },
  { theme: 'dark', language: 1031 },
];

test.describe('Accessibility', () => {
  for (const look of looks) {
    test(`finds nothing to mend in the figures: ${JSON.stringify(look)}`, async ({ client, page }) => {
      await client.openAccount('London Light Company', look);
      await expect(client.control.getByRole('button', { name: /60/ }).last()).toBeVisible();
      await client.control.getByRole('button', { name: /60/ }).last().click();
      await expect(page.getByText('103225')).toBeVisible();
      await client.expectAccessible();
    });
  }

  for (const look of looks) {
    test(`finds nothing to mend in the availability of a product: ${JSON.stringify(look)}`, async ({ client }) => {
      await client.openProduct('LONDON Swivel Chair, blue', look);
      await client.availability.getByRole('textbox').first().fill('200');
      await client.availability.getByRole('button', { expanded: false }).click();
      await expect(client.availability.getByRole('table')).toHaveCount(2);
      await client.expectAccessible();
    });

    test(`finds nothing to mend in a quote: ${JSON.stringify(look)}`, async ({ client }) => {
      await client.openQuote('Head office, third floor', look);
      for (const product of ['LONDON Swivel Chair, blue', 'MUNICH Swivel Chair, yellow']) {
        await client.line(product).getByRole('button', { expanded: false }).click();
      }
      await expect(client.availability.getByText(/106001/)).toBeVisible();
      await client.expectAccessible();
    });
  }

  test('lets the keyboard alone reach the details of a line and open them', async ({ client, page }) => {
    await client.openQuote('Head office, third floor');
    const details = client.line('LONDON Swivel Chair, blue').getByRole('button', { name: 'Details' });
    await expect(details).toBeVisible();
    await page.getByRole('button', { name: 'Next page' }).focus();
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if (await details.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(details).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(client.availability.getByRole('table', { name: /By location/ })).toBeVisible();
  });

  test('finds nothing to mend when a user may not see the figures', async ({ client }) => {
    await client.openAccount('London Light Company', { user: 'newcomer@cronus.example' });
    await expect(client.control.getByText('You may not see Business Central figures', { exact: true })).toBeVisible();
    await client.expectAccessible();
  });

  test('finds nothing to mend in the list of accounts', async ({ client, page }) => {
    await client.openAccounts();
    await expect(page.getByRole('link', { name: 'Adatum Corporation' })).toBeVisible();
    await client.expectAccessible();
  });

  test('lets the keyboard alone reach a part of the ageing and open it', async ({ client, page }) => {
    await client.openAccount('London Light Company');
    const part = client.control.getByRole('button', { name: /Over 60 days/ });
    await expect(part).toBeVisible();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (await part.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(part).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('103225')).toBeVisible();
  });
});
