import AxeBuilder from '@axe-core/playwright';
import { test as base, chromium, expect, type Locator, type Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { chooseBrowser } from './browser';

export interface ClientOptions {
  readonly user?: string;
  readonly theme?: 'light' | 'dark' | 'highContrast';
  readonly language?: 1030 | 1031 | 1033 | 1036;
  readonly direction?: 'auto' | 'ltr' | 'rtl';
  readonly width?: 'full' | 'narrow' | 'phone';
}

function queryOf(options: ClientOptions): string {
  return `?${new URLSearchParams(Object.entries(options).map(([name, value]) => [name, String(value)])).toString()}`;
}

/** The Sales client as a person uses it. */
export class SalesClient {
  constructor(
    readonly page: Page,
    private readonly sandbox: Sandbox,
  ) {}

  async openAccounts(options: ClientOptions = {}): Promise<void> {
    await this.page.goto(`${this.sandbox.clientUrl}/${queryOf(options)}#/account`);
  }

  /** Opens an account by its name on the tab of Business Central, the form's second. */
  async openAccount(name: string, options: ClientOptions = {}): Promise<void> {
    const id = await this.sandbox.accountId(name);
    await this.page.goto(`${this.sandbox.clientUrl}/${queryOf(options)}#/account/record/${id}`);
    await this.page.getByRole('tab', { name: 'Business Central' }).click();
  }

  /** Opens a product by its name on the tab of its availability, the form's second, as somebody who may see it. */
  async openProduct(name: string, options: ClientOptions = {}): Promise<void> {
    await this.open('product', await this.sandbox.productId(name), options);
    await this.page.getByRole('tab').nth(1).click();
  }

  /** Opens a quote by its name, as somebody who may see availability. */
  async openQuote(name: string, options: ClientOptions = {}): Promise<void> {
    await this.open('quote', await this.sandbox.quoteId(name), options);
  }

  /** Opens a quote that has no name of its own. */
  async openQuoteById(id: string, options: ClientOptions = {}): Promise<void> {
    await this.open('quote', id, options);
  }

  /** The part of the form that holds the control. */
  get control(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Business Central' });
  }

  /** What answers whether it can be delivered, on the form of a product or on the first tab of a quote. */
  get availability(): Locator {
    return this.page.locator('.bci-control');
  }

  /** Lines of the open quote as the answer lists them. */
  get lines(): Locator {
    return this.availability.getByRole('row').filter({ has: this.page.locator('th[scope=row] button') });
  }

  /** A line of the open quote by the name of its product. @param which when several lines sell it, from 0 */
  line(product: string, which = 0): Locator {
    return this.lines.filter({ has: this.page.getByRole('rowheader', { name: product }) }).nth(which);
  }

  /** Addresses of the requests for items from now on. */
  itemRequests(): readonly string[] {
    const asked: string[] = [];
    this.page.on('request', (request) => {
      if (request.method() === 'GET' && request.url().includes('/bci_items')) asked.push(request.url());
    });
    return asked;
  }

  /** Waits until the control says that Business Central was read again. */
  async refresh(): Promise<void> {
    await this.availability.getByRole('button', { name: 'Refresh' }).click();
    await expect(
      this.availability.getByRole('paragraph').filter({ hasText: 'The figures are up to date.' }),
    ).toBeVisible();
  }

  private async open(table: string, id: string, options: ClientOptions): Promise<void> {
    const query = queryOf({ user: 'availability@cronus.example', ...options });
    await this.page.goto(`${this.sandbox.clientUrl}/${query}#/${table}/record/${id}`);
  }

  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  }
}

interface Fixtures {
  readonly client: SalesClient;
}

/** What Business Central's ledger holds of a customer, computed there from its entries. */
export interface Ledger {
  readonly balance: number;
  readonly overdue: number;
  readonly aged: Readonly<Record<'current' | 'period1' | 'period2' | 'period3', number>>;
}

function isLedger(answer: unknown): answer is Ledger {
  return (
    typeof answer === 'object' && answer !== null && 'balance' in answer && 'overdue' in answer && 'aged' in answer
  );
}

/** @throws {Error} when Business Central has no such customer */
export async function ledgerOf(sandbox: Sandbox, customerNumber: string): Promise<Ledger> {
  const response = await fetch(`${sandbox.businessCentral.url}/sandbox/ledger?customer=${customerNumber}`);
  const answer: unknown = await response.json();
  if (!isLedger(answer)) throw new Error(`Business Central has no customer ${customerNumber}.`);
  return answer;
}

/** An amount as a British seller reads it. */
export function pounds(amount: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount);
}

interface WorkerFixtures {
  readonly sandbox: Sandbox;
}

/** Tests against one running sandbox per worker, in the browser that comes with the project. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch({
        ...(await chooseBrowser()),
        args: [
          '--disable-gpu',
          '--disable-quic',
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  sandbox: [
    async ({}, use) => {
      const sandbox = await startSandbox({});
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  client: async ({ page, sandbox }, use) => {
    await use(new SalesClient(page, sandbox));
  },
});

export { expect };
