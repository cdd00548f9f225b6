import type { Customer } from '../model/account';
import type { Generation } from './generation';
import { FIRST_WORDS, PLACES, SECOND_WORDS } from './names';

/** The customer at an index. */
export function generatedCustomer(generation: Generation, index: number): Customer {
  const { setup, ids } = generation;
  const random = generation.random(index, 'customer');
  const { city, country, postalCode, taxPercent, currencyCode } = random.pick(PLACES);
  const name = `${random.pick(FIRST_WORDS)} ${random.pick(SECOND_WORDS)} ${index + 1}`;
  return {
    id: ids.format(index),
    number: `C${String(index + 1).padStart(7, '0')}`,
    displayName: name,
    type: 'Company',
    addressLine1: `${random.whole(1, 180)} ${random.pick(SECOND_WORDS)} Street`,
    addressLine2: '',
    city,
    state: '',
    country,
    postalCode,
    contactName: '',
    phoneNumber: '',
    email: `office${index + 1}@contoso.com`,
    website: '',
    salespersonCode: random.pick(setup.salespeople).code,
    creditLimit: random.chance(0.4) ? random.whole(5, 200) * 50_000 : 0,
    taxLiable: false,
    taxRegistrationNumber: '',
    taxPercent,
    currencyCode: currencyCode === setup.localCurrencyCode ? '' : currencyCode,
    paymentTermsCode: random.pick(['14 DAYS', '30 DAYS', '1M(8D)', 'CM']),
    shipmentMethodCode: 'EXW',
    blocked: random.chance(0.97) ? ' ' : random.pick(['Ship', 'Invoice', 'All']),
    billToCustomerNumber: '',
    modifiedAt: setup.createdAt,
    version: 1,
  };
}
