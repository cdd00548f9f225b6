import { packSolution } from '../../../tools/pack/packSolution';
import { staged } from '../../solution/stagedSolution';
import { startDataverse, type RunningDataverse } from '../../../sandbox/dataverse/server';
import { createAccounts } from '../../../sandbox/demo/accounts';
import { importSolution } from '../../../sandbox/demo/importSolution';
import type { DemoItem } from '../../../sandbox/demo/items';
import { WebApiClient } from '../../../sandbox/demo/webApiClient';

export interface DemoDataverse {
  readonly dataverse: RunningDataverse;
  readonly administrator: WebApiClient;
}

function systemId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** A local Dataverse with the solution, the accounts and what a synchronization would have brought of these items. */
export async function demoDataverse(items: readonly DemoItem[], accounts: readonly string[]): Promise<DemoDataverse> {
  const dataverse = await startDataverse({ port: 0 });
  const administrator = new WebApiClient(dataverse.url, 'admin@cronus.example');
  await importSolution(administrator, await packSolution(staged, 'managed'));
  await createAccounts(
    administrator,
    'seller@cronus.example',
    accounts.map((name) => ({ number: name, name, city: '', country: '', telephone: '', email: '' })),
  );
  const connection = { 'bci_ConnectionId@odata.bind': `/bci_connections(${systemId(1)})` };
  await administrator.createAll('bci_connection', [
    {
      bci_connectionid: systemId(1),
      bci_name: 'CRONUS International Ltd.',
      bci_environmentname: 'Sandbox',
      bci_companyid: systemId(1),
      bci_companyname: 'CRONUS International Ltd.',
    },
  ]);
  await administrator.createAll(
    'bci_location',
    ['MAIN', 'EAST', 'WEST'].map((code, index) => ({
      bci_name: code,
      bci_code: code,
      bci_systemid: systemId(index),
      ...connection,
    })),
  );
  await administrator.createAll(
    'bci_item',
    items.map(({ number, displayName, baseUnitOfMeasureCode }, index) => ({
      bci_name: displayName,
      bci_number: number,
      bci_baseunit: baseUnitOfMeasureCode,
      bci_systemid: systemId(index),
      ...connection,
    })),
  );
  return { dataverse, administrator };
}
