import type { Sandbox } from '../../sandbox/sandbox';

async function post(address: string, body: object): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox-business-central', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}: ${await answer.text()}`);
}

/** Adds items with stock, a sale and a purchase to the demo company and synchronizes it. @throws {Error} when refused */
export async function addItems(sandbox: Sandbox, count: number): Promise<void> {
  const { businessCentral } = sandbox;
  const company = businessCentral.companies[0]?.setup;
  if (company === undefined) throw new Error('The local Business Central has no company.');
  const items = `${businessCentral.apiUrl().replace(/\/$/, '')}/companies(${company.id})/items`;
  const command = (name: string, body: object): Promise<void> =>
    post(`${businessCentral.url}/sandbox/${name}`, { company: company.name, ...body });
  for (let index = 0; index < count; index += 1) {
    const itemNumber = `BENCH-${index}`;
    await post(items, { number: itemNumber, displayName: `Benchmark ${index}` });
    await command('item-adjustments', { itemNumber, quantity: 20 + index, locationCode: 'MAIN' });
    await command('item-adjustments', { itemNumber, quantity: 5, locationCode: 'EAST' });
    await command('item-sales-orders', { itemNumber, quantity: 3, locationCode: 'MAIN' });
    await command('purchase-orders', { itemNumber, quantity: 12, locationCode: 'EAST' });
  }
  const synchronized = await sandbox.bci('sync');
  if (synchronized.exitCode !== 0) throw new Error(`The new items were not synchronized:\n${synchronized.stderr}`);
}
