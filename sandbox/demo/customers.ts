import type { DemoCustomer } from './accounts';

interface CustomerPage {
  readonly value: readonly {
    readonly number: string;
    readonly displayName: string;
    readonly city: string;
    readonly country: string;
    readonly phoneNumber: string;
    readonly email: string;
  }[];
}

function isCustomerPage(answer: unknown): answer is CustomerPage {
  return typeof answer === 'object' && answer !== null && 'value' in answer && Array.isArray(answer.value);
}

/**
 * The customers of the demo company: Sales knows each of them as an account.
 * @param companyUrl the company's address in API v2.0
 */
export async function demoCustomers(companyUrl: string): Promise<readonly DemoCustomer[]> {
  const select = 'number,displayName,city,country,phoneNumber,email';
  const response = await fetch(`${companyUrl}/customers?$select=${select}`, {
    headers: { authorization: 'Bearer sandbox-business-central' },
  });
  const answer: unknown = await response.json();
  if (!isCustomerPage(answer)) throw new Error('The sandbox could not be set up: Business Central lists no customers.');
  return answer.value.map((customer) => ({
    number: customer.number,
    name: customer.displayName,
    city: customer.city,
    country: customer.country,
    telephone: customer.phoneNumber,
    email: customer.email,
  }));
}
