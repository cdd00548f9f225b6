import { isServiceError, ServiceError } from '../http/serviceError';
import type { BusinessCentralEnvironment, CompanyRecord } from './ports';
import type { StoredConnection } from './snapshotStore';
import type { CompanyTarget } from './synchronizeCompany';

function configError(code: string, message: string): ServiceError {
  return new ServiceError({ kind: 'config', code, message });
}

function isNamed(company: CompanyRecord, wanted: string): boolean {
  const text = wanted.toLowerCase();
  return [company.id, company.name, company.displayName].some((name) => name.toLowerCase() === text);
}

function isGuid(text: string | null): text is string {
  return text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function listed(companies: readonly CompanyRecord[]): string {
  return companies.length === 0 ? 'none' : companies.map(({ name }) => `"${name}"`).join(', ');
}

/**
 * Stops before two companies are mixed in one set of rows: an environment that is a copy has the same company ids,
 * and a company that was deleted and made again has another id under the old name.
 * @throws {ServiceError} `config`
 */
export function checkIdentity(
  environment: BusinessCentralEnvironment,
  company: CompanyRecord,
  connections: readonly StoredConnection[],
): void {
  const here = environment.environmentName.toLowerCase();
  for (const connection of connections) {
    const sameEnvironment = connection.environmentName.toLowerCase() === here;
    if (connection.companyId === company.id && !sameEnvironment) {
      throw configError(
        'environmentMismatch',
        `Company "${company.name}" is connected to environment "${connection.environmentName}", but BCI_ENVIRONMENT is "${environment.environmentName}", perhaps a copy of it. Nothing was written. Correct BCI_ENVIRONMENT, or change the environment of the connection "${connection.name}" if it has moved for good.`,
      );
    }
    const otherTenant =
      connection.companyId === company.id &&
      isGuid(connection.tenantId) &&
      isGuid(environment.tenantId) &&
      connection.tenantId.toLowerCase() !== environment.tenantId.toLowerCase();
    if (otherTenant) {
      throw configError(
        'tenantMismatch',
        `The connection "${connection.name}" belongs to another tenant than BCI_TENANT_ID. Nothing was written. Correct BCI_TENANT_ID, or the tenant of the connection.`,
      );
    }
    if (sameEnvironment && connection.companyName === company.name && connection.companyId !== company.id) {
      throw configError(
        'companyMismatch',
        `Company "${company.name}" in environment "${environment.environmentName}" is not the one that was connected under this name: it has the id ${company.id}, the connection has ${connection.companyId}. It was deleted and made again, or restored. Nothing was written. Deactivate the connection "${connection.name}" to begin with the new company.`,
      );
    }
  }
}

/** A connection whose company is left alone, and why. */
export interface RefusedConnection {
  readonly connection: StoredConnection;
  readonly error: ServiceError;
}

export interface CompanyChoice {
  readonly targets: readonly CompanyTarget[];
  readonly refused: readonly RefusedConnection[];
}

/**
 * The companies to synchronize: the one that `wanted` names, else those that are connected, else the only one.
 * Of those that are connected each is looked at by itself, so that one that is gone does not stop the others.
 * @param wanted name, display name or id (BCI_COMPANY or --connection)
 * @throws {ServiceError} `config` when there is none such, or when it is unclear which
 */
export function chooseCompanies(
  environment: BusinessCentralEnvironment,
  companies: readonly CompanyRecord[],
  connections: readonly StoredConnection[],
  wanted: string | null,
): CompanyChoice {
  const here = environment.environmentName;
  const active = connections.filter((one) => one.active);
  const connected = active.filter((one) => one.environmentName.toLowerCase() === here.toLowerCase());
  const targetOf = (company: CompanyRecord): CompanyTarget => {
    checkIdentity(environment, company, active);
    const connection = connections.find((one) => one.companyId === company.id) ?? null;
    if (connection?.active === false) throw switchedOff(connection);
    return { company, connection };
  };
  if (wanted !== null) {
    return { targets: [targetOf(namedCompany(companies, connected, wanted, here))], refused: [] };
  }
  if (connected.length === 0) return { targets: [targetOf(onlyCompany(companies, here))], refused: [] };
  const targets: CompanyTarget[] = [];
  const refused: RefusedConnection[] = [];
  for (const connection of connected) {
    try {
      targets.push(targetOf(connectedCompany(companies, connection, here)));
    } catch (error) {
      if (!isServiceError(error)) throw error;
      refused.push({ connection, error });
    }
  }
  return { targets, refused };
}

function switchedOff(connection: StoredConnection): ServiceError {
  return configError(
    'connectionInactive',
    `The connection "${connection.name}" is inactive, so its company is left alone. Activate the connection, or set BCI_COMPANY to another company.`,
  );
}

function namedCompany(
  companies: readonly CompanyRecord[],
  connected: readonly StoredConnection[],
  wanted: string,
  environmentName: string,
): CompanyRecord {
  const connection = connected.find((one) => one.name.toLowerCase() === wanted.toLowerCase() || one.id === wanted);
  const company = companies.find((one) => isNamed(one, wanted) || one.id === connection?.companyId);
  if (company !== undefined) return company;
  throw configError(
    'companyNotFound',
    `Environment "${environmentName}" has no company "${wanted}" that the application may see. Set BCI_COMPANY or --connection to one of these: ${listed(companies)}.`,
  );
}

function connectedCompany(
  companies: readonly CompanyRecord[],
  connection: StoredConnection,
  environmentName: string,
): CompanyRecord {
  const company = companies.find((one) => one.id === connection.companyId);
  if (company !== undefined) return company;
  throw configError(
    'companyGone',
    `Environment "${environmentName}" no longer has the company of the connection "${connection.name}" (id ${connection.companyId}), or the application may not see it. Its rows stay as they are. Restore the company, or deactivate the connection. Companies there: ${listed(companies)}.`,
  );
}

function onlyCompany(companies: readonly CompanyRecord[], environmentName: string): CompanyRecord {
  const [only] = companies;
  if (only !== undefined && companies.length === 1) return only;
  throw configError(
    'companyUnclear',
    `Environment "${environmentName}" has ${companies.length} companies that the application may see. Set BCI_COMPANY to one of these: ${listed(companies)}.`,
  );
}
