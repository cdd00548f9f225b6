/** What the messages of an HTTP client call its API, and what they advise. */
export interface ApiDescription {
  /** "Business Central". */
  readonly name: string;
  /** Name of the limit in the request gate. */
  readonly connection: string;
  /** Setting that holds the base address. */
  readonly addressSetting: string;
  /** What to do when the sign-in is not accepted; a whole sentence. */
  readonly signInAdvice: string;
  /** What to do when a right is missing; a whole sentence. */
  readonly permissionAdvice: string;
}

export const businessCentralDescription: ApiDescription = {
  name: 'Business Central',
  connection: 'businessCentral',
  addressSetting: 'BCI_BUSINESS_CENTRAL_URL',
  signInAdvice:
    'Check BCI_TENANT_ID, BCI_CLIENT_ID and the credential, and in Business Central the page ' +
    '"Microsoft Entra Applications": the application must be there with state Enabled.',
  permissionAdvice:
    'In Business Central, open "Microsoft Entra Applications" and give the application a permission set that reads it.',
};

export const dataverseDescription: ApiDescription = {
  name: 'Dataverse',
  connection: 'dataverse',
  addressSetting: 'BCI_DATAVERSE_URL',
  signInAdvice:
    'Check BCI_TENANT_ID, BCI_CLIENT_ID and the credential, and in the Power Platform admin center ' +
    'that the environment has an enabled application user for it.',
  permissionAdvice:
    'Give the application user the roles "Integration Administrator" and "Integration User" of the solution.',
};
