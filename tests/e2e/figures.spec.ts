import { expect, ledgerOf, pounds, test } from './sandboxTest';

function figuresOf(customer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    balance: customer.bci_balance,
    overdue: customer.bci_overdueamount,
    current: customer.bci_agedcurrentamount,
    period1: customer.bci_agedperiod1amount,
    period2: customer.bci_agedperiod2amount,
    period3: customer.bci_agedperiod3amount,
  };
}

test('Every customer’s balance, overdue and ageing are those of the ledger', async ({ sandbox }) => {
  const customers = await sandbox.administrator.rows(
    'bci_customers?$select=bci_number,bci_balance,bci_overdueamount,bci_agedcurrentamount,bci_agedperiod1amount,bci_agedperiod2amount,bci_agedperiod3amount',
  );
  expect(customers.length).toBeGreaterThan(60);
  for (const customer of customers) {
    const { balance, overdue, aged } = await ledgerOf(sandbox, String(customer.bci_number));
    expect({ number: customer.bci_number, ...figuresOf(customer) }).toEqual({
      number: customer.bci_number,
      balance,
      overdue,
      ...aged,
    });
  }
});

test.describe('A seller on an account', () => {
  test('sees the balance and what is overdue as Business Central has them', async ({ client, sandbox }) => {
    const ledger = await ledgerOf(sandbox, '44756404');
    await client.openAccount('London Light Company');
    await expect(client.control.getByText(`${pounds(ledger.overdue)} is overdue`)).toBeVisible();
    const row = client.control.getByRole('row', { name: /^Balance/ });
    await expect(row).toContainText(pounds(ledger.balance).slice(1));
  });

  test('sees that the customer is blocked and over the credit limit', async ({ client }) => {
    await client.openAccount('London Light Company');
    await expect(client.control.getByText('No transactions are allowed with this customer.')).toBeVisible();
    await expect(client.control.getByText(/over the credit limit/)).toBeVisible();
  });

  test('opens a part of the ageing and sees its invoices, oldest first', async ({ client }) => {
    await client.openAccount('London Light Company');
    await client.control.getByRole('button', { name: /Over 60 days/ }).click();
    const invoices = client.control.getByRole('table', { name: /Over 60 days/ }).getByRole('row');
    await expect(invoices.nth(1)).toContainText('103225');
    await expect(invoices.nth(2)).toContainText('103226');
  });

  test('finds a customer without any entry at zero, with no limit and nothing overdue', async ({ client }) => {
    await client.openAccount('Livre Importants');
    await expect(client.control.getByText('No credit limit')).toBeVisible();
    await expect(client.control.getByText('Nothing is outstanding.')).toBeVisible();
  });

  test('sees foreign invoices in their own currency, too', async ({ client }) => {
    await client.openAccount('Autohaus Mielberg KG');
    await client.control.getByRole('button', { name: /31–60 days/ }).click();
    await expect(client.control.getByText(/€/).first()).toBeVisible();
  });

  test('needs one request to show the figures and none when the form is drawn again', async ({ client, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/bci_\w+\(/.test(request.url())) asked.push(request.url());
    });
    await client.openAccount('London Light Company');
    await expect(client.control.getByText(/is overdue/)).toBeVisible();
    expect(asked).toHaveLength(1);
    await page.setViewportSize({ width: 700, height: 900 });
    await client.control.getByRole('button', { name: /Over 60 days/ }).click();
    await expect(client.control.getByText('103225')).toBeVisible();
    expect(asked).toHaveLength(1);
  });
});
