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

test('the product form', async ({ client, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await client.openProduct('LONDON Swivel Chair, blue');
  await client.availability.getByRole('textbox', { name: /^Quantity/ }).fill('120');
  await client.availability.getByRole('combobox').selectOption({ label: 'Main Warehouse' });
  await expect(client.availability.locator('.bci-tried')).not.toBeEmpty();
  await page.locator(':focus').blur();
  await page.screenshot({ path: 'docs/product-form.png' });
});

test('the product form on a phone', async ({ client, page }) => {
  await page.setViewportSize({ width: 420, height: 900 });
  await client.openProduct('LONDON Swivel Chair, blue', { width: 'phone' });
  await expect(client.availability.getByRole('table')).toBeVisible();
  await client.availability.screenshot({ path: 'docs/product-form-phone.png' });
});

test('the quote form', async ({ client, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await client.openQuote('Head office, third floor');
  await client.line('LONDON Swivel Chair, blue').getByRole('button', { name: 'Details' }).click();
  await expect(client.availability.getByRole('table', { name: /By location/ })).toBeVisible();
  await client.availability.evaluate((element) => {
    const top = element.getBoundingClientRect().top + window.scrollY;
    window.scrollTo(0, top - 120);
  });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: 'docs/quote-form.png' });
});

test('the quote form on a phone', async ({ client, page }) => {
  await page.setViewportSize({ width: 420, height: 900 });
  await client.openQuote('Training room', { width: 'phone' });
  await expect(client.lines).toHaveCount(3);
  await client.availability.screenshot({ path: 'docs/quote-form-phone.png' });
});
