import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { startBusinessCentral, type LocalBusinessCentral } from './businesscentral/server';
import { startDataverse, type RunningDataverse } from './dataverse/server';
import { importSolution } from './demo/importSolution';
import { createLongQuote } from './demo/quotes';
import { createSalesRows, finishSalesRows } from './demo/salesRows';
import { rowId, WebApiClient } from './demo/webApiClient';
import { addSalesClient } from './salesclient/server';
import { runService, startService, type CommandResult, type ServiceProcess } from './serviceProcess';

const root = path.join(__dirname, '..');
const files = {
  solution: path.join(root, 'dist', 'BusinessCentralIntegration_managed.zip'),
  service: path.join(root, 'dist', 'service', 'bci.js'),
};

const administratorName = 'admin@cronus.example';
const WEBHOOK_KEY = 'sandbox-webhook-key';
const tenant = '6f1c1a52-0d5a-4c3e-9d0a-3a7c6f0f2b11';
const environmentName = 'Sandbox';

/** Ports that are left out are free ones. */
export interface SandboxOptions {
  readonly clientPort?: number;
  readonly businessCentralPort?: number;
  readonly servicePort?: number;
  readonly progress?: (step: string) => void;
}

/** Everything running: local Business Central, local Dataverse with the Sales client, and the service between them. */
export interface Sandbox {
  readonly clientUrl: string;
  readonly businessCentral: LocalBusinessCentral;
  readonly dataverse: RunningDataverse;
  readonly administrator: WebApiClient;
  /** Settings with which the command `bci` reaches both. */
  readonly serviceEnvironment: NodeJS.ProcessEnv;
  /** Id of the account with this name. @throws {Error} when there is none */
  accountId(name: string): Promise<string>;
  /** @throws {Error} when there is none */
  productId(name: string): Promise<string>;
  /** @throws {Error} when there is none */
  quoteId(name: string): Promise<string>;
  /** Creates a quote over all products. @returns its id */
  longQuote(lineCount: number): Promise<string>;
  /** Runs `bci` with these arguments to its end. */
  bci(...args: readonly string[]): Promise<CommandResult>;
  stopService(): Promise<void>;
  startService(): Promise<void>;
  close(): Promise<void>;
}

/** @throws {Error} when the build has not been made */
function requireBuild(): void {
  for (const file of Object.values(files)) {
    if (!existsSync(file)) throw new Error(`${path.relative(root, file)} is missing: run \`npm run build\` first.`);
  }
}

/** The wanted port when nobody listens there, or any free one for 0. @throws EADDRINUSE */
function availablePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function serviceReady(service: ServiceProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answer = await fetch(`${url}/health/live`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await service.stop();
  throw new Error(`The service did not start:\n${service.output()}`);
}

/** The company that everything here is about. @throws {Error} when Business Central has none */
function demoCompany(businessCentral: LocalBusinessCentral): { readonly id: string; readonly name: string } {
  const [company] = businessCentral.companies;
  if (!company) throw new Error('The sandbox could not be set up: Business Central has no company.');
  return company.setup;
}

/** The environment of `bci` for the demo company. */
function environmentOf(
  dataverseUrl: string,
  businessCentral: LocalBusinessCentral,
  servicePort: number,
): NodeJS.ProcessEnv {
  return {
    BCI_BUSINESS_CENTRAL_URL: businessCentral.url,
    BCI_TENANT_ID: tenant,
    BCI_ENVIRONMENT: environmentName,
    BCI_COMPANY: demoCompany(businessCentral).name,
    BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-business-central',
    BCI_DATAVERSE_URL: dataverseUrl,
    BCI_DATAVERSE_TOKEN: 'sync@cronus.example',
    BCI_WEBHOOK_KEY: WEBHOOK_KEY,
    BCI_PORT: String(servicePort),
    BCI_SCHEDULE_MINUTES: '30',
  };
}

/** Registers the web hook as a System Administrator: the synchronization's own role may not. */
async function registerWebhook(environment: NodeJS.ProcessEnv, servicePort: number): Promise<void> {
  const registered = await runService(
    files.service,
    ['register-webhook', '--url', `http://127.0.0.1:${servicePort}/webhook`],
    { ...environment, BCI_DATAVERSE_TOKEN: administratorName },
  );
  if (registered.exitCode !== 0) throw new Error(`The web hook was not registered:\n${registered.stderr}`);
}

/** Starts everything with the demo company imported, synchronized and coupled. @throws {Error} naming the step that failed */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  requireBuild();
  const running: Closer[] = [];
  const close = async (): Promise<void> => {
    for (const stop of running.splice(0).reverse()) await stop();
  };
  try {
    return { ...(await setUp(options, running)), close };
  } catch (error) {
    // What a failed start leaves behind would keep its ports, and the process alive.
    await close();
    throw error;
  }
}

type Closer = () => Promise<void>;

/** @param running gets what has been started, in its order, to be closed in the other */
async function setUp(options: SandboxOptions, running: Closer[]): Promise<Omit<Sandbox, 'close'>> {
  const progress = options.progress ?? (() => undefined);
  const servicePort = await availablePort(options.servicePort ?? 0);

  progress('Starting Business Central');
  const businessCentral = await startBusinessCentral({
    port: options.businessCentralPort ?? 0,
    tenant,
    environment: environmentName,
  });
  running.push(() => businessCentral.close());
  progress('Starting Dataverse and the Sales client');
  const dataverse = await startDataverse({
    port: options.clientPort ?? 0,
    extraRoutes: (app, organization) =>
      addSalesClient(app, {
        file: (control, file) =>
          file === 'ControlManifest.xml'
            ? Buffer.from(organization.catalog.current.customControls.get(control)?.manifestXml ?? '')
            : organization.catalog.current.customControls.get(control)?.files.get(file),
      }),
  });
  running.push(() => dataverse.close());
  const administrator = new WebApiClient(dataverse.url, administratorName);
  const serviceEnvironment = environmentOf(dataverse.url, businessCentral, servicePort);
  const bci = (...args: readonly string[]): Promise<CommandResult> =>
    runService(files.service, args, serviceEnvironment);

  progress('Importing the solution');
  await importSolution(administrator, await readFile(files.solution));
  const catalogue = await createSalesRows(
    administrator,
    `${businessCentral.apiUrl()}/companies(${demoCompany(businessCentral).id})`,
  );

  progress('Synchronizing the demo company');
  const synchronized = await bci('sync');
  if (synchronized.exitCode !== 0) throw new Error(`The demo company was not synchronized:\n${synchronized.stderr}`);
  await finishSalesRows(administrator, catalogue);

  progress('Starting the service');
  await registerWebhook(serviceEnvironment, servicePort);
  let service: ServiceProcess | undefined;
  const start = async (): Promise<void> => {
    service = startService(files.service, ['serve'], serviceEnvironment);
    await serviceReady(service, `http://127.0.0.1:${servicePort}`);
  };
  const stop = async (): Promise<void> => {
    await service?.stop();
    service = undefined;
  };
  running.push(stop);
  await start();

  return {
    clientUrl: dataverse.url,
    businessCentral,
    dataverse,
    administrator,
    serviceEnvironment,
    accountId: (name) => rowId(administrator, 'account', name),
    productId: (name) => rowId(administrator, 'product', name),
    quoteId: (name) => rowId(administrator, 'quote', name),
    longQuote: (lineCount) => createLongQuote(administrator, catalogue, lineCount),
    bci,
    startService: start,
    stopService: stop,
  };
}
