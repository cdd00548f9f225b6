import { toHundredths } from '../ledger/amounts';
import { daysBetween } from '../ledger/dates';
import type { CalendarDate } from '../ledger/dates';
import type { Account, Customer } from '../model/account';
import { accountList } from '../model/accountList';
import { Company } from '../model/company';
import type { Clock } from '../model/company';
import { stableId } from '../model/identifiers';
import { itemList } from '../model/itemList';
import customers from './customers.json';
import { DEMO_COMPANY_NAME } from './demoCompanyName';
import { createOpenDocuments, postHistory } from './history';
import { demoItems } from './items';
import { postOthers } from './otherCustomers';
import { play } from './playing';
import { CUSTOMER_SETTINGS, SCENARIOS } from './scenarios';
import { demoSetup } from './setup';
import { createStock, postOpeningStock } from './stock';

/** The day that the dates of the data are laid out around: the day after the last posted invoice. */
const DATA_DATE: CalendarDate = '2026-04-02';

/**
 * The demo company with its history laid out around `workDate`, which is also the day it starts on. Everything is
 * posted by the same rules as through the API. Ids are the same at every start.
 */
export function cronusCompany(clock: Clock, workDate: CalendarDate | undefined): Company {
  const today = workDate ?? new Date(clock()).toISOString().slice(0, 10);
  const setup = { ...demoSetup(DEMO_COMPANY_NAME, 'GBP', today), locationCode: 'MAIN' };
  const accounts = accountList(customers.map((row) => emptyAccount(row, setup.createdAt)));
  const items = itemList(demoItems(DEMO_COMPANY_NAME, setup.createdAt));
  const company = new Company(setup, { accounts, items }, clock, workDate);
  postOpeningStock(company, today);
  const shift = daysBetween(DATA_DATE, today);
  postHistory(company, shift);
  createOpenDocuments(company, shift);
  for (const step of SCENARIOS) {
    play(company, step, today);
  }
  postOthers(company, today);
  createStock(company, today);
  applySettings(company);
  return company;
}

function emptyAccount(row: (typeof customers)[number], createdAt: string): Account {
  const customer: Customer = {
    ...row,
    id: stableId(DEMO_COMPANY_NAME, 'customer', row.number),
    type: 'Company',
    phoneNumber: '',
    website: '',
    creditLimit: toHundredths(row.creditLimit),
    taxLiable: false,
    blocked: ' ',
    modifiedAt: createdAt,
    version: 1,
  };
  return { customer, orders: [], invoices: [], entries: [] };
}

function applySettings(company: Company): void {
  for (const [number, settings] of Object.entries(CUSTOMER_SETTINGS)) {
    const index = company.accounts.indexOfNumber(number);
    const account = index === undefined ? undefined : company.accounts.at(index);
    if (index !== undefined && account !== undefined) {
      company.change(index, (version) => ({
        ...account,
        customer: {
          ...account.customer,
          version,
          blocked: settings.blocked ?? account.customer.blocked,
          creditLimit:
            settings.creditLimit === undefined ? account.customer.creditLimit : toHundredths(settings.creditLimit),
        },
      }));
    }
  }
}
