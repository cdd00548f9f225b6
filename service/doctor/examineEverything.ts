import type { Configuration } from '../configuration/configuration';
import type { LoadedConfiguration } from '../configuration/loadConfiguration';
import type { RawSettings } from '../configuration/settings';
import type { DataverseApi } from '../dataverse/dataverseApi';
import { businessCentralDescription, dataverseDescription, type ApiDescription } from '../http/apiDescription';
import type { HttpClient } from '../http/httpClient';
import type { Timing } from '../http/timing';
import type { TokenProviders } from '../signin/createTokenProviders';
import type { TokenProvider } from '../signin/tokenProvider';
import type { BusinessCentralEnvironment } from '../sync/ports';
import {
  checkAccess,
  checkCompany,
  checkEntitySets,
  skipAccess,
  skipCompany,
  skipEntitySets,
} from './businessCentralChecks';
import { examine, passed, skipped, type Check, type CheckSubject } from './check';
import {
  checkDataverseAccess,
  checkKeys,
  checkPrivileges,
  checkSolution,
  skipDataverse,
  skipDataverseAccess,
} from './dataverseChecks';
import { checkConfiguration, checkCredential, checkNode, checkProxy, checkWebhookKey } from './localChecks';
import { checkReachability } from './reachabilityChecks';
import { checkState, skipState } from './stateChecks';

/** What the checks look at. */
export interface DoctorParts {
  readonly businessCentral: HttpClient;
  readonly businessCentralEnvironment: BusinessCentralEnvironment;
  readonly dataverse: DataverseApi;
  readonly dataverseUrl: string;
  readonly tokens: TokenProviders;
}

export interface DoctorInput {
  readonly nodeVersion: string;
  readonly environment: RawSettings;
  readonly loaded: LoadedConfiguration;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  /** Puts the adapters together; not called when the configuration has problems. */
  createParts(configuration: Configuration): DoctorParts;
}

interface Options {
  readonly lane: 'onDemand';
  readonly signal: AbortSignal;
}

function signInSubject(api: ApiDescription): CheckSubject {
  return { id: `signIn.${api.connection}`, title: `Token for ${api.name}` };
}

async function checkToken(api: ApiDescription, tokens: TokenProvider): Promise<Check> {
  const subject = signInSubject(api);
  const finding = await examine(subject, async () => {
    await tokens.getToken();
    return { check: passed(subject, 'Received.'), value: null };
  });
  return finding.checks[0] ?? skipped(subject, 'No answer.');
}

async function examineBusinessCentral(
  input: DoctorInput,
  configuration: Configuration,
  parts: DoctorParts,
  options: Options,
): Promise<Check[]> {
  const api = businessCentralDescription;
  const reachable = await checkReachability(parts.businessCentral.baseUrl, api, input.timing, input.signal);
  const token = await checkToken(api, parts.tokens.businessCentral);
  const before = [...reachable.checks, token];
  if (reachable.value === null || token.state === 'failed') {
    const why = reachable.value === null ? 'Business Central does not answer.' : 'There is no token.';
    return [...before, skipAccess(why), skipCompany(why), ...skipEntitySets(why)];
  }
  const access = await checkAccess(parts.businessCentralEnvironment, options);
  if (access.value === null) {
    const why = 'Business Central does not let us in.';
    return [...before, ...access.checks, skipCompany(why), ...skipEntitySets(why)];
  }
  const company = checkCompany(access.value, configuration.businessCentral.company);
  const sets =
    company.value === null
      ? skipEntitySets('There is no company to read.')
      : await checkEntitySets(parts.businessCentral, company.value, options);
  return [...before, ...access.checks, ...company.checks, ...sets];
}

async function examineDataverse(
  input: DoctorInput,
  configuration: Configuration,
  parts: DoctorParts,
  options: Options,
): Promise<Check[]> {
  const api = dataverseDescription;
  const reachable = await checkReachability(parts.dataverseUrl, api, input.timing, input.signal);
  const token = await checkToken(api, parts.tokens.dataverse);
  const before = [...reachable.checks, token];
  if (reachable.value === null || token.state === 'failed') {
    const why = reachable.value === null ? 'Dataverse does not answer.' : 'There is no token.';
    return [...before, skipDataverseAccess(why), ...skipDataverse(why), ...skipState(why)];
  }
  const access = await checkDataverseAccess(parts.dataverse, options);
  if (access.value === null) {
    const why = 'Dataverse does not let us in.';
    return [...before, ...access.checks, ...skipDataverse(why), ...skipState(why)];
  }
  const solution = await checkSolution(parts.dataverse, options);
  const privileges = await checkPrivileges(parts.dataverse, access.value, options);
  const keys = await checkKeys(parts.dataverse, options);
  const state = await checkState(parts.dataverse, options, input.timing.now(), configuration.scheduleMinutes);
  return [...before, ...access.checks, ...solution.checks, privileges, ...keys, ...state];
}

/** What is looked at only when the configuration is complete. */
function skipAll(why: string): Check[] {
  const sides = [businessCentralDescription, dataverseDescription].flatMap((api) => [
    skipped({ id: `reachable.${api.connection}`, title: `${api.name} reachable` }, why),
    skipped({ id: `clock.${api.connection}`, title: `Clock against ${api.name}` }, why),
    skipped(signInSubject(api), why),
  ]);
  return [
    ...sides,
    skipAccess(why),
    skipCompany(why),
    ...skipEntitySets(why),
    skipDataverseAccess(why),
    ...skipDataverse(why),
    ...skipState(why),
  ];
}

/** Every condition at once: none of them stops the look at the others that do not rest on it. */
export async function examineEverything(input: DoctorInput): Promise<readonly Check[]> {
  const local = [checkNode(input.nodeVersion), checkProxy(input.environment), ...checkConfiguration(input.loaded)];
  const { configuration } = input.loaded;
  if (configuration === undefined) return [...local, ...skipAll('The configuration is not complete.')];
  const parts = input.createParts(configuration);
  const options: Options = { lane: 'onDemand', signal: input.signal };
  const [businessCentral, dataverse] = await Promise.all([
    examineBusinessCentral(input, configuration, parts, options),
    examineDataverse(input, configuration, parts, options),
  ]);
  return [...local, checkCredential(configuration), checkWebhookKey(configuration), ...businessCentral, ...dataverse];
}
