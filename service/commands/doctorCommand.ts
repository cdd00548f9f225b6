import type { Configuration } from '../configuration/configuration';
import type { Check } from '../doctor/check';
import { countChecks, doctorText } from '../doctor/doctorReport';
import { examineEverything, type DoctorParts } from '../doctor/examineEverything';
import { ServiceError } from '../http/serviceError';
import { writeJson, type CommandContext } from './commandContext';
import { exitCodeOf, exitCodes, type ExitCode } from './exitCodes';
import { createServiceParts, dataverseApiUrl, type ServiceParts } from './serviceParts';

/** The first failed check names the kind: what comes later rests on it. */
export function exitCodeOfChecks(checks: readonly Check[]): ExitCode {
  const first = checks.find(({ state }) => state === 'failed');
  if (first === undefined) return exitCodes.done;
  return exitCodeOf(new ServiceError({ kind: first.kind ?? 'config', message: first.what }));
}

/** `bci doctor`: everything that must be in place, looked at at once. */
export async function doctorCommand(context: CommandContext): Promise<ExitCode> {
  const { terminal, output, logger, timing, signal, loaded, environment } = context;
  let parts: ServiceParts | undefined;
  const createParts = (configuration: Configuration): DoctorParts => {
    parts = createServiceParts(configuration, logger, timing);
    return {
      businessCentral: parts.businessCentral,
      businessCentralEnvironment: parts.dependencies.environment,
      dataverse: parts.dataverse,
      dataverseUrl: dataverseApiUrl(configuration.dataverse.url),
      tokens: parts.tokens,
    };
  };
  try {
    if (terminal.isInteractive && !output.json && !output.quiet) terminal.writeNote('Checking …\n');
    const nodeVersion = process.versions.node;
    const checks = await examineEverything({ nodeVersion, environment, loaded, timing, signal, createParts });
    const exitCode = exitCodeOfChecks(checks);
    if (output.json) writeJson(terminal, { command: 'doctor', exitCode, counts: countChecks(checks), checks });
    else if (!output.quiet || exitCode !== exitCodes.done) {
      const shown = output.quiet ? checks.filter(({ state }) => state === 'failed') : checks;
      terminal.writeResult(doctorText(shown, terminal.hasColour));
    }
    return exitCode;
  } finally {
    parts?.close();
  }
}
