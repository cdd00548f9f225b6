/** An item that Sales knows too, as a product. */
export interface DemoItem {
  readonly number: string;
  readonly displayName: string;
  readonly unitPrice: number;
  readonly baseUnitOfMeasureCode: string;
}

function isItemPage(answer: unknown): answer is { readonly value: readonly DemoItem[] } {
  return typeof answer === 'object' && answer !== null && 'value' in answer && Array.isArray(answer.value);
}

/**
 * The items of the demo company.
 * @param companyUrl the company's address in API v2.0
 */
export async function demoItems(companyUrl: string): Promise<readonly DemoItem[]> {
  const response = await fetch(`${companyUrl}/items?$select=number,displayName,unitPrice,baseUnitOfMeasureCode`, {
    headers: { authorization: 'Bearer sandbox-business-central' },
  });
  const answer: unknown = await response.json();
  if (!isItemPage(answer)) throw new Error('The sandbox could not be set up: Business Central lists no items.');
  return answer.value;
}
