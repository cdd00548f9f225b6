import { expect, test } from './sandboxTest';
import { day, dayWords, stockOf } from './stock';

const LONDON = 'LONDON Swivel Chair, blue';
const places = [
  ['EAST', 'East Warehouse'],
  ['MAIN', 'Main Warehouse'],
  ['WEST', 'West Warehouse'],
] as const;

test.describe('The form of a product', () => {
  test('answers first: what is there, and what comes when', async ({ client, sandbox }) => {
    const stock = await stockOf(sandbox, LONDON);
    const now = stock.promisable(day(0));
    const next = stock.earliest(now + 1, day(0));
    const requests = client.itemRequests();
    await client.openProduct(LONDON);
    await expect(client.availability.locator('.bci-answer')).toHaveText(
      `${now} PCS available today; ${stock.promisable(next) - now} more on ${dayWords(next)}. ` +
        `${stock.available(day(0)) - now} in stock are promised for later.`,
    );
    await expect(client.availability.getByText(/^As of today/)).toBeVisible();
    expect(requests).toHaveLength(1);
  });

  test('shows what Business Central has at every location and in all of them', async ({ client, sandbox }) => {
    const stock = await stockOf(sandbox, LONDON);
    const figuresOf = (code?: string): string =>
      [
        stock.onHand(code),
        stock.promised(day(0), code),
        stock.incoming(day(0), code),
        stock.available(day(0), code),
      ].join('');
    await client.openProduct(LONDON);
    const table = client.availability.getByRole('table', { name: /By location, today/ });
    for (const [code, name] of places) {
      await expect(table.getByRole('row', { name })).toHaveText(`${name}${figuresOf(code)}`);
    }
    await expect(table.getByRole('row', { name: 'All locations' })).toHaveText(`All locations${figuresOf()}`);
    expect(stock.available(day(0), 'WEST')).toBeLessThan(0);
  });

  test('draws the projected balance and tells it as a table of documents', async ({ client, page, sandbox }) => {
    const stock = await stockOf(sandbox, LONDON);
    await client.openProduct(LONDON);
    await expect(client.availability.getByRole('img', { name: /^Projected balance/ })).toBeVisible();
    await page.getByRole('slider', { name: 'Days of the chart' }).focus();
    await page.keyboard.press('End');
    await expect(client.availability.locator('.bci-day')).toContainText(`Balance ${stock.available(day(300))}.`);

    await client.availability.getByRole('button', { name: 'Show as a table' }).click();
    const rows = client.availability.getByRole('group', { name: 'Projected balance' }).getByRole('row');
    const changes = stock.locations.flatMap(({ schedule }) => schedule);
    await expect(rows).toHaveCount(changes.length + 2);
    await expect(rows.nth(1)).toHaveText(`On hand${stock.onHand()}`);
    for (const { date, documentNumber } of changes) {
      await expect(
        rows.filter({ hasText: documentNumber ?? '' }).filter({ hasText: date === null ? 'No date' : dayWords(date) }),
      ).toHaveCount(1);
    }
    await expect(rows.last()).toContainText(String(stock.available(day(300))));
  });

  test('answers for a quantity, a date and a location that a seller tries, without a request', async ({
    client,
    sandbox,
  }) => {
    const stock = await stockOf(sandbox, LONDON);
    await client.openProduct(LONDON);
    const answer = client.availability.locator('.bci-tried');
    const quantity = client.availability.getByRole('textbox', { name: /^Quantity/ });
    await expect(quantity).toBeVisible();
    const requests = client.itemRequests();

    await quantity.fill('20');
    await expect(answer).toContainText('20 PCS today: yes, all from ');
    await quantity.fill('1000');
    await expect(answer).toHaveText(
      `1,000 PCS today: short by ${1000 - stock.promisable(day(300))}, even with all that is on order.`,
    );
    await quantity.fill('120');
    await client.availability.getByRole('combobox').selectOption({ label: 'Main Warehouse' });
    await expect(answer).toHaveText(
      `120 PCS today: all on ${dayWords(stock.earliest(120, day(0), 'MAIN'))} from Main Warehouse.`,
    );
    const late = stock.earliest(120, day(0), 'MAIN');
    await client.availability.getByRole('textbox', { name: 'Date' }).fill(late);
    await expect(answer).toHaveText(`120 PCS on ${dayWords(late)}: yes, all from Main Warehouse.`);
    await quantity.fill('some');
    await expect(client.availability.getByText(/^Enter a quantity above zero/)).toBeVisible();
    expect(requests).toHaveLength(0);
  });

  test('says that a service has no stock', async ({ client }) => {
    await client.openProduct('Assembly on site');
    await expect(client.availability.locator('.bci-answer')).toHaveText('This item is a service; it has no stock.');
    await expect(client.availability.getByRole('table')).toHaveCount(0);
  });

  test('says who can couple a product, and lets them choose the item', async ({ client, page }) => {
    await client.openProduct('Guest Section 1');
    await expect(client.availability.getByRole('paragraph').last()).toHaveText(
      'Somebody who may edit this record can choose the item.',
    );
    await expect(client.availability.getByRole('button', { name: 'Choose item' })).toHaveCount(0);

    await client.openProduct('Guest Section 1', { user: 'admin@cronus.example' });
    await client.availability.getByRole('button', { name: 'Choose item' }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('Guest Section 1');
    await page.getByRole('dialog').getByRole('button', { name: 'Guest Section 1' }).click();
    await expect(client.availability.getByRole('table', { name: /By location/ })).toBeVisible();
    await expect(page.getByText('Product · Unsaved changes')).toBeVisible();
  });
});
