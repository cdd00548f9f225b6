import { textOf, type Row, type WebApiClient } from './webApiClient';

/** A customer that Sales knows too. */
export interface DemoCustomer {
  readonly number: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly telephone: string;
  readonly email: string;
}

/** Accounts that Business Central does not know: a seller's new contacts. */
const prospects = ['Fourth Coffee', 'Lucerne Publishing', 'Margie’s Travel'];

/** Sales' own accounts, owned by a seller. @throws {SetUpError} */
export async function createAccounts(
  administrator: WebApiClient,
  owner: string,
  customers: readonly DemoCustomer[],
): Promise<void> {
  const [user] = await administrator.rows(`systemusers?$select=systemuserid&$filter=domainname eq '${owner}'`);
  if (!user) throw new Error(`The sandbox could not be set up: there is no user ${owner}.`);
  const ownerBinding = { 'ownerid@odata.bind': `/systemusers(${textOf(user, 'systemuserid')})` };
  for (const customer of customers) {
    await administrator.send('POST', 'accounts', {
      name: customer.name,
      accountnumber: customer.number,
      address1_city: customer.city,
      address1_country: customer.country,
      telephone1: customer.telephone,
      emailaddress1: customer.email,
      ...ownerBinding,
    });
  }
  for (const name of prospects) await administrator.send('POST', 'accounts', { name, ...ownerBinding });
}

/**
 * Couples every account to the synchronized customer of the same number, as an administrator does by hand.
 * @returns how many were coupled
 * @throws {SetUpError}
 */
export async function coupleAccounts(administrator: WebApiClient): Promise<number> {
  const accounts = await administrator.rows(
    'accounts?$select=accountid,accountnumber&$filter=accountnumber ne null and _bci_customerid_value eq null',
  );
  const customers = await administrator.rows('bci_customers?$select=bci_customerid,bci_number&$orderby=createdon desc');
  const byNumber = new Map<string, Row>(customers.map((customer) => [textOf(customer, 'bci_number'), customer]));
  let coupled = 0;
  for (const account of accounts) {
    const customer = byNumber.get(textOf(account, 'accountnumber'));
    if (!customer) continue;
    await administrator.send('PATCH', `accounts(${textOf(account, 'accountid')})`, {
      'bci_CustomerId@odata.bind': `/bci_customers(${textOf(customer, 'bci_customerid')})`,
    });
    coupled += 1;
  }
  return coupled;
}
