import { expect, ledgerOf, pounds, test } from './sandboxTest';

test.describe('Refresh', () => {
  test('brings a payment that was posted in Business Central onto the form', async ({ client, sandbox }) => {
    const before = await ledgerOf(sandbox, '44756404');
    await client.openAccount('London Light Company');
    await expect(client.control.getByText(`${pounds(before.overdue)} is overdue`)).toBeVisible();

    const paid = await fetch(`${sandbox.businessCentral.url}/sandbox/payments`, {
      method: 'POST',
      body: JSON.stringify({ customerNumber: '44756404', amount: 1000, appliesTo: ['103225'] }),
    });
    expect(paid.status).toBe(200);
    const after = await ledgerOf(sandbox, '44756404');
    expect(after.balance).toBe(before.balance - 1000);

    await client.control.getByRole('button', { name: 'Refresh' }).click();
    await expect(
      client.control.getByRole('paragraph').filter({ hasText: 'The figures are up to date.' }),
    ).toBeVisible();
    await expect(client.control.getByText(`${pounds(after.overdue)} is overdue`)).toBeVisible();
  });

  test('keeps the last figures with their age while the service is stopped', async ({ client, sandbox }) => {
    const { overdue } = await ledgerOf(sandbox, '44756404');
    await sandbox.stopService();
    try {
      await client.openAccount('London Light Company');
      await expect(client.control.getByText(`${pounds(overdue)} is overdue`)).toBeVisible();
      await expect(client.control.getByText(/^As of today/)).toBeVisible();
      await client.control.getByRole('button', { name: 'Refresh' }).click();
      await expect(client.control.getByRole('paragraph').filter({ hasText: 'still being read' })).toBeVisible({
        timeout: 30_000,
      });
      await expect(client.control.getByText(`${pounds(overdue)} is overdue`)).toBeVisible();
    } finally {
      await sandbox.startService();
    }
  });

  test('is done after the service comes back, without asking again', async ({ sandbox }) => {
    await expect
      .poll(async () => {
        const waiting = await sandbox.administrator.rows(
          'bci_refreshrequests?$select=bci_state&$filter=bci_state lt 727000002',
        );
        return waiting.length;
      })
      .toBe(0);
  });
});
