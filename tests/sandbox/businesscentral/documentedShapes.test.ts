import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client';
import { Json, startClient } from './client';

const SAMPLES = join(__dirname, '../../../../shared/samples/business-central-api');
const withSamples = existsSync(SAMPLES) ? describe : describe.skip;

/** Each covered set with the address of one record that shows it all. */
const COVERED: readonly (readonly [file: string, path: string])[] = [
  ['companies', 'companies?$top=1'],
  ['customers', '~/customers?$top=1'],
  ['customerFinancialDetails', '~/customerFinancialDetails?$top=1'],
  ['agedAccountsReceivables', '~/agedAccountsReceivables?$top=1'],
  ['customerSales', '~/customerSales?$top=1'],
  ['salesOrders', '~/salesOrders?$top=1'],
  ['salesOrderLines', '~/salesOrderLines?$filter=documentId eq ORDER'],
  ['salesInvoices', '~/salesInvoices?$top=1'],
  ['salesInvoiceLines', '~/salesInvoiceLines?$filter=documentId eq INVOICE'],
  ['items', '~/items?$top=1'],
  ['itemVariants', '~/itemVariants?$top=1'],
  ['itemLedgerEntries', '~/itemLedgerEntries?$top=1'],
  ['locations', '~/locations?$top=1'],
  ['unitsOfMeasure', '~/unitsOfMeasure?$top=1'],
  ['salespeoplePurchasers', '~/salespeoplePurchasers?$top=1'],
  ['paymentTerms', '~/paymentTerms?$top=1'],
  ['shipmentMethods', '~/shipmentMethods?$top=1'],
  ['currencies', '~/currencies?$top=1'],
  ['currencyExchangeRates', '~/currencyExchangeRates?$top=1'],
  ['generalLedgerSetup', '~/generalLedgerSetup?$top=1'],
  ['companyInformation', '~/companyInformation?$top=1'],
];

/** Properties of documented answers that the API does not have; the samples' README says why. */
const NOT_IN_THE_API: Readonly<Record<string, readonly string[]>> = {
  salesOrders: ['documentLines'],
  companyInformation: ['picture@odata.mediaReadLink'],
};

function documentedRecords(file: string): readonly (readonly [string, unknown])[] {
  const content: unknown = JSON.parse(readFileSync(join(SAMPLES, `${file}.json`), 'utf8'));
  const samples = (Array.isArray(content) ? content : [content]).map((sample) => new Json(sample));
  return samples.flatMap((sample) => {
    const response = sample.at('response');
    const records = response.rows.length > 0 ? response.rows : [response];
    return records.flatMap(({ value }) => (typeof value === 'object' && value !== null ? Object.entries(value) : []));
  });
}

/** The JSON type and, of texts, the kind that a client would parse. */
function kindOf(value: unknown): string {
  if (typeof value !== 'string') {
    return value === null ? 'null' : typeof value;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return 'date';
  }
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value) ? 'instant' : 'string';
}

withSamples('documented answers', () => {
  let client: Client;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    client = await startClient();
    ids.ORDER = (await client.get('~/salesOrders?$top=1')).json.rows[0]?.at('id').text ?? '';
    ids.INVOICE = (await client.get('~/salesInvoices?$top=1')).json.rows[0]?.at('id').text ?? '';
  });
  afterAll(() => client.server.close());

  it.each(COVERED)('%s have every documented property, in its JSON type', async (file, path) => {
    const answer = await client.get(path.replace(/ORDER|INVOICE/, (name) => ids[name] ?? ''));
    const record = answer.json.rows[0];
    expect(answer.status).toBe(200);
    const documented = documentedRecords(file).filter(([name]) => NOT_IN_THE_API[file]?.includes(name) !== true);
    expect(documented.length).toBeGreaterThan(3);
    const different = documented
      .filter(([name, value]) => kindOf(record?.at(name).value) !== kindOf(value))
      .map(([name, value]) => `${name}: ${kindOf(record?.at(name).value)} instead of ${kindOf(value)}`);
    expect(different).toEqual([]);
  });

  it('answer a batch with the documented members', async () => {
    const { json } = await client.send('POST', '$batch', { requests: [{ method: 'GET', url: 'companies' }] });
    const response = json.at('responses').at(0);
    expect(response.at('id').value).toBeNull();
    expect(response.at('headers').value).toMatchObject({
      'content-type': 'application/json; odata.metadata=minimal',
      'odata-version': '4.0',
    });
  });
});
