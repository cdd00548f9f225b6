import { z } from 'zod';
import { isLoopback, parseHostUrl } from '../http/apiAddress';
import { logLevels } from './configuration';

/** Settings by name, as texts: from the command line, the environment or the file. */
export type RawSettings = Readonly<Partial<Record<string, string>>>;

/** Used when BCI_BUSINESS_CENTRAL_URL is not set. */
export const BUSINESS_CENTRAL_URL = 'https://api.businesscentral.dynamics.com';
const EXAMPLE_DATAVERSE_URL = 'https://contoso.crm4.dynamics.com';

function address(name: string, example: string): z.ZodType<string, string> {
  return z.string().superRefine((text, context) => {
    try {
      parseHostUrl(text, name, example);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : `${name} is wrong.` });
    }
  });
}

function wholeNumber(name: string, lowest: number, highest: number): z.ZodType<number, string> {
  const message = `${name} must be a whole number from ${lowest} to ${highest}.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, message);
}

function oneOf<const Values extends readonly [string, ...string[]]>(
  name: string,
  values: Values,
): z.ZodType<Values[number], string> {
  return z.enum(values, { error: `${name} must be one of ${values.join(', ')}.` });
}

const clientId = z.guid({
  error: 'BCI_CLIENT_ID must be the application (client) id of the app registration, a GUID.',
});
const tenantId = z
  .string()
  .regex(
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]+(\.[\w-]+)+|default)$/i,
    'BCI_TENANT_ID must be the id (a GUID) or a domain of the Microsoft Entra tenant.',
  );

/** Every setting there is; a name that is not here is a mistake. */
export const settingsSchema = z.strictObject({
  BCI_BUSINESS_CENTRAL_URL: address('BCI_BUSINESS_CENTRAL_URL', BUSINESS_CENTRAL_URL).default(BUSINESS_CENTRAL_URL),
  BCI_TENANT_ID: tenantId.optional(),
  BCI_ENVIRONMENT: z.string({
    error: 'BCI_ENVIRONMENT is missing. Set it to the name of the Business Central environment, e.g. Production.',
  }),
  BCI_COMPANY: z.string().optional(),
  BCI_DATAVERSE_URL: z
    .string({
      error: `BCI_DATAVERSE_URL is missing. Set it to the address of the Dataverse environment, e.g. ${EXAMPLE_DATAVERSE_URL}.`,
    })
    .pipe(address('BCI_DATAVERSE_URL', EXAMPLE_DATAVERSE_URL)),
  BCI_CLIENT_ID: clientId.optional(),
  BCI_CLIENT_SECRET: z.string().optional(),
  BCI_CLIENT_CERTIFICATE_PATH: z.string().optional(),
  BCI_MANAGED_IDENTITY: oneOf('BCI_MANAGED_IDENTITY', ['true', 'false']).default('false'),
  BCI_BUSINESS_CENTRAL_TOKEN: z.string().optional(),
  BCI_DATAVERSE_TOKEN: z.string().optional(),
  BCI_WEBHOOK_KEY: z.string().min(16, 'BCI_WEBHOOK_KEY must have at least 16 characters.').optional(),
  BCI_SCHEDULE_MINUTES: wholeNumber('BCI_SCHEDULE_MINUTES', 1, 1440).default(30),
  BCI_PORT: wholeNumber('BCI_PORT', 0, 65535).default(4702),
  BCI_LOG_LEVEL: oneOf('BCI_LOG_LEVEL', logLevels).default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

/** True when `text` is an address that a setting may hold, of another machine. */
export function isRemoteAddress(text: string): boolean {
  try {
    return !isLoopback(parseHostUrl(text, '', ''));
  } catch {
    return false;
  }
}
