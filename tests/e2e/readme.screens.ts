import { expect, test } from './sandboxTest';

/** The pictures of the README: run `npm run screenshots`. */
test('the account form', async ({ client, page }) => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await client.openAccount('Autohaus Mielberg KG');
  await client.control.getByRole('button', { name: /31–60 days/ }).click();
  await expect(client.control.getByRole('table', { name: /31–60 days/ })).toBeVisible();
  await page.screenshot({ path: 'docs/account-form.png' });
});

test('the account form on a phone', async ({ client, page }) => {
  await page.setViewportSize({ width: 420, height: 900 });
  await client.openAccount('Autohaus Mielberg KG', { width: 'phone' });
  await expect(client.control.getByText('Ageing of the balance')).toBeVisible();
  await client.control.screenshot({ path: 'docs/account-form-phone.png' });
});
