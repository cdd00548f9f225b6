import { once } from 'node:events';
import { ServiceError } from '../http/serviceError';
import { startService } from '../serve/startService';
import { requireConfiguration, writeJson, type CommandContext } from './commandContext';
import { exitCodes, type ExitCode } from './exitCodes';
import { createServiceParts } from './serviceParts';

export interface ServeCommandOptions {
  /** Address to listen on. */
  readonly host: string;
}

/** `bci serve`: keeps the figures fresh until it is stopped. */
export async function serveCommand(context: CommandContext, { host }: ServeCommandOptions): Promise<ExitCode> {
  const { terminal, output, logger, timing, signal } = context;
  const configuration = requireConfiguration(context);
  const { webhookKey } = configuration;
  if (webhookKey === null) {
    throw new ServiceError({
      kind: 'config',
      message:
        'BCI_WEBHOOK_KEY is missing. Set it to a random text of at least 16 characters, the same as in the webhook of Dataverse.',
    });
  }
  const parts = createServiceParts(configuration, logger, timing);
  try {
    const service = await startService({
      dependencies: parts.dependencies,
      company: configuration.businessCentral.company,
      host,
      port: configuration.port,
      scheduleMinutes: configuration.scheduleMinutes,
      webhookKey: webhookKey.reveal(),
      organization: new URL(configuration.dataverse.url).host,
      log: logger,
    });
    const url = `http://${host}:${service.port}`;
    if (output.json) writeJson(terminal, { command: 'serve', url, scheduleMinutes: configuration.scheduleMinutes });
    else if (!output.quiet) {
      terminal.writeResult(
        `Serving on ${url} (/webhook, /health); synchronizing every ${configuration.scheduleMinutes} min. Stop with Ctrl-C.\n`,
      );
    }
    if (!signal.aborted) await once(signal, 'abort');
    const drained = await service.stop();
    return drained ? exitCodes.done : exitCodes.someRowsFailed;
  } finally {
    parts.close();
  }
}
