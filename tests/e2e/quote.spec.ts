import { expect, test } from './sandboxTest';
import { day, dayWords, stockOf } from './stock';

const HEAD_OFFICE = 'Head office, third floor';

test.describe('A quote of 12 lines', () => {
  test('answers every line and the whole, in one request for all items', async ({ client, sandbox }) => {
    const london = await stockOf(sandbox, 'LONDON Swivel Chair, blue');
    const later = dayWords(london.earliest(120, day(2), 'MAIN'));
    const rome = (await stockOf(sandbox, 'ROME Guest Chair, green')).promisable(day(2), 'MAIN');
    const tokyo = (await stockOf(sandbox, 'TOKYO Guest Chair, blue')).promisable(day(2), 'MAIN');
    const requests = client.itemRequests();
    await client.openQuote(HEAD_OFFICE);
    const marks = [
      ['ATHENS Desk', 'Enough'],
      ['LONDON Swivel Chair, blue', `All on ${later}`],
      ['ROME Guest Chair, green', 'Enough'],
      ['ROME Guest Chair, green', `Short by ${40 - rome}`],
      ['AMSTERDAM Lamp', 'Enough'],
      ['Paint, green', 'Enough'],
      ['TOKYO Guest Chair, blue', `Short by ${40 - tokyo}`],
      ['MUNICH Swivel Chair, yellow', 'Short by 4'],
      ['SEOUL Guest Chair, red', 'Unit cannot be converted'],
      ['Assembly on site', 'No stock kept'],
      ['Guest Section 1', 'Not coupled'],
      ['Engraved name plates', 'Write-in product'],
    ] as const;
    await expect(client.lines).toHaveCount(marks.length);
    for (const [index, [product, mark]] of marks.entries()) {
      await expect(client.lines.nth(index)).toContainText(product);
      await expect(client.lines.nth(index).getByRole('cell').first()).toContainText(mark);
    }
    await expect(client.availability).toContainText('12 lines');
    await expect(client.availability.getByRole('paragraph').filter({ hasText: 'cannot ship complete' })).toHaveText(
      `The quote cannot ship complete: 3 lines are short, the first is ROME Guest Chair, green by ${40 - rome}. ` +
        `Everything else can ship on ${later}. 2 lines cannot be checked.`,
    );
    expect(requests).toHaveLength(1);
  });

  test('shows what can be promised of each line at its location and on its day', async ({ client, sandbox }) => {
    const asked = [
      ['ATHENS Desk', 'MAIN', 2],
      ['LONDON Swivel Chair, blue', 'MAIN', 2],
      ['ROME Guest Chair, green', 'MAIN', 2],
      ['AMSTERDAM Lamp', 'EAST', 9],
      ['Paint, green', 'MAIN', 2],
      ['TOKYO Guest Chair, blue', 'MAIN', 2],
      ['MUNICH Swivel Chair, yellow', 'WEST', 2],
    ] as const;
    await client.openQuote(HEAD_OFFICE);
    for (const [product, location, days] of asked) {
      const stock = await stockOf(sandbox, product);
      const unit = product === 'Paint, green' ? ' CAN' : '';
      await expect(client.line(product).getByRole('cell').nth(4)).toHaveText(
        `${stock.promisable(day(days), location)}${unit}`,
      );
    }
    const rome = await stockOf(sandbox, 'ROME Guest Chair, green');
    await expect(client.line('ROME Guest Chair, green', 1).getByRole('cell').nth(4)).toHaveText(
      String(rome.promisable(day(2), 'MAIN') - 20),
    );
  });

  test('tells on demand where it is, what comes and who else can ship it', async ({ client, sandbox, page }) => {
    const stock = await stockOf(sandbox, 'LONDON Swivel Chair, blue');
    await client.openQuote(HEAD_OFFICE);
    await client.line('LONDON Swivel Chair, blue').getByRole('button', { name: 'Details' }).click();
    const locations = client.availability.getByRole('table', { name: /By location/ });
    for (const [code, name] of [
      ['EAST', 'East Warehouse'],
      ['MAIN', 'Main Warehouse'],
      ['WEST', 'West Warehouse'],
    ] as const) {
      const figures = [
        stock.onHand(code),
        stock.promised(day(2), code),
        stock.incoming(day(2), code),
        stock.available(day(2), code),
      ];
      await expect(locations.getByRole('row', { name })).toHaveText(`${name}${figures.join('')}`);
    }
    await expect(client.availability.getByText(/^120 on .*: purchase order/)).toBeVisible();
    await client.line('LONDON Swivel Chair, blue').getByRole('button', { name: 'Hide' }).click();
    await expect(locations).toBeHidden();

    await client.line('MUNICH Swivel Chair, yellow').getByRole('button', { name: 'Details' }).click();
    await expect(page.getByText(/Main Warehouse can ship all of it/)).toBeVisible();
  });

  test('sorts what is seen and opens a line', async ({ client, page }) => {
    await client.openQuote(HEAD_OFFICE);
    await expect(client.lines).toHaveCount(12);
    await client.availability.getByRole('button', { name: 'Product', exact: true }).click();
    await expect(client.lines.first()).toContainText('AMSTERDAM Lamp');
    await client.line('AMSTERDAM Lamp').getByRole('button', { name: 'AMSTERDAM Lamp', exact: true }).click();
    await expect(page).toHaveURL(/#\/quotedetail\/record\//);
  });
});

test.describe('Other quotes', () => {
  test('ship complete from one location on the day asked for', async ({ client }) => {
    await client.openQuote('Reception area');
    await expect(
      client.availability.getByText(`Everything can ship complete on ${dayWords(day(3))} from Main Warehouse.`, {
        exact: true,
      }),
    ).toBeVisible();
  });

  test('ship complete when a purchase order has come', async ({ client, sandbox }) => {
    const london = await stockOf(sandbox, 'LONDON Swivel Chair, blue');
    await client.openQuote('Training room');
    await expect(
      client.availability.getByText(
        `Everything can ship complete on ${dayWords(london.earliest(100, day(4), 'MAIN'))} from Main Warehouse.`,
        { exact: true },
      ),
    ).toBeVisible();
  });

  test('say what to do while they have no lines', async ({ client, page, sandbox }) => {
    await client.openQuote('Meeting room, to be discussed');
    await expect(client.availability.getByRole('paragraph')).toHaveText([
      'No products yet',
      'Add one and its availability appears here.',
    ]);
    await page.goto(`${sandbox.clientUrl}/?user=availability%40cronus.example#/quote/new`);
    await expect(page.getByText(/^Save this (record|quote) first/).last()).toBeVisible();
  });

  test('show 200 lines with one request, and the page scrolls to the last of them', async ({
    client,
    page,
    sandbox,
  }) => {
    const quote = await sandbox.longQuote(200);
    const requests = client.itemRequests();
    await client.openQuoteById(quote);
    await expect(client.lines).toHaveCount(200);
    await expect(client.availability).toContainText('200 lines');
    expect(requests).toHaveLength(1);
    await client.lines.last().scrollIntoViewIfNeeded();
    await expect(client.lines.last()).toBeInViewport();
    await client.lines.last().getByRole('button').first().focus();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(requests).toHaveLength(1);
  });
});
