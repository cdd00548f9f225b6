import type { Sandbox } from '../../sandbox/sandbox';
import { expect, test } from './sandboxTest';

async function statusOf(sandbox: Sandbox, user: string, method: string, path: string, body?: unknown): Promise<number> {
  const response = await fetch(`${sandbox.clientUrl}/api/data/v9.2/${path}`, {
    method,
    headers: { authorization: `Bearer ${user}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.status;
}

const writers = { 'sync@cronus.example': true, 'admin@cronus.example': true } as const;
const readers = ['seller@cronus.example', 'availability@cronus.example', 'newcomer@cronus.example'] as const;

async function customerId(sandbox: Sandbox): Promise<string> {
  const [customer] = await sandbox.administrator.rows('bci_customers?$select=bci_customerid&$top=1');
  return String(customer?.bci_customerid);
}

test.describe('The roles', () => {
  for (const user of ['seller@cronus.example', 'availability@cronus.example', 'admin@cronus.example']) {
    test(`let ${user} see the figures`, async ({ client }) => {
      await client.openAccount('London Light Company', { user });
      await expect(client.control.getByText(/is overdue/)).toBeVisible();
      await expect(client.control.getByRole('button', { name: 'Refresh' })).toBeVisible();
    });
  }

  test('tell a newcomer which role to ask for, and the Web API answers 403', async ({ client, sandbox }) => {
    await client.openAccount('London Light Company', { user: 'newcomer@cronus.example' });
    await expect(client.control.getByText('You may not see Business Central figures', { exact: true })).toBeVisible();
    await expect(client.control.getByText(/^Ask your administrator for the security role/)).toBeVisible();
    expect(await statusOf(sandbox, 'newcomer@cronus.example', 'GET', 'bci_customers?$select=bci_name')).toBe(403);
  });

  for (const user of readers) {
    test(`keep ${user} from writing figures`, async ({ sandbox }) => {
      const path = `bci_customers(${await customerId(sandbox)})`;
      expect(await statusOf(sandbox, user, 'PATCH', path, { bci_balance: 1 })).toBe(403);
      expect(await statusOf(sandbox, user, 'DELETE', path)).toBe(403);
      expect(await statusOf(sandbox, user, 'POST', 'bci_customers', { bci_name: 'x' })).toBe(403);
    });
  }

  for (const user of Object.keys(writers)) {
    test(`let ${user} write figures`, async ({ sandbox }) => {
      const path = `bci_customers(${await customerId(sandbox)})`;
      expect(await statusOf(sandbox, user, 'PATCH', path, { bci_lastinvoicenumber: '1' })).toBe(204);
    });
  }

  for (const user of ['seller@cronus.example', 'newcomer@cronus.example']) {
    test(`tell ${user} which role shows availability, and the Web API answers 403`, async ({ client, sandbox }) => {
      for (const open of [
        () => client.openQuote('Head office, third floor', { user }),
        () => client.openProduct('ATHENS Desk', { user }),
      ]) {
        await open();
        await expect(
          client.availability.getByRole('paragraph').filter({ hasText: 'You may not see availability' }),
        ).toBeVisible();
        await expect(client.availability.getByText(/security role “Product Availability User”/).last()).toBeVisible();
        await expect(client.availability.getByRole('table')).toHaveCount(0);
      }
      for (const path of [
        'bci_itemavailabilities',
        'bci_items?$expand=bci_item_itemavailability($select=bci_inventory)',
      ]) {
        expect(await statusOf(sandbox, user, 'GET', path)).toBe(403);
      }
    });
  }

  for (const user of ['availability@cronus.example', 'admin@cronus.example']) {
    test(`let ${user} see availability`, async ({ client, sandbox }) => {
      await client.openQuote('Reception area', { user });
      await expect(client.line('ATHENS Desk')).toContainText('Enough');
      expect(await statusOf(sandbox, user, 'GET', 'bci_itemavailabilities')).toBe(200);
    });
  }

  test('keep everybody but the synchronization and administrators from writing availability', async ({ sandbox }) => {
    const [row] = await sandbox.administrator.rows('bci_itemavailabilities?$select=bci_itemavailabilityid&$top=1');
    const path = `bci_itemavailabilities(${String(row?.bci_itemavailabilityid)})`;
    for (const user of readers) {
      expect(await statusOf(sandbox, user, 'PATCH', path, { bci_inventory: 1 })).toBe(403);
      expect(await statusOf(sandbox, user, 'DELETE', path)).toBe(403);
    }
  });

  test('show the administrator’s app to administrators only', async ({ client, page }) => {
    await client.openAccounts({ user: 'admin@cronus.example' });
    await expect(page.getByRole('link', { name: 'Synchronization Runs' })).toBeVisible();
    await client.openAccounts({ user: 'seller@cronus.example' });
    await expect(page.getByRole('link', { name: 'Accounts' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Synchronization Runs' })).toBeHidden();
  });
});
