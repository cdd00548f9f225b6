import type { Company } from '../../model/company';
import { NULL_GUID } from '../../model/identifiers';
import { dialogError } from '../apiError';
import type { BodyValues } from '../body';

/** The GUID of the record with this code; the null GUID for no code. */
export function idOfCode(records: readonly { readonly id: string; readonly code: string }[], code: string): string {
  return records.find((record) => record.code === code)?.id ?? NULL_GUID;
}

/** A blank currency is shown as the local one. */
export function shownCurrency(company: Company, code: string): string {
  return code === '' ? company.setup.localCurrencyCode : code;
}

/** The record of a setup list that has this code, with its company. */
export function recordOf<T extends { readonly code: string }>(company: Company, records: readonly T[], code: string) {
  const record = records.find((candidate) => candidate.code === code);
  return record === undefined ? undefined : { company, record };
}

function codeOf(
  records: readonly { readonly id: string; readonly code: string }[],
  id: string | undefined,
  unknown: string,
): string | undefined {
  if (id === undefined || id === NULL_GUID) {
    return id === undefined ? undefined : '';
  }
  const record = records.find((candidate) => candidate.id === id);
  if (record === undefined) {
    throw dialogError(unknown);
  }
  return record.code;
}

/** The currency that a body names by its id, its code or both; empty for the local one. Throws ApiError. */
export function currencyOf(company: Company, body: BodyValues): string | undefined {
  const { currencies, localCurrencyCode } = company.setup;
  const byId = codeOf(currencies, body.text('currencyId'), 'The "currencyId" does not match to a Currency.');
  const code = body.text('currencyCode');
  const byCode = code === localCurrencyCode ? '' : code;
  if (byCode !== undefined && byCode !== '' && !currencies.some((currency) => currency.code === byCode)) {
    throw dialogError('The "currencyCode" does not match to a Currency.');
  }
  if (byId !== undefined && byId !== '' && byCode !== undefined && byCode !== byId) {
    throw dialogError('The currency values do not match to a specific Currency.');
  }
  return byCode ?? byId;
}

/** The terms and the shipment method that a body names by id. Throws ApiError. */
export function conditionsOf(company: Company, body: BodyValues) {
  return {
    paymentTermsCode: codeOf(
      company.setup.paymentTerms,
      body.text('paymentTermsId'),
      'The "paymentTermsId" does not match to a Payment Terms.',
    ),
    shipmentMethodCode: codeOf(
      company.setup.shipmentMethods,
      body.text('shipmentMethodId'),
      'The "shipmentMethodId" does not match to a Shipment Method.',
    ),
  };
}
