import type { Sandbox } from '../../sandbox/sandbox';
import { expect, test } from './sandboxTest';
import { command, day, dayWords, stockOf } from './stock';

const ROME = 'ROME Guest Chair, green';
const HEAD_OFFICE = 'Head office, third floor';

/** Goods of which an order came are gone again, and both sides know it. */
async function takeBack(sandbox: Sandbox, itemNumber: string, quantity: number): Promise<void> {
  await command(sandbox, 'item-adjustments', { itemNumber, quantity: -quantity, locationCode: 'MAIN' });
  expect((await sandbox.bci('sync')).exitCode).toBe(0);
}

test.describe('What Business Central posts', () => {
  test('moves the earliest date and the stock on the quote and the product, after Refresh', async ({
    client,
    sandbox,
  }) => {
    const before = await stockOf(sandbox, ROME);
    const onHand = before.onHand();
    await client.openQuote(HEAD_OFFICE);
    await expect(client.line(ROME, 1)).toContainText('Short by 15');

    const { number } = await command(sandbox, 'purchase-orders', {
      itemNumber: before.itemNumber,
      quantity: 50,
      expectedReceiptDate: day(5),
      locationCode: 'MAIN',
    });
    await client.refresh();
    await expect(client.line(ROME)).toContainText('Enough');
    await expect(client.line(ROME, 1)).toContainText(`All on ${dayWords(day(5))}`);
    await client.line(ROME, 1).getByRole('button', { name: 'Details' }).click();
    await expect(
      client.availability.getByText(`50 on ${dayWords(day(5))}: purchase order ${String(number)}`),
    ).toBeVisible();
    await client.openProduct(ROME);
    await expect(client.availability.locator('.bci-answer')).toHaveText(
      `${onHand} PCS available today; 50 more on ${dayWords(day(5))}.`,
    );

    await command(sandbox, 'purchase-orders/receive', { number });
    try {
      await client.refresh();
      await expect(client.availability.locator('.bci-answer')).toHaveText(
        `${onHand + 50} PCS available today; nothing more is on order.`,
      );
      await client.openQuote(HEAD_OFFICE);
      await expect(client.line(ROME, 1)).toContainText('Enough');
    } finally {
      await takeBack(sandbox, before.itemNumber, 50);
    }
  });

  test('waits while the service is stopped: the last figures stay with their age', async ({ client, sandbox }) => {
    await sandbox.stopService();
    try {
      await client.openQuote(HEAD_OFFICE);
      await expect(client.line(ROME, 1)).toContainText('Short by 15');
      await expect(client.availability.getByText(/^As of today/)).toBeVisible();
      await client.availability.getByRole('button', { name: 'Refresh' }).click();
      await expect(client.availability.getByRole('paragraph').filter({ hasText: 'still being read' })).toBeVisible({
        timeout: 30_000,
      });
      await expect(client.line(ROME, 1)).toContainText('Short by 15');
      await expect(client.availability.getByText(/^As of today/)).toBeVisible();
    } finally {
      await sandbox.startService();
    }
  });
});
