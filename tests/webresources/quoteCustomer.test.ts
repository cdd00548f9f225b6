import type { Lookup } from './fakeForm';
import { fakeWebApi, type FakeRequest } from './fakeWebApi';
import { load, openQuote } from './openQuote';

const CREATE = 1;
const READ_ONLY = 3;
const DISABLED = 4;

function account(digit: string): Lookup {
  return { id: `{AAAAAAAA-0000-0000-0000-00000000000${digit}}`, entityType: 'account', name: `Account ${digit}` };
}

function customer(digit: string): Lookup {
  return { id: `bbbbbbbb-0000-0000-0000-00000000000${digit}`, entityType: 'bci_customer', name: `Customer ${digit}` };
}

function coupledWith(digit: string): unknown {
  const { id, name } = customer(digit);
  return { accountid: 'a', bci_CustomerId: { bci_customerid: id, bci_name: name } };
}

const uncoupled = { accountid: 'a', bci_CustomerId: null };
const contact: Lookup = { id: '{CCCCCCCC-0000-0000-0000-000000000001}', entityType: 'contact' };

let requests: readonly FakeRequest[];
beforeEach(() => {
  requests = fakeWebApi();
});

function request(index: number): FakeRequest {
  const found = requests[index];
  if (found === undefined) throw new Error(`There is no request ${index}.`);
  return found;
}

describe('A quote that is opened', () => {
  it('takes the Business Central customer of its account with one request', async () => {
    const form = openQuote({ customer: account('1') });
    await request(0).answer(coupledWith('1'));
    expect(form.coupling.getValue()).toEqual([customer('1')]);
    expect(requests).toHaveLength(1);
    expect(request(0)).toMatchObject({ table: 'account', id: 'AAAAAAAA-0000-0000-0000-000000000001' });
  });

  it('does the same when it is new and its account is known', async () => {
    const form = openQuote({ customer: account('1'), formType: CREATE });
    await request(0).answer(coupledWith('1'));
    expect(form.coupling.getValue()).toEqual([customer('1')]);
  });

  it('keeps the customer that it has', () => {
    const form = openQuote({ customer: account('1'), coupling: customer('7') });
    expect(requests).toHaveLength(0);
    expect(form.coupling.written).toEqual([]);
  });

  it('keeps what the seller chose while the answer was on its way', async () => {
    const form = openQuote({ customer: account('1') });
    form.coupling.choose(customer('7'));
    await request(0).answer(coupledWith('1'));
    expect(form.coupling.getValue()).toEqual([customer('7')]);
  });

  it.each([
    ['the account is not coupled', uncoupled],
    ['the answer cannot be read', 'nothing'],
  ])('stays as it is when %s', async (_, row) => {
    const form = openQuote({ customer: account('1') });
    await request(0).answer(row);
    expect(form.coupling.written).toEqual([]);
  });

  it('stays as it is without the right to read customers', async () => {
    const form = openQuote({ customer: account('1') });
    await request(0).refuse();
    expect(form.coupling.written).toEqual([]);
  });

  it.each([READ_ONLY, DISABLED])('is not changed on a form of type %i', (formType) => {
    const form = openQuote({ customer: account('1'), formType });
    form.customer.choose(account('2'));
    expect(requests).toHaveLength(0);
    expect(form.coupling.written).toEqual([]);
  });

  it.each(['customerid', 'bci_customerid'])('is left alone by a form without %s', (column) => {
    openQuote({ customer: account('1'), without: [column] });
    expect(requests).toHaveLength(0);
  });

  it.each([undefined, contact])('asks nothing without an account', (found) => {
    openQuote({ customer: found });
    expect(requests).toHaveLength(0);
  });
});

describe('A quote whose customer changes', () => {
  it('takes the customer of the new account', async () => {
    const form = openQuote({ customer: account('1'), coupling: customer('1') });
    form.customer.choose(account('2'));
    await request(0).answer(coupledWith('2'));
    expect(form.coupling.getValue()).toEqual([customer('2')]);
    expect(requests).toHaveLength(1);
  });

  it('never shows the old one beside the new account', () => {
    const form = openQuote({ customer: account('1'), coupling: customer('1') });
    form.customer.choose(account('2'));
    expect(form.coupling.getValue()).toBeNull();
  });

  it.each([
    ['a contact', contact],
    ['nobody', null],
  ])('has none when it is for %s', (_, chosen) => {
    const form = openQuote({ customer: account('1'), coupling: customer('1') });
    form.customer.choose(chosen);
    expect(form.coupling.getValue()).toBeNull();
    expect(requests).toHaveLength(0);
  });

  it('has none when the new account has none, or it cannot be told', async () => {
    const form = openQuote({ customer: account('1'), coupling: customer('1') });
    form.customer.choose(account('2'));
    await request(0).answer(uncoupled);
    expect(form.coupling.getValue()).toBeNull();
    form.customer.choose(account('3'));
    await request(1).refuse();
    expect(form.coupling.getValue()).toBeNull();
  });

  it('does not write an empty value over an empty one', () => {
    const form = openQuote({ customer: contact });
    form.customer.choose(null);
    expect(form.coupling.written).toEqual([]);
  });

  it('drops the answer for an account that it had in between', async () => {
    const form = openQuote({ customer: account('1'), coupling: customer('1') });
    form.customer.choose(account('2'));
    form.customer.choose(account('3'));
    await request(1).answer(coupledWith('3'));
    await request(0).answer(coupledWith('2'));
    expect(form.coupling.getValue()).toEqual([customer('3')]);
    await request(0).answer(coupledWith('2'));
    expect(form.coupling.written).toEqual([null, [customer('3')]]);
  });

  it('drops it too when the later answer has not come yet', async () => {
    const form = openQuote({ customer: account('1'), coupling: customer('1') });
    form.customer.choose(account('2'));
    form.customer.choose(account('3'));
    await request(0).answer(coupledWith('2'));
    expect(form.coupling.getValue()).toBeNull();
  });

  it('keeps what the seller chose when OnChange is raised without a change', () => {
    const form = openQuote({ customer: account('1'), coupling: customer('7') });
    form.customer.fireOnChange();
    expect(form.coupling.getValue()).toEqual([customer('7')]);
  });

  it('asks once although OnLoad has run twice, as it does after the first save', () => {
    const form = openQuote({ customer: account('1'), coupling: customer('1') });
    load(form);
    form.customer.choose(account('2'));
    expect(requests).toHaveLength(1);
  });
});
