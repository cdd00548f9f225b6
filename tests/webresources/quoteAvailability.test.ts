import { fakeWebApi } from './fakeWebApi';
import { load, openQuote } from './openQuote';

beforeEach(() => {
  fakeWebApi();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

describe('The availability of a quote’s lines', () => {
  it('is read again when the products have been read', () => {
    const form = openQuote({});
    form.products.load();
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(1);
  });

  it('is read again when the quote has been saved, not when saving failed', () => {
    const form = openQuote({});
    form.saved(false);
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(0);
    form.saved();
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(1);
  });

  it('is read once for what belongs together, and again for what comes later', () => {
    const form = openQuote({});
    form.products.load();
    form.saved();
    form.products.load();
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(1);
    form.products.load();
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(2);
  });

  it('is not read again because it has been read itself', () => {
    const form = openQuote({});
    form.products.load();
    jest.runAllTimers();
    form.availability.load();
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(1);
  });

  it('keeps forms apart', () => {
    const one = openQuote({});
    const other = openQuote({});
    one.products.load();
    other.products.load();
    jest.runAllTimers();
    expect([one.availability.refreshed, other.availability.refreshed]).toEqual([1, 1]);
  });

  it('is read once although OnLoad has run twice', () => {
    const form = openQuote({});
    load(form);
    form.products.load();
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(1);
  });

  it('follows the saves of a form without the products grid', () => {
    const form = openQuote({ without: ['quotedetailsGrid'] });
    form.saved();
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(1);
  });

  it('does nothing on a form without it', () => {
    const form = openQuote({ without: ['quoteAvailability'] });
    form.products.load();
    form.saved();
    jest.runAllTimers();
    expect(form.availability.refreshed).toBe(0);
  });
});
