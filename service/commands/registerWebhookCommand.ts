import { parseBaseUrl } from '../http/apiAddress';
import { ServiceError } from '../http/serviceError';
import { registerWebhook } from '../webhook/registerWebhook';
import { requireConfiguration, writeJson, type CommandContext } from './commandContext';
import { exitCodes, type ExitCode } from './exitCodes';
import { createServiceParts } from './serviceParts';

export interface RegisterWebhookOptions {
  /** Where Dataverse reaches `bci serve`, ending in /webhook. */
  readonly url: string;
}

/** The key travels in this address: encrypted, or not further than this machine. */
function requireAddress(text: string): string {
  const url = parseBaseUrl(text, '--url');
  if (url.pathname.endsWith('/webhook/') && url.search === '') return url.href.slice(0, -1);
  throw new ServiceError({
    kind: 'config',
    message:
      '--url must end in /webhook. Give the address under which Dataverse reaches the service, e.g. https://bci.example.com/webhook.',
  });
}

/** `bci register-webhook`: lets Dataverse tell the service of refresh requests. */
export async function registerWebhookCommand(
  context: CommandContext,
  options: RegisterWebhookOptions,
): Promise<ExitCode> {
  const { terminal, output, logger, timing, signal } = context;
  const configuration = requireConfiguration(context);
  const url = requireAddress(options.url);
  const { webhookKey } = configuration;
  if (webhookKey === null) {
    throw new ServiceError({
      kind: 'config',
      message:
        'BCI_WEBHOOK_KEY is missing. Set it to a random text of at least 16 characters, the same as for bci serve.',
    });
  }
  const key = webhookKey.reveal();
  const parts = createServiceParts(configuration, logger, timing);
  try {
    const registration = await registerWebhook(parts.dataverse, { url, key }, { lane: 'onDemand', signal });
    if (output.json)
      writeJson(terminal, { command: 'register-webhook', exitCode: exitCodes.done, url, ...registration });
    else if (!output.quiet) {
      terminal.writeResult(`Dataverse now tells ${url} when somebody asks for fresh figures.\nNext: bci serve\n`);
    }
    return exitCodes.done;
  } finally {
    parts.close();
  }
}
