import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { textOf, type WebApiClient } from './webApiClient';

const SUCCEEDED = 30;
const FAILED = [31, 32];

/** Imports a packed solution as an administrator does. @throws {Error} with Dataverse's reason when it is refused */
export async function importSolution(administrator: WebApiClient, zip: Uint8Array): Promise<void> {
  const started = await administrator.send('POST', 'ImportSolutionAsync', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    CustomizationFile: Buffer.from(zip).toString('base64'),
    ImportJobId: randomUUID(),
  });
  const operation = `asyncoperations(${textOf(started, 'AsyncOperationId')})?$select=statuscode,message,friendlymessage`;
  for (;;) {
    const row = await administrator.send('GET', operation);
    if (row.statuscode === SUCCEEDED) return;
    if (typeof row.statuscode === 'number' && FAILED.includes(row.statuscode)) {
      throw new Error(`The solution was not imported: ${textOf(row, 'friendlymessage') || textOf(row, 'message')}`);
    }
    await wait(100);
  }
}
