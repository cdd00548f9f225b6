import { synchronizeEnvironment } from '../sync/synchronizeEnvironment';
import { requireConfiguration, writeJson, type CommandContext } from './commandContext';
import type { ExitCode } from './exitCodes';
import { createProgress } from './progress';
import { createServiceParts } from './serviceParts';
import { exitCodeOfSync, syncJson, syncText } from './syncReport';

export interface SyncCommandOptions {
  /** Name or id of a connection or company; `null`: as configured. */
  readonly connection: string | null;
  readonly full: boolean;
  readonly dryRun: boolean;
}

/** `bci sync`: brings the tables up to date once. */
export async function syncCommand(context: CommandContext, options: SyncCommandOptions): Promise<ExitCode> {
  const { terminal, output, logger, timing, signal } = context;
  const configuration = requireConfiguration(context);
  const progress = createProgress(terminal, output, logger, timing);
  const parts = createServiceParts(configuration, logger, timing);
  const { full, dryRun } = options;
  try {
    const wanted = options.connection ?? configuration.businessCentral.company;
    logger.info('synchronizing', { trigger: 'manual' });
    const outcomes = await synchronizeEnvironment(parts.dependencies, wanted, {
      trigger: 'manual',
      full,
      dryRun,
      signal,
      onProgress: (state) => progress.show(state),
    });
    progress.end();
    const exitCode = exitCodeOfSync(outcomes);
    for (const { company, result, error } of outcomes) {
      if (error === null) logger.info('synchronized', { ...result });
      else logger.failure('synchronizationFailed', error, { company });
    }
    if (output.json) writeJson(terminal, syncJson(outcomes, dryRun, exitCode));
    else if (!output.quiet) terminal.writeResult(syncText(outcomes, dryRun));
    return exitCode;
  } finally {
    progress.end();
    parts.close();
  }
}
